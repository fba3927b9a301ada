import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './request-words.en.ts';
import { id } from './request-words.id.ts';

export const requestWords = defineWords('roster-requests', { id, en });
