/** Values for the placeholders of a sentence. */
export type FillValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into the {placeholders} of a sentence. A placeholder without a value stays as an ellipsis, so that
 * a sentence never shows braces.
 */
export function fill(sentence: string, values: FillValues = {}): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    return value === undefined ? '…' : String(value);
  });
}
