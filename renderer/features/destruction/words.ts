import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './words.en.ts';
import { id } from './words.id.ts';

export const destructionWords = defineWords('destruction', { id, en });
