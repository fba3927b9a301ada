import type { Words } from '#renderer/lib/words/define-words.ts';
import type { id } from './words.id.ts';

export const en: Words<typeof id> = {
  code: 'Code for support: {code}',
};
