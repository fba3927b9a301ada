import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  title: 'Search letters, people, commands',
  placeholder: 'Search letters, people, commands',
  commands: 'Commands',
  letter: 'This letter',
  queue: 'List',
  go: 'Go to',
  make: 'New',
  app: 'General',
  letters: 'Letters',
  people: 'People',
  nothing: 'Nothing matches “{query}”.',
  hint: 'Type a number, a sender, a subject or the name of a command.',
  vacant: 'vacant',
};
