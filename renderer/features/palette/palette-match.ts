/** How well `text` fits what was typed: 0 begins with it, 1 a word begins with it, 2 contains all words, null not. */
export function fit(text: string, typed: string): 0 | 1 | 2 | null {
  const needle = typed.trim().toLocaleLowerCase('id');
  const hay = text.toLocaleLowerCase('id');
  if (hay.startsWith(needle)) return 0;
  if (hay.includes(` ${needle}`)) return 1;
  return needle.split(/\s+/u).every((word) => hay.includes(word)) ? 2 : null;
}

/** The items that fit, best first; ties keep their order. */
export function fitting<T>(items: readonly T[], typed: string, text: (item: T) => string): readonly T[] {
  if (typed.trim() === '') return items;
  return items
    .map((item) => ({ item, score: fit(text(item), typed) }))
    .filter((entry) => entry.score !== null)
    .toSorted((a, b) => (a.score ?? 9) - (b.score ?? 9))
    .map(({ item }) => item);
}

/** A piece of a search snippet; the engine marks matches with U+0002 and U+0003. */
export interface SnippetPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

export function snippetPieces(snippet: string): readonly SnippetPiece[] {
  return snippet
    .split(/[\u0002\u0003]/u)
    .map((text, index) => ({ text, isMatch: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
