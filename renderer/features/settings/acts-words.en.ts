import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './acts-words.id.ts';

export const en: Words<typeof id> = {
  title: 'Trail of the office',
  detail: 'people, positions, keys and computers',
  act: 'What happened',
  time: 'Time',
  proof: '{device}, sequence {seq}',
  older: 'Older',
  newer: 'Newer',
};
