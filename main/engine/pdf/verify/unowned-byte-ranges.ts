import { PdfSyntaxError } from '../read/limits.ts';
import type { PdfFile } from '../read/pdf-file.ts';
import { isStream } from '../read/values.ts';

const positionsOf = (bytes: Uint8Array, text: string): number[] => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const positions: number[] = [];
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) positions.push(at);
  return positions;
};

/** Places of all streams' data in the file, of every revision. */
const streamSpans = (file: PdfFile): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = [];
  for (const { sections, view } of file.revisions)
    for (const section of sections)
      for (const [num, entry] of section.entries) {
        if (entry.at !== 'offset') continue;
        try {
          const { value } = view.indirect(num, entry);
          if (isStream(value)) spans.push({ start: value.start, end: value.end });
        } catch (error) {
          if (!(error instanceof PdfSyntaxError) || error.limit) throw error;
        }
      }
  return spans;
};

/** How many /ByteRange the file holds beyond those of its signature fields. One inside a stream belongs to an
 * attached document and does not count. */
export const unownedByteRanges = (file: PdfFile, owned: number): number => {
  const positions = positionsOf(file.bytes, '/ByteRange');
  if (positions.length <= owned) return 0;
  // Both lists ascend, so one pass is enough however many there are.
  const spans = streamSpans(file).toSorted((left, right) => left.start - right.start);
  let outside = 0;
  let next = 0;
  let covered = 0;
  for (const at of positions) {
    for (let span = spans[next]; span && span.start <= at; span = spans[next]) {
      covered = Math.max(covered, span.end);
      next += 1;
    }
    if (at >= covered) outside += 1;
  }
  return Math.max(0, outside - owned);
};
