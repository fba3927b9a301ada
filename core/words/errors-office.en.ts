import type { ErrorSentence } from './error-sentences.ts';
import type { officeErrorsId } from './errors-office.id.ts';

const unchanged = 'Nothing has changed.';
const typedKept = 'What you typed is still there.';
const dataWhole = 'The office data on this PC is intact.';
const savedHere = 'Your work is saved on this PC.';

/** Sentences about requests, the data folder, the office and the shared folder. */
export const officeErrorsEn: Readonly<Record<keyof typeof officeErrorsId, ErrorSentence>> = {
  'input-invalid': ['This cannot be accepted yet.', typedKept, 'Check the marked fields and try again.'],
  'not-found': ['What you asked for is no longer there.', unchanged, 'Reload the list and choose again.'],
  'not-allowed': [
    'Your position is not entitled to do this.',
    unchanged,
    'Ask an official who is, or the administrator if your rights should be different.',
  ],
  'engine-stopped': [
    'The engine of Nirkertas stopped and is being started again.',
    'Everything that was saved is safe.',
    'Wait a moment, then repeat the last action.',
  ],
  'engine-fault': [
    'Nirkertas met a fault of its own: {detail}.',
    'This was not done. Everything saved is safe.',
    'Try again. If it happens once more, give this sentence to your administrator.',
  ],
  'store-newer': [
    'The data on this PC was made by a newer Nirkertas.',
    'It was not opened, so that nothing breaks.',
    'Install the latest version and open it again.',
  ],
  'store-damaged': [
    'The data file on this PC is damaged.',
    'Copies that reached the shared folder and other PCs are not affected.',
    'Do not delete the data folder. Ask the administrator to restore it from the shared folder.',
  ],
  'store-in-use': [
    'This data folder is in use by {holder}.',
    dataWhole,
    'Close the other Nirkertas window, also in other Windows accounts, then try again.',
  ],
  'disk-full': [
    'The disk of this PC is full.',
    'The last action was not saved; everything before it is safe.',
    'Free some space and repeat it.',
  ],
  'store-unwritable': [
    'Nirkertas may not write to its data folder.',
    unchanged,
    'Allow writing to the data folder, or ask the administrator of the PC.',
  ],
  'no-office': [
    'There is no office on this PC yet.',
    unchanged,
    'Create an office, or join one with a code.',
  ],
  'office-exists': [
    'There is an office on this PC already.',
    dataWhole,
    'Use that office, or choose another data folder for a new one.',
  ],
  'kit-unwritable': [
    'The recovery kit cannot be written there.',
    'The office was not made yet, so nothing is lost.',
    'Choose another place, such as a removable disk that can be written to.',
  ],
  'kit-on-share': [
    'The recovery kit must not be kept in the shared folder.',
    'The office was not made yet, so nothing is lost.',
    'Choose a removable disk or another folder: whoever reads the kit can take the office over.',
  ],
  'passphrase-weak': [
    'The passphrase is too easy to guess.',
    typedKept,
    'Use four or more unrelated words, or at least twelve characters.',
  ],
  'passphrase-wrong': [
    'The passphrase does not fit.',
    'Your key stays locked and safe.',
    'Check Caps Lock and type it again.',
  ],
  'passphrase-needed': [
    'This act binds, so it needs your passphrase.',
    typedKept,
    'Type your passphrase to go on.',
  ],
  locked: ['Nirkertas is locked.', savedHere, 'Unlock it with your passphrase.'],
  'user-unknown': [
    'This person is not known on this PC.',
    unchanged,
    'Choose another name, or join with a code from the administrator.',
  ],
  'not-enrolled': [
    'This PC has not been admitted to the office yet.',
    'Your request has been sent.',
    'Compare the six digits with the administrator and wait to be admitted.',
  ],
  'not-roster-writer': [
    'People and positions are changed only on the administrator’s PC.',
    unchanged,
    'Ask the administrator to do it there.',
  ],
  'kit-unreadable': [
    'This is not a Nirkertas recovery kit.',
    'Nothing changed.',
    'Choose the kit file, or type all symbols below KUNCI-INDUK.',
  ],
  'kit-mistyped': [
    'A symbol of the kit’s key is wrong.',
    'Nothing changed.',
    'Compare it with the sheet symbol by symbol, then try again.',
  ],
  'kit-other-office': [
    'This kit belongs to another office.',
    'Nothing changed.',
    'Use this office’s kit. The office id is printed on the sheet.',
  ],
  'successor-not-admin': [
    'That person holds no admin position today.',
    'The roster is still written on this computer.',
    'Give them an admin position first, then hand over.',
  ],
  'successor-without-pc': [
    'That person uses no computer of this office yet.',
    'The roster is still written on this computer.',
    'Let them join and sign in on their computer, synchronise, then hand over.',
  ],
  'revoke-self': [
    'Your own key cannot be closed from the computer that writes the roster.',
    'Nothing changed.',
    'Hand the roster over to another admin first; they can close it.',
  ],
  'join-waiting': [
    'A request to join still waits on this computer.',
    'That request is unchanged.',
    'Finish it with the administrator first, then enter the next code.',
  ],
  'genesis-unreadable': [
    'The office’s founding file (genesis.json) in that folder is damaged, so the code cannot be matched.',
    'Nothing has changed.',
    'Run log rebuild on one of the office’s computers to restore it, then check again.',
  ],
  'audit-code-unreadable': [
    'This file is no audit code, or it is damaged.',
    'Nothing was checked and nothing has changed.',
    'Ask the office’s admin for a new audit code (office audit-code).',
  ],
  'audit-code-unwritable': [
    'The audit code cannot be written there.',
    'No key was given out.',
    'Choose a new file on a removable disk, not in the shared folder.',
  ],
  'log-behind': [
    'This PC is taking its own work back from the shared folder, after a backup was put back.',
    'This was not written yet; nothing is lost.',
    'Wait until it is in sync, then do it again. If that takes long, look at the Sync page: something is awaited from another PC.',
  ],
  'log-continued-twice': [
    'The data of this PC are in use on another one too: a copy, or a backup that was put back.',
    'The work of both PCs is kept and counts. This was not written yet.',
    'Lock the screen and unlock it with your passphrase: this PC then goes on with a new log.',
  ],
  'request-by-writer': [
    'This PC writes the roster.',
    'Nothing was sent.',
    'Make the change directly; there is no need to ask.',
  ],
  'person-on-this-pc': [
    'You use this PC already.',
    'Nothing was changed here.',
    'Use the code on the other PC.',
  ],
  'log-closed': [
    'The office has closed your key on this computer.',
    'What was sent before the closing still counts. Nothing new was written.',
    'Ask the administrator for a new key, or to release what is suspended.',
  ],
  'log-has-duties': [
    'This PC still writes the roster of the office or gives numbers.',
    unchanged,
    'Hand the roster and the books of numbers over to another PC first, then try again.',
  ],
  'code-wrong': [
    'The invitation code does not fit.',
    'Nothing was made on this PC.',
    'Check it letter by letter, or ask the administrator for a new one.',
  ],
  'code-expired': [
    'The invitation code has expired.',
    'Nothing was made on this PC.',
    'Ask the administrator for a new one.',
  ],
  'code-used': [
    'This invitation code has been used.',
    'Nothing was made on this PC.',
    'Ask for a new one. If it was not you who used it, tell the administrator now.',
  ],
  'invitation-not-on-share': [
    'This invitation is not in the shared folder yet.',
    'Nothing was made on this PC.',
    'Wait until the administrator’s PC has synchronised, or check that you chose the right folder.',
  ],
  'request-invalid': [
    'This join request does not match its invitation.',
    'Nobody was admitted to the office.',
    'Do not admit it. Invite the person again with a new code.',
  ],
  'request-none': [
    'No join request is waiting.',
    unchanged,
    'Ask the person to enter the code on their PC first.',
  ],
  'share-offline': [
    'The shared folder cannot be reached.',
    savedHere,
    'Go on working. Sending continues by itself once the network is back.',
  ],
  'share-hung': [
    'The shared folder is connected but does not answer.',
    savedHere,
    'Go on working. Sending continues by itself once the folder answers again. If it takes long, check the network and the PC that holds the folder.',
  ],
  'share-foreign': [
    'That folder belongs to another office.',
    'Nothing was written there.',
    'Choose your office’s shared folder, or an empty one for a new office.',
  ],
  'share-newer': [
    'A newer Nirkertas uses the shared folder already.',
    savedHere,
    'Install the newest version on this PC. Sending continues by itself afterwards.',
  ],
  'share-read-only': [
    'The shared folder cannot be written to.',
    savedHere,
    'Ask the network administrator for write permission.',
  ],
  'share-stopped': [
    'Too many files in the shared folder are gone or damaged at once, so the program has stopped writing there.',
    'Letters and work on this PC are whole; what is written here is sent later.',
    'First find out whether ransomware struck the folder or an old backup was put back. Once it is safe, choose Continue on the sync page: what is gone is written back from the office’s PCs.',
  ],
  'share-full': [
    'The shared folder is full.',
    savedHere,
    'Ask the network administrator for more room. Sending continues by itself afterwards.',
  ],
};
