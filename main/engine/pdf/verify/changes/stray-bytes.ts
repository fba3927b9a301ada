import { skipSpace } from '../../read/characters.ts';
import { PdfSyntaxError } from '../../read/limits.ts';
import type { PdfFile, Revision } from '../../read/pdf-file.ts';

type Span = { readonly start: number; readonly end: number };

/** Objects that a revision lists and that stand in its own bytes. */
const objectSpans = (revision: Revision): Span[] => {
  const spans: Span[] = [];
  for (const section of revision.sections)
    for (const part of [section, section.hybrid]) {
      if (!part) continue;
      spans.push({ start: part.start, end: part.end });
      for (const [num, entry] of part.entries) {
        if (entry.at !== 'offset' || entry.offset < revision.start || entry.offset >= revision.eof) continue;
        try {
          const { start, end } = revision.view.indirect(num, entry);
          spans.push({ start, end });
        } catch (error) {
          if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
        }
      }
    }
  return spans.toSorted((left, right) => left.start - right.start || left.end - right.end);
};

/** White space and comments only, and no comment that a repairing reader could take for an object. */
const isEmpty = (bytes: Uint8Array, from: number, to: number): boolean =>
  skipSpace(bytes, from, to) === to &&
  !Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).includes('obj');

/** First position in an update that belongs to no listed object, section or ending, or to two at once;
 * `undefined` where all is accounted for. Viewers that repair files would find what stands there. */
export const strayBytes = (file: PdfFile, revision: Revision): number | undefined => {
  const { bytes } = file;
  let position = revision.start;
  let previous: Span | undefined;
  for (const span of objectSpans(revision)) {
    if (previous && previous.start === span.start && previous.end === span.end) continue;
    if (span.start < position) return span.start;
    if (!isEmpty(bytes, position, span.start)) return position;
    position = span.end;
    previous = span;
  }
  // What follows the last section is `startxref`, its number and `%%EOF`, which the reader has checked.
  const last = revision.sections.at(-1);
  return last && position > last.end ? position : undefined;
};
