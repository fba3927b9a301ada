import type { Sheet, Style } from './sheet.ts';
import type { Typeface } from './typeface.ts';

interface Line {
  readonly words: readonly string[];
  readonly width: number;
}

function widthOf(face: Typeface, text: string): number {
  return face.set(text).width;
}

/** Breaks a text into lines; widths are for a size of 1000. */
function breakLines(text: string, face: Typeface, first: number, rest: number): readonly Line[] {
  const space = widthOf(face, ' ');
  const lines: Line[] = [];
  let words: string[] = [];
  let width = 0;
  for (const word of text.split(' ')) {
    const wordWidth = widthOf(face, word);
    const limit = lines.length === 0 ? first : rest;
    if (words.length > 0 && width + space + wordWidth > limit) {
      lines.push({ words, width });
      words = [];
      width = 0;
    }
    width += (words.length === 0 ? 0 : space) + wordWidth;
    words.push(word);
  }
  lines.push({ words, width });
  return lines;
}

/** The words of a line with real spaces between them, stretched by `extra` thousandths each. */
function join(words: readonly string[], face: Typeface, extra: number): string {
  const space = face.set(' ').shown;
  const stretch = extra === 0 ? space : `${space}${-Math.round(extra)}`;
  return words.map((word) => face.set(word).shown).join(stretch);
}

export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  /** Points by which the first line is indented. */
  readonly indent: number;
  readonly justify: boolean;
}

/** Sets a paragraph from the baseline `y` downwards; answers the baseline after it. */
export function setParagraph(sheet: Sheet, y: number, text: string, style: Style, measure: Measure): number {
  const { left, right, leading, indent, justify } = measure;
  const full = ((right - left) * 1000) / style.size;
  const indented = full - (indent * 1000) / style.size;
  const lines = breakLines(text, style.face, indented, full);
  let baseline = y;
  for (const [index, { words, width }] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const room = index === 0 ? indented : full;
    const extra = justify && !isLast && words.length > 1 ? (room - width) / (words.length - 1) : 0;
    sheet.show(left + (index === 0 ? indent : 0), baseline, join(words, style.face, extra), style);
    baseline -= leading;
  }
  return baseline;
}
