import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './acts-words.en.ts';
import { id } from './acts-words.id.ts';

export const actsWords = defineWords('office-acts', { id, en });
