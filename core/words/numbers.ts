import type { WaitingReason } from '../contract/numbers.ts';
import type { VoidReason } from '../office/number-acts.ts';
import type { NumberFate } from '../office/number-fates.ts';
import type { Language } from './language.ts';
import { numbersEn } from './numbers.en.ts';
import { numbersId } from './numbers.id.ts';

/** What became of numbers and why letters wait for one, in the words of an office. */
export interface NumberWords {
  readonly fate: Readonly<Record<NumberFate, string>>;
  readonly voidReason: Readonly<Record<VoidReason, string>>;
  readonly waiting: Readonly<Record<WaitingReason, string>>;
}

const byLanguage = { id: numbersId, en: numbersEn } satisfies Record<Language, NumberWords>;

/** The words of the books of numbers in a language. */
export function numberWords(language: Language): NumberWords {
  return byLanguage[language];
}
