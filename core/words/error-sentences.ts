import type { ErrorCode } from '../contract/errors.ts';
import type { OfficeError } from '../contract/result.ts';
import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';

/** What happened, what is safe, what to do: never a code alone. Placeholders are the error's params. */
export type ErrorSentence = readonly [what: string, safe: string, todo: string];

const byLanguage = { id: errorsId, en: errorsEn } satisfies Record<
  Language,
  Readonly<Record<ErrorCode, ErrorSentence>>
>;

export interface FilledSentences {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** The sentences of an expected failure, with its values filled in. */
export function errorSentences(language: Language, error: OfficeError): FilledSentences {
  const [what, safe, todo] = byLanguage[language][error.code];
  return { what: fill(what, error.params), safe: fill(safe, error.params), todo: fill(todo, error.params) };
}
