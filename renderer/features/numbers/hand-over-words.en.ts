import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './hand-over-words.id.ts';

export const en: Words<typeof id> = {
  open: 'Hand the book over…',
  title: 'Hand this book over',
  to: 'New keeper',
  choose: 'Choose a person and their computer',
  option: '{name} on {device}',
  seen: 'seen {date}',
  nobody: 'No clerk or admin on another computer could keep this book.',
  missing: 'Choose the new keeper.',
  gone: 'The computer of the present keeper is lost or broken',
  goneText:
    'The new keeper does not wait for word from {device} that it stopped. Synchronise first, so that every number given there is known here.',
  text: 'The new keeper gives numbers once {name} on {device} said that it stopped, beginning above {ceiling}. Unused numbers below are given up with the reason.',
  textGone:
    'The new keeper gives numbers beginning above {ceiling}. Unused numbers below are given up with the reason.',
  textFirst: 'Nobody keeps this book yet; the new keeper gives numbers at once.',
  act: 'Hand over',
  done: '{name} keeps this book on {device}.',
  cancel: 'Cancel',
};
