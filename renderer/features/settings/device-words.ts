import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en } from './device-words.en.ts';
import { id } from './device-words.id.ts';

export const deviceWords = defineWords('devices', { id, en });
