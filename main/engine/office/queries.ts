import type { QueuePage, SearchHit, SenderSuggestion } from '#core/contract/answers.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import { ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { LetterRow, LetterView } from '#core/contract/views.ts';
import { destroyedDocuments } from '#core/office/letter-documents.ts';
import { mayRegister } from '#core/office/rights.ts';

import { findBlob } from '../store/blobs.ts';
import { suggestSenders } from '../store/home.ts';
import { findLog } from '../store/logs.ts';
import { isWaiting } from '../store/outbox.ts';
import { countReceivers } from '../store/witness.ts';
import { countTasks, readQueue, rowsOfLetters } from '../store/queue.ts';
import { searchLetters } from '../store/search.ts';
import { letterSummary } from '../store/letters.ts';
import { groundsFor } from './acting.ts';
import { duplicatesOf } from './duplicates.ts';
import { circleOf } from './letter-circle.ts';
import { openLetter, openRow } from './letter-secrets.ts';
import { sameNumber } from './letter-telling.ts';
import { letterView } from './letter-view.ts';
import { entriesOfLetter } from './project.ts';
import { letterRow, listedRow } from './rows.ts';
import { heldPositions, queueClock, today, viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** One page of a queue or box, with the counts of the filter chips. */
export function queuePage(runtime: OfficeRuntime, input: CheckedInput<'letters.queue'>): Result<QueuePage> {
  const who = viewer(runtime);
  const clock = queueClock(runtime);
  const { kinds, unread, query, ...rest } = input;
  const { rows, total, groups } = readQueue(
    runtime.db,
    {
      ...rest,
      ...(kinds === undefined ? {} : { kinds }),
      ...(unread === undefined ? {} : { unread }),
      ...(query === undefined || query.trim() === '' ? {} : { query }),
    },
    who,
    clock,
  );
  const roster = runtime.roster.current();
  const counts: Record<string, number> = {};
  for (const row of countTasks(runtime.db, who.positions, clock.now)) {
    counts[row.kind] = (counts[row.kind] ?? 0) + row.n;
  }
  return ok({
    rows: rows.map((row) => listedRow(openRow(runtime, row), roster, who.positions)),
    total,
    counts,
    groups,
  });
}

/** Search as you type: newest first. */
export function search(runtime: OfficeRuntime, query: string, limit: number): Result<readonly SearchHit[]> {
  const who = viewer(runtime);
  const hits = searchLetters(runtime.db, query, who, limit);
  const rows = rowsOfLetters(
    runtime.db,
    hits.map((hit) => hit.id),
    who,
  );
  const roster = runtime.roster.current();
  const snippets = new Map(hits.map((hit) => [hit.id, hit.snippet]));
  return ok(
    rows.map((row) => ({
      row: listedRow(openRow(runtime, row), roster, who.positions),
      snippet: snippets.get(row.id) ?? '',
    })),
  );
}

/** The letter's screen. */
export function showLetter(runtime: OfficeRuntime, id: string): Result<LetterView> {
  const grounds = groundsFor(runtime, id);
  if (!grounds.ok) return grounds;
  const { letter, held, sealed, stand } = grounds.value;
  const roster = runtime.roster.current();
  const summary = letterSummary(
    runtime.db,
    id,
    held.map((h) => h.position.id),
  );
  const entries = openLetter(runtime, letter)?.entries ?? entriesOfLetter(runtime.db, id);
  return ok(
    letterView(letter, {
      roster,
      held,
      today: today(runtime),
      status: summary.status,
      due: summary.due,
      documentHere:
        findBlob(runtime.db, letter.document.sha256)?.here === 1 &&
        !destroyedDocuments(letter).has(letter.document.sha256),
      waiting: isWaiting(runtime.db, id),
      entries,
      sealed,
      stand,
      circle: circleOf(runtime, letter, entries, { sealed, held }),
      receivedBy: countReceivers(runtime.db, id),
      deviceOf: (log) => findLog(runtime.db, log)?.device_name ?? '',
      sameNumber: sameNumber(runtime, letter),
    }),
  );
}

/** Letters that may be the same as one about to be registered. */
export function duplicates(
  runtime: OfficeRuntime,
  input: CheckedInput<'letters.duplicates'>,
): Result<readonly LetterRow[]> {
  const roster = runtime.roster.current();
  return ok(duplicatesOf(runtime, input).map((row) => letterRow(openRow(runtime, row), roster)));
}

/** Senders known by their letters, for those who register; to others it would tell who writes to the office. */
export function senders(runtime: OfficeRuntime, prefix: string): readonly SenderSuggestion[] {
  const roster = runtime.roster.current();
  const registers = heldPositions(runtime).some((h) => mayRegister(roster, h.position.id));
  return registers ? suggestSenders(runtime.db, prefix, 8) : [];
}
