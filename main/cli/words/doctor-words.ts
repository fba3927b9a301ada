import type { Language } from '#core/words/language.ts';
import { fill } from '#core/words/fill.ts';
import type { Check, CheckName } from '#main/engine/audit/check.ts';

import { doctorWordsEn } from './doctor-words.en.ts';
import { doctorWordsId } from './doctor-words.id.ts';

/** What a check says when all is well, what when not, and what to do then. */
export type CheckSentences = readonly [fine: string, trouble: string, todo: string];

const byLanguage: Readonly<Record<Language, Readonly<Record<CheckName, CheckSentences>>>> = {
  id: doctorWordsId,
  en: doctorWordsEn,
};

/** The sentence of a check as it came out, and what to do; nothing to do is an empty text. */
export function checkSentences(
  language: Language,
  { check, state, params }: Check,
): { readonly message: string; readonly todo: string } {
  const [fine, trouble, todo] = byLanguage[language][check];
  return state === 'ok'
    ? { message: fill(fine, params), todo: '' }
    : { message: fill(trouble, params), todo: fill(todo, params) };
}
