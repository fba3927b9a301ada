import type { Language } from '#core/words/language.ts';

import { cliWordsEn } from './cli-words.en.ts';
import { cliWordsId } from './cli-words.id.ts';

/** The words of the command line in one language. */
export type CliWords = typeof cliWordsId;

const byLanguage: Readonly<Record<Language, CliWords>> = { id: cliWordsId, en: cliWordsEn };

/** The words of the command line; errors of the engine have theirs in `core/words`. */
export function cliWords(language: Language): CliWords {
  return byLanguage[language];
}
