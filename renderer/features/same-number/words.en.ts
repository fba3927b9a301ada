import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  title: 'More than one letter holds number {number}',
  text: 'The program never changes a number that was given. A clerk tells the letters apart with an inserted number.',
  open: 'Open {subject}',
  apart: 'Tell apart…',
  dialogTitle: 'Tell letters with number {number} apart',
  choose: 'The letter that gets the inserted number',
  received: '{from}, received {date}',
  receivedOnly: 'received {date}',
  suffix: 'Inserted letter',
  suffixDetail: 'One or two small letters, a for instance.',
  suffixWrong: 'Write one or two small letters.',
  result: 'That letter becomes number **{number}**; the other one stays **{kept}**.',
  consequence: 'It stands in the Trail in your name and holds on every PC of the office.',
  cancel: 'Cancel',
  submit: 'Give the inserted number',
  done: 'Its number is now {number}.',
};
