/**
 * The first letter that no suffix among these uses yet, as nomor sisipan go on: a, b, c. Empty when all single letters
 * are taken: then a person writes two.
 */
export function nextSuffix(taken: readonly string[]): string {
  const used = new Set(taken);
  return [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !used.has(letter)) ?? '';
}

/** Whether the engine takes it. */
export function isSuffix(text: string): boolean {
  return /^[a-z]{1,2}$/u.test(text);
}
