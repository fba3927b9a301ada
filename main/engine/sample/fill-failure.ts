import type { OfficeError, Result } from '#core/contract/result.ts';

/** Carries an expected failure (a full disk, say) out of the filling, which leaves nothing behind. */
export class FillFailure extends Error {
  readonly failure: OfficeError;
  constructor(failure: OfficeError) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The value of a result that the story needs. */
export function needed<T>(result: Result<T>): T {
  if (!result.ok) throw new FillFailure(result.error);
  return result.value;
}
