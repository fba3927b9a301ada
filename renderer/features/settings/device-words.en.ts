import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './device-words.id.ts';

export const en: Words<typeof id> = {
  title: 'My computers',
  add: 'Add a computer…',
  adding: 'Making the code…',
  device: 'Computer',
  seen: 'Seen',
  state: 'State',
  acts: 'Acts',
  thisPc: 'this computer',
  open: 'in use',
  retired: 'ended',
  closed: 'closed by the admin',
  lost: 'A computer that is lost or cannot be opened any more is closed by {name}, who writes the roster.',
  lostSomebody:
    'A computer that is lost or cannot be opened any more is closed by whoever writes the roster.',

  codeTitle: 'Code for your other computer',
  codeText:
    'Open Nirkertas there, choose Join with a code and the office’s shared folder, then give this code and your own passphrase. The six digits appear here to be compared.',
  saveTitle: 'Save the code of the computer',
  fileName: 'Nirkertas further computer {name}.txt',
  fileText:
    'Nirkertas further computer\n\nOffice: {office}\nFor: {name}\nValid until: {date}\n\nCode:\n{code}\n\nOn your other computer: open Nirkertas, choose Join with a code, choose the office’s shared folder, and paste this code. Use your own passphrase.\n',

  requests: 'Computers that you want to use',
  requestsDetail: 'Compare the six digits on both screens.',
  requestFrom: 'asked {date}',
  requestDigits: 'Six digits of {device}: {digits}',
  admitTitle: 'Use {device}?',
  admitText:
    'The digits on the screen of {device} must be exactly {digits}. Once admitted, {device} reads and signs in your name, after it was opened with your passphrase.',
  admitted: '{device} was admitted. Open it there with your passphrase.',

  retire: 'End use…',
  retireOf: 'End use of {device}',
  retireTitle: 'End the use of {device}?',
  retireText:
    'You leave this computer for good, and nobody can write in your name with the data kept here. What you have written stays valid. This cannot be undone; should you sign in here again, a new record begins.',
  retireLast:
    'This is your only computer in use. Add another one first if you still work in this office; without it only a new invitation of the admin opens the way.',
  retireWaiting: {
    one: '{count} entry of yours still waits to be sent.',
    other: '{count} entries of yours still wait to be sent.',
  },
  retireSend:
    'Leave Nirkertas open for some minutes afterwards, with the shared folder connected, so that the other computers hear of it.',
  retireAct: 'End and sign out',
  cancel: 'Cancel',
};
