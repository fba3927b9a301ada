import type { ChangeNotice } from '#core/contract/methods.ts';
import type { AcceptedEntry } from '#core/office/entry.ts';
import { isSecret } from '#core/office/enums.ts';
import type { Task } from '#core/office/tasks.ts';

import type { SyncStore } from '../share/sync-store.ts';
import { easeWrites, transact } from '../store/database.ts';
import { deleteMeta, readMeta, writeMeta } from '../store/meta.ts';
import { countUnfolded } from '../store/unfolded.ts';
import { ingest } from './ingest.ts';
import type { Ingested } from './ingest.ts';
import { foldBehind } from './project.ts';
import type { Projected } from './project.ts';
import type { ReplayWatch } from './replay-watch.ts';
import { heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

/**
 * Letters folded in one transaction, and the milliseconds after which it ends before that: each transaction costs the
 * search a segment of its own, so many are too many, and nobody should notice that they wait for one.
 */
const FOLD_STEP = { letters: 1000, ms: 100 } as const;
/** Milliseconds between two notices that lists have changed while many letters are folded. */
const LISTS_MS = 2000;
/** Fewer letters are folded before anybody could read a word about it. */
const WORTH_TELLING = 500;

/** Obligations that are new to the person signed in, for notifications. */
function arrivals(
  runtime: OfficeRuntime,
  changed: Ingested['changed'],
  since: number,
): ChangeNotice['arrived'] {
  const mine = new Set(heldPositions(runtime).map((h) => h.position.id));
  const roster = runtime.roster.current();
  return changed.flatMap(({ letter, tasks }) => {
    const task: Task | undefined = tasks.find((t) => mine.has(t.position) && !t.read);
    if (task === undefined || letter.last.time < since) return [];
    const { id, securityClass } = letter;
    const sender = task.by === null ? null : titleOf(roster, task.by);
    // The system keeps what it notified, and shows it on the lock screen: of a secret letter nothing but who and what.
    const told = isSecret(securityClass)
      ? { subject: '', from: sender ?? '' }
      : { subject: letter.subject, from: sender ?? letter.from };
    return [{ letter: id, ...told, task: task.kind, securityClass }];
  });
}

const PAUSED = 'reading.paused';

/** Whether a person asked to take nothing in for now. */
export function isReadingPaused({ db }: Pick<OfficeRuntime, 'db'>): boolean {
  return readMeta(db, PAUSED) !== null;
}

/** Stops taking in after the stretch under way, or goes on. False when it is so already. */
export function pauseReading(runtime: OfficeRuntime, paused: boolean): boolean {
  if (isReadingPaused(runtime) === paused) return false;
  transact(runtime.db, (db) => {
    if (paused) writeMeta(db, PAUSED, String(runtime.clock()));
    else deleteMeta(db, PAUSED);
  });
  runtime.notify({ keys: ['sync'] });
  if (!paused) runtime.wakePublisher();
  return true;
}

/** The part of the store that takes entries in: in stretches, each one transaction, between which others get their turn. */
export function takingIn(
  runtime: OfficeRuntime,
  replay: ReplayWatch,
): Pick<SyncStore, 'ingest' | 'settleSome' | 'foldSome' | 'replayed' | 'readingPaused'> {
  const opened = runtime.clock();
  // A program that was stopped in the middle may have left both.
  let unsettled = true;
  let isEasy = false;
  let folding: { done: number; readonly known: number } | null = null;
  let listsTold = 0;

  function ease(next: boolean): void {
    if (next !== isEasy) easeWrites(runtime.db, next);
    isEasy = next;
  }

  function tellEntries(accepted: readonly AcceptedEntry[], changed: Ingested['changed']): void {
    const office = accepted.some(({ type }) =>
      /^(?:(?:roster|request|key)\.|log\.(?:opened|retired)$)/.test(type),
    );
    const letters = changed.map(({ letter }) => letter.id);
    const keys: ChangeNotice['keys'] = office
      ? ['office', 'session', 'letters', 'home', 'sync']
      : ['letters', 'home', 'sync'];
    runtime.notify({ keys, letters, arrived: arrivals(runtime, changed, opened) });
  }

  function tellFolded(changed: readonly Projected[], isLast: boolean): void {
    const arrived = arrivals(runtime, changed, opened);
    const now = runtime.clock();
    const isDue = isLast || now - listsTold >= LISTS_MS;
    if (isDue) listsTold = now;
    // Lists are asked for again as a whole: too much changed to name the letters.
    if (isDue) runtime.notify({ keys: ['letters', 'home', 'sync'], letters: [], arrived });
    else if (arrived.length > 0) runtime.notify({ arrived });
  }

  return {
    ingest: (batch, when) => {
      if (when === 'later') ease(true);
      const { accepted, changed, more } = ingest(runtime, batch, when);
      unsettled = more;
      if (when === 'now') tellEntries(accepted, changed);
      return { state: 'done', taken: batch.entries.length };
    },
    settleSome: (when) => {
      if (!unsettled) return false;
      const { accepted, changed, more } = ingest(runtime, null, when);
      unsettled = more;
      if (when === 'now' && accepted.length > 0) tellEntries(accepted, changed);
      return more;
    },
    foldSome: () => {
      folding ??= { done: 0, known: countUnfolded(runtime.db) };
      const step = folding.known === 0 ? null : foldBehind(runtime, FOLD_STEP.letters, FOLD_STEP.ms);
      if (step === null) {
        if (folding.known > 0) {
          tellFolded([], true);
          replay.note(null);
        }
        folding = null;
        return false;
      }
      folding.done = Math.min(folding.known, folding.done + step.folded);
      tellFolded(step.changed, false);
      if (folding.known >= WORTH_TELLING) replay.note({ phase: 'letters', ...folding });
      return true;
    },
    replayed: (progress) => {
      replay.note(progress);
      if (progress === null) ease(false);
      // Who holds what may have changed with any of it.
      if (progress === null) {
        runtime.notify({ keys: ['office', 'session', 'letters', 'home', 'sync'], letters: [] });
      }
    },
    readingPaused: () => isReadingPaused(runtime),
  };
}
