import { findDuplicates } from '../store/home.ts';
import { rowsOfLetters } from '../store/queue.ts';
import type { QueueRow } from '../store/queue.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Letters with the same bytes, or the same number from the same sender, that the person may see. */
export function duplicatesOf(
  runtime: OfficeRuntime,
  probe: { readonly staged: string | null; readonly from: string; readonly number: string },
): readonly QueueRow[] {
  const ids = findDuplicates(runtime.db, {
    sha256: probe.staged,
    from: probe.from.trim(),
    number: probe.number.trim(),
  });
  return ids.length === 0 ? [] : rowsOfLetters(runtime.db, ids, viewer(runtime));
}
