import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './hand-over-words.en.ts';
import { id } from './hand-over-words.id.ts';

export const handOverWords = defineWords('book-hand-over', { id, en });
