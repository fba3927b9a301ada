import { defineWords } from '#renderer/lib/words/define-words.ts';

import { en as alertsEn } from './alert-words.en.ts';
import { id as alertsId } from './alert-words.id.ts';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

export const syncWords = defineWords('sync', { id, en });
export const alertWords = defineWords('sync-alerts', { id: alertsId, en: alertsEn });
