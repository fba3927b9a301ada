import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  region: 'Sealed content',
  lockedTitle: 'Your key is closed',
  lockedText: 'This letter is {class}. Type your passphrase to open its content.',
  unlock: 'Open the content',
  keyMissingTitle: 'The key of this letter has not been handed to you yet',
  keyMissingText:
    'This letter is {class} and your position is on its route, but its content opens only once its key has been handed to you. Ask one of those below to open this letter and choose **Hand the key on**.',
  keyUselessTitle: 'The key that was handed to you does not open with your key of today',
  keyUselessText:
    'The key of this letter was sealed to your former key. Ask one of those below to hand it to you once more.',
  outsideTitle: 'The content of this letter is sealed',
  outsideText:
    'This letter is {class}. You see its number, its class, who and when; sender, subject and documents open only to those on its route.',
  nobodyText:
    'No holder can open it any more. The administrator can hand its key on with the recovery kit of the office.',
  openers: 'Who can open it',
  notOnRoute: 'was handed the key once',
  bannerTitle: 'Not every holder can open this letter yet',
  bannerOne: '**{title}** is now held by {name}, who has not been handed the key of this letter.',
  bannerMany: {
    one: '{count} position on its route is held by somebody who has not been handed the key of this letter.',
    other:
      '{count} positions on its route are held by people who have not been handed the key of this letter.',
  },
  share: 'Hand the key on…',
  dialogTitle: 'Hand the key of the letter on',
  dialogChoose: 'To the holder of',
  hasKey: '{name} · can open it already',
  lacksKey: '{name} · cannot open it yet',
  noOther: 'No other position on the route of this letter has a holder.',
  consequence:
    'Its holder can read all of this letter, with the attachments and notes that are there already. The handing on stands in the Trail in your name and cannot be taken back.',
  cancel: 'Cancel',
  submit: 'Hand the key on',
  done: 'The key was handed to {name}.',
};
