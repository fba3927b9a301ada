import type { QueueGroup } from '#core/contract/answers.ts';

/** Heights in CSS pixels, hairlines included. */
export const ROW_HEIGHT = 53;
export const HEAD_HEIGHT = 27;

/** A stretch of rows under one heading; `group` null for a list without headings. */
export interface QueueSection {
  readonly group: QueueGroup | null;
  /** Index of its first row in the whole list. */
  readonly first: number;
  readonly count: number;
  /** CSS pixels from the top of the list to its heading (or first row). */
  readonly top: number;
}

export interface QueueLayout {
  readonly sections: readonly QueueSection[];
  readonly height: number;
}

/** Where every heading and row stands, known from the counts alone, before any row is loaded. */
export function layoutQueue(
  groups: readonly { readonly group: QueueGroup; readonly count: number }[],
  total: number,
): QueueLayout {
  const grouped = groups.filter((group) => group.count > 0);
  const counted = grouped.reduce((sum, group) => sum + group.count, 0);
  // Counts that do not add up (rows arrived between two answers) would misplace headings: show the plain list.
  if (grouped.length === 0 || counted !== total) {
    return {
      sections: total === 0 ? [] : [{ group: null, first: 0, count: total, top: 0 }],
      height: total * ROW_HEIGHT,
    };
  }
  const sections: QueueSection[] = [];
  let first = 0;
  let top = 0;
  for (const { group, count } of grouped) {
    sections.push({ group, first, count, top });
    first += count;
    top += HEAD_HEIGHT + count * ROW_HEIGHT;
  }
  return { sections, height: top };
}

function headHeight(section: QueueSection): number {
  return section.group === null ? 0 : HEAD_HEIGHT;
}

/** CSS pixels from the top of the list to a row. */
export function rowTop(layout: QueueLayout, index: number): number {
  const section = layout.sections.findLast((s) => s.first <= index);
  if (section === undefined) return 0;
  return section.top + headHeight(section) + (index - section.first) * ROW_HEIGHT;
}

/** The rows, `first` to `last` inclusive, that lie between two heights; null when there are none. */
export function rowsBetween(
  layout: QueueLayout,
  from: number,
  to: number,
): { readonly first: number; readonly last: number } | null {
  let first = -1;
  let last = -1;
  for (const section of layout.sections) {
    const rowsTop = section.top + headHeight(section);
    const start = Math.max(0, Math.floor((from - rowsTop) / ROW_HEIGHT));
    const end = Math.min(section.count - 1, Math.floor((to - rowsTop) / ROW_HEIGHT));
    if (end < start) continue;
    if (first < 0) first = section.first + start;
    last = section.first + end;
  }
  return first < 0 ? null : { first, last };
}
