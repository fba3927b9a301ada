import type { Family } from './faces.ts';
import { setParagraph } from './paragraph.ts';
import type { Sheet } from './sheet.ts';

/** Columns of a table: heading, share of the width, how its cells stand. */
export interface Column {
  readonly head: string;
  readonly share: number;
  readonly align: 'left' | 'centre' | 'right';
}

/** A piece of a letter's body. */
export type Block =
  | string
  | { readonly facts: readonly (readonly [string, string])[] }
  | { readonly points: readonly string[] }
  | { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] };

/** Where a body stands, and how large it is written. Points. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly leading: number;
}

const INDENT = 36;
const BLOCK_GAP = 5;

/** Label, colon, value in a column; answers the next baseline. */
export function setFacts(
  sheet: Sheet,
  y: number,
  facts: readonly (readonly [string, string])[],
  family: Family,
  frame: Frame & { readonly indent: number; readonly gap: number },
): number {
  const { left, right, size, leading, indent, gap } = frame;
  const style = { face: family.regular, size };
  const widest = facts.reduce(
    (most, [label]) => Math.max(most, (family.regular.set(label).width * size) / 1000),
    0,
  );
  const colon = left + indent + Math.max(widest, gap) + 6;
  let baseline = y;
  for (const [label, value] of facts) {
    sheet.text(left + indent, baseline, label, style);
    sheet.text(colon, baseline, ':', style);
    const measure = { left: colon + 10, right, leading, indent: 0, justify: false };
    baseline = setParagraph(sheet, baseline, value, style, measure);
  }
  return baseline;
}

function setPoints(sheet: Sheet, y: number, points: readonly string[], family: Family, frame: Frame): number {
  const style = { face: family.regular, size: frame.size };
  let baseline = y;
  for (const [index, point] of points.entries()) {
    sheet.text(frame.left + INDENT - 16, baseline, `${index + 1}.`, style);
    baseline = setParagraph(sheet, baseline, point, style, {
      left: frame.left + INDENT,
      right: frame.right,
      leading: frame.leading,
      indent: 0,
      justify: true,
    });
  }
  return baseline;
}

function setTable(
  sheet: Sheet,
  y: number,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  family: Family,
  frame: Frame,
): number {
  const size = frame.size - 1;
  const height = frame.leading + 2;
  const width = frame.right - frame.left;
  const top = y + frame.size - 1;
  const edges = [frame.left];
  for (const { share } of columns) edges.push((edges.at(-1) ?? frame.left) + share * width);
  const cell = (text: string, column: number, row: number, isHead: boolean) => {
    const from = edges[column] ?? frame.left;
    const to = edges[column + 1] ?? frame.right;
    const align = isHead ? 'centre' : (columns[column]?.align ?? 'left');
    const x = align === 'left' ? from + 5 : align === 'right' ? to - 5 : (from + to) / 2;
    const style = { face: isHead ? family.bold : family.regular, size };
    sheet.text(x, top - row * height - height + 5, text, style, align);
  };
  for (const [index, { head }] of columns.entries()) cell(head, index, 0, true);
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) cell(text, column, row + 1, false);
  }
  const bottom = top - (rows.length + 1) * height;
  for (let line = 0; line <= rows.length + 1; line += 1) {
    sheet.line(frame.left, top - line * height, frame.right, top - line * height, 0.7);
  }
  for (const edge of edges) sheet.line(edge, top, edge, bottom, 0.7);
  return bottom - frame.leading + 1;
}

/** Sets a body from the baseline `y` downwards; answers the baseline after it. */
export function setBlocks(
  sheet: Sheet,
  y: number,
  blocks: readonly Block[],
  family: Family,
  frame: Frame,
): number {
  let baseline = y;
  for (const block of blocks) {
    if (typeof block === 'string') {
      const style = { face: family.regular, size: frame.size };
      baseline = setParagraph(sheet, baseline, block, style, { ...frame, indent: INDENT, justify: true });
    } else if ('facts' in block) {
      baseline = setFacts(sheet, baseline, block.facts, family, { ...frame, indent: INDENT, gap: 0 });
    } else if ('points' in block) {
      baseline = setPoints(sheet, baseline, block.points, family, frame);
    } else {
      baseline = setTable(sheet, baseline, block.columns, block.rows, family, frame);
    }
    baseline -= BLOCK_GAP;
  }
  return baseline;
}
