/** A found stretch of words: the page it is on and where. */
export interface PageMatch {
  readonly page: number;
  readonly range: Range;
}

/** All places of `query` in the words of a page, ignoring case. Words that a PDF cuts into pieces are joined. */
export function matchesIn(page: number, element: HTMLElement, query: string): readonly PageMatch[] {
  const needle = query.trim().toLocaleLowerCase('id');
  if (needle === '') return [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: text.length });
    text += node.data.toLocaleLowerCase('id');
  }
  const matches: PageMatch[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const first = nodes.findLast((n) => n.start <= at);
    const last = nodes.findLast((n) => n.start < at + needle.length);
    if (first === undefined || last === undefined) continue;
    const range = new Range();
    range.setStart(first.node, Math.min(at - first.start, first.node.length));
    range.setEnd(last.node, Math.min(at + needle.length - last.start, last.node.length));
    matches.push({ page, range });
  }
  return matches;
}

/** Paints the matches; the one in sight stands out. An empty list wipes them. */
export function paintMatches(matches: readonly PageMatch[], current: number): void {
  CSS.highlights.set('pdf-found', new Highlight(...matches.map((m) => m.range)));
  const now = matches[current];
  CSS.highlights.set('pdf-found-now', now === undefined ? new Highlight() : new Highlight(now.range));
}
