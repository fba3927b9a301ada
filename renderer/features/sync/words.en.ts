import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  title: 'Synchronisation',
  now: 'Sync now',
  working: 'Comparing…',
  done: 'Done: {published} sent, {ingested} received.',
  doneNothing: 'Done: nothing new on either side.',

  allThere: 'Everything written on this computer is in the shared folder',
  allThereText: 'Other computers can fetch it at any time.',
  sending: { one: '{count} entry waits to be sent', other: '{count} entries wait to be sent' },
  sendingText: 'They are kept on this computer and go out by themselves; you may go on working.',
  offline: 'The shared folder cannot be reached',
  offlineText:
    'Work is kept on this computer and sent by itself once the folder is back. Check that the computer or NAS which holds it is on, and that cable or Wi-Fi is connected.',
  hung: 'The shared folder does not answer',
  hungText:
    'The folder is connected but silent. Work is kept on this computer and sent by itself once the folder answers. If it takes long, check the network and the computer or NAS which holds it.',
  newer: 'The shared folder is used by a newer Nirkertas',
  newerText:
    'Your work is kept on this PC. Install the newest version; sending continues by itself afterwards.',
  foreign: 'This folder is not your office’s',
  foreignText:
    'Nothing is written or deleted there. Put the right folder back at the same address, or call the administrator.',
  readOnly: 'The shared folder cannot be written to',
  readOnlyText:
    'Letters from other computers still arrive, but yours are not sent. Ask the folder’s owner for permission to write.',
  stopped: 'Writing to the shared folder has stopped',
  stoppedText:
    'Too many files are gone or damaged at once, perhaps because of ransomware or an old backup that was put back. Work on this PC is whole. Look at the folder first, then continue: what is gone is written back from the office’s PCs.',
  resume: 'Continue',
  full: 'The shared folder is full',
  fullText: 'Work is kept on this computer. Ask the folder’s owner to make room; sending goes on by itself.',
  none: 'No shared folder yet',
  noneText: 'This office works on one computer.',
  path: 'Folder',
  lastSync: 'Last compared',
  never: 'never',

  waiting: 'Waiting to be sent',
  waitingCount: { one: '{count} entry', other: '{count} entries' },
  waitingNone: 'Nothing is waiting.',
  waitingOthers: {
    one: '{count} other entry concerns no letter, such as the list of people.',
    other: '{count} other entries concern no letter, such as the list of people.',
  },
  notReceived: {
    one: '{count} entry is in the shared folder, and no other PC has said yet that it has it.',
    other: '{count} entries are in the shared folder, and no other PC has said yet that it has them.',
  },
  letter: 'Letter',
  since: 'Since',

  alerts: 'Needs attention',
  alertsNone: 'Nothing needs checking.',
  dismiss: 'Checked',
  alertDamaged: 'A file in the shared folder is damaged; it is not used',
  alertDamagedText:
    'The data on this computer is still right. If it happens again, check the disk that holds the folder and who may write there.',
  alertStranger: 'There is a file in the shared folder that this office did not make',
  alertStrangerText: 'It is not used. Check who may write to the folder.',
  alertMissing: 'A file is missing from the shared folder',
  alertMissingText:
    'If it does not come back by itself, start the colleague’s computer that wrote it, then sync.',
  alertNewer: 'There are entries from a newer version of the app',
  alertNewerText: 'They are kept. Update the app on this computer to read them.',
  alertLocked: 'A file is locked by another program, perhaps an antivirus',
  alertLockedText:
    'It is tried again by itself. If it happens often, exempt the shared folder from scanning.',
  alertForged: 'An entry in the shared folder failed the check of its signature',
  alertForgedText: 'It is not used. Tell the administrator: somebody may have changed files on purpose.',
  alertRefused: 'A colleague’s entry could not be accepted',
  alertRefusedText:
    'It is kept without effect. Tell your administrator: one data folder may be in use on two PCs, or a key was misused.',
  alertTwice: 'One log was continued on two PCs',
  alertTwiceText:
    'The work of both is kept and counts; each goes on with a log of its own once it is unlocked. Find out whether a data folder was copied or a backup put back. If that PC keeps a book of numbers, appoint another keeper.',
  alertTakenOver: 'The roster was taken over with the recovery kit',
  alertTakenOverText:
    'Another computer writes the roster since. If your leader does not know of it, secure the recovery kit and check the people of the office.',
  alertJoin: 'A join request failed its checks',
  alertJoinText: 'Nobody was admitted. Invite the person again with a new code.',
  alertNumber: 'Two letters hold the same number',
  alertNumberText:
    'Both keep it; nothing is renumbered by itself. Open one of them and give it an inserted number.',
  alertHere: 'A document on this computer is damaged or gone',
  alertHereText:
    'It is fetched from the shared folder again by itself. If this note stays, check this computer’s disk and switch on a computer that keeps the archive.',
  alertForeign: 'The shared folder holds another office',
  alertForeignText: 'Nothing is written there. Put the right folder back.',
  alertRolledBack: 'The shared folder no longer holds entries that were there before',
  alertRolledBackText:
    'This PC still has them and writes them back. If it happens again, find out who deletes files there or puts old backups back.',
  alertWithheld: 'Another PC names an entry that is not in the shared folder',
  alertWithheldText: 'What depends on it waits. Switch on the PC that wrote it, then synchronise.',
  alertStopped: 'Too many files in the shared folder are gone or damaged at once',
  alertStoppedText: 'Writing has stopped until you choose Continue; work on this PC is whole.',
  alertClock: 'This PC’s clock differs much from the shared folder’s',
  alertClockText:
    'The order of entries does not depend on it, but the dates of acts and signatures come from this PC. Set its date and time right; if they are, check the clock of the computer or NAS that holds the folder.',
  alertCrowded: 'This office uses fifteen PCs or more',
  alertCrowdedText:
    'If the shared folder is on an ordinary Windows computer, only some twenty PCs can be connected at once. Move the folder to a NAS or server before that; if it is on one, ignore this note.',
  alertSwapped: 'The identity file of the office in the shared folder was replaced by another office’s',
  alertSwappedText:
    'It was rejected and the right one is written beside it; letters are not affected. Tell your administrator: somebody changed that folder on purpose.',
  alertOther: 'Something needs checking ({code})',
  alertOtherText: 'Copy this note when you call the administrator.',
  alertEntry: 'Log {log}, entry {seq}',
  alertFile: 'File {file}',

  devices: 'Devices of the office',
  devicesNone: 'Only this computer so far.',
  device: 'Device',
  person: 'Person',
  lastSeen: 'Seen',
};
