import type { Words } from '#renderer/lib/words/define-words.ts';

import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  note: 'Sample office. Everybody’s passphrase here:',
  fill: 'Fill in',
};
