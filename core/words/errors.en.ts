import type { ErrorCode } from '../contract/errors.ts';
import type { ErrorSentence } from './error-sentences.ts';
import { documentErrorsEn } from './errors-document.en.ts';
import { letterErrorsEn } from './errors-letter.en.ts';
import { officeErrorsEn } from './errors-office.en.ts';

/** Every error code as sentences; a code without them fails the typecheck. */
export const errorsEn: Readonly<Record<ErrorCode, ErrorSentence>> = {
  ...officeErrorsEn,
  ...documentErrorsEn,
  ...letterErrorsEn,
};
