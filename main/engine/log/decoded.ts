/** What reading foreign bytes gives: the value, or the code of the rule that they break. Never an exception. */
export type Decoded<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code };

/** The bytes were what they should be. */
export function decoded<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The bytes break the rule that `code` names. */
export function refused<Code extends string>(code: Code): { readonly ok: false; readonly code: Code } {
  return { ok: false, code };
}
