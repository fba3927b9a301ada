/** Values for the placeholders of a sentence. */
export type FillValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into the {placeholders} of a sentence. A placeholder without a value stays as an ellipsis, so that
 * a sentence never shows braces. A value that ends with a full stop (a degree: "S.E.") ends the sentence too.
 */
export function fill(sentence: string, values: FillValues = {}): string {
  return sentence.replace(/\{(\w+)\}(\.(?!\.))?/gu, (_, name: string, stop = '') => {
    const value = values[name];
    if (value === undefined) return `…${stop}`;
    return stop !== '' && String(value).endsWith('.') ? String(value) : `${value}${stop}`;
  });
}
