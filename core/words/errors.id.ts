import type { ErrorCode } from '../contract/errors.ts';
import type { ErrorSentence } from './error-sentences.ts';
import { documentErrorsId } from './errors-document.id.ts';
import { letterErrorsId } from './errors-letter.id.ts';
import { officeErrorsId } from './errors-office.id.ts';

/** Every error code as sentences; a code without them fails the typecheck. */
export const errorsId: Readonly<Record<ErrorCode, ErrorSentence>> = {
  ...officeErrorsId,
  ...documentErrorsId,
  ...letterErrorsId,
};
