import type { HeadName } from '../log/file-names.ts';

import type { SortedHeads } from './heads-listing.ts';
import type { PollMemory } from './poll-memory.ts';
import type { KnownHead } from './sync-store.ts';
import { LOOKS } from './watch.ts';

/**
 * Heads under unknown names that are to be read now, though they are not newer than what is known: an owner takes an
 * old one away at once, so one that stays for three looks may be of another continuation of its log. Where a log is
 * known to have several, or somebody names one (`doubted`), there is no waiting. Each is read once a run.
 */
export function unknownToRead(
  { unknown, staleOwn }: SortedHeads,
  known: ReadonlyMap<string, readonly KnownHead[]>,
  memory: PollMemory,
  present: ReadonlySet<string>,
  doubted: () => ReadonlySet<string>,
): readonly HeadName[] {
  // Names that indices of ended logs tell stand for no file in `heads/`.
  const listed = [...unknown.values()].flat().filter(({ name }) => present.has(name));
  const looks = memory.unknown.look(listed.map(({ name }) => name));
  const continued = staleOwn.filter(({ name }) => memory.continued.has(name));
  const named = listed.length === 0 ? new Set<string>() : doubted();
  const due = listed.filter(({ name, log16 }) => {
    if (memory.settled.has(name) || !memory.heads.isDue(name)) return false;
    const rows = known.get(log16) ?? [];
    return (looks.get(name) ?? 0) >= LOOKS || rows.length > 1 || rows.some(({ log }) => named.has(log));
  });
  return [...continued.filter(({ name }) => !memory.settled.has(name)), ...due];
}

/** Own heads to be taken away: those of another continuation of the log stay. */
export function toRemove({ staleOwn }: SortedHeads, memory: PollMemory): readonly HeadName[] {
  return staleOwn.filter(({ name }) => !memory.continued.has(name));
}
