import type { LetterRow } from '#core/contract/views.ts';

/** A letter may wait twice, for two positions or dispositions; the key tells its rows apart. */
export function rowKey(row: LetterRow): string {
  return [row.id, row.task ?? '', row.taskPosition ?? '', row.taskDisposition ?? ''].join(' ');
}
