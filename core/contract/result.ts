import type { ErrorCode } from './errors.ts';

/** An expected failure: a code that names what happened, with the values its sentence needs. */
export interface OfficeError {
  readonly code: ErrorCode;
  /** Values for the placeholders of the sentence in `core/words/errors.*.ts`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: OfficeError };

/** Wraps a value that was obtained as expected. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. The sentence for it lives in `core/words`. */
export function fail<T = never>(
  code: ErrorCode,
  params?: Readonly<Record<string, string | number>>,
): Result<T> {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}

/** Continues with the value, or passes the failure on. */
export function andThen<T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> {
  return result.ok ? next(result.value) : result;
}
