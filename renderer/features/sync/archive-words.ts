import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './archive-words.en.ts';
import { id } from './archive-words.id.ts';

export const archiveWords = defineWords('archive', { id, en });
