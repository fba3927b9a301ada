/** Reads a kept draft of plain texts: fields that are missing or of another kind take their first value. */
export function keptTexts<T extends Readonly<Record<string, string>>>(
  initial: T,
): (kept: unknown) => T | null {
  return (kept) => {
    if (typeof kept !== 'object' || kept === null) return null;
    const found = Object.entries(kept).filter(
      (entry): entry is [string, string] => entry[0] in initial && typeof entry[1] === 'string',
    );
    return { ...initial, ...Object.fromEntries(found) };
  };
}
