import { foldLetter } from '#core/office/letter-fold.ts';
import { parseSeriesId } from '#core/office/number-series.ts';
import { tasksOf } from '#core/office/tasks.ts';

import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import { canonicalJson } from '../log/canonical-json.ts';
import { parseEntry } from '../log/entry-codec.ts';
import { pinnedGenesis } from '../office/open-office.ts';
import { foldedBook } from '../office/number-books.ts';
import { blobsNamedBy, entriesOfLetter } from '../office/project.ts';
import { rosterHistory } from '../office/roster-history.ts';
import type { RosterHistory } from '../office/roster-history.ts';
import { foldContext, servicePromise } from '../office/runtime.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { entryOfRow } from '../office/stored-entry.ts';
import { findBlob } from '../store/blobs.ts';
import { wronglyDestroyed } from '../store/destroyed.ts';
import { documentFileState } from '../store/document-files.ts';
import { letterSubjects, rosterEntries } from '../store/entries.ts';
import { allLogs, logByRow } from '../store/logs.ts';
import { knownBooks, readBook, seriesSubjects } from '../store/numbers.ts';
import { projectedLetters, wrongProjections, wrongCounts, wrongSenders } from '../store/projection-check.ts';
import type { FreshLetter } from '../store/projection-check.ts';
import { isUnfolded } from '../store/unfolded.ts';
import type { AuditFinding, AuditReport } from './finding.ts';
import { Said } from './said.ts';
import { verifyLog } from './verify-entries.ts';
import type { Report } from './verify-entries.ts';

/** Letters whose projections are compared in one transaction. */
const BATCH = 500;

/** The roster built again from its chain; what does not follow or was not the writer's word is reported. */
function verifiedRoster(runtime: OfficeRuntime, report: Report): RosterHistory | null {
  const genesis = pinnedGenesis(runtime.db);
  if (genesis === null) return null;
  const roster = rosterHistory(genesis);
  for (const row of rosterEntries(runtime.db)) {
    const parsed = parseEntry(row.bytes);
    const at = { log: logByRow(runtime.db, row.log_id)?.log ?? '', seq: row.seq };
    if (!parsed.ok || row.rank === null) {
      report('roster-chain-broken', at);
      return roster;
    }
    const entry = entryOfRow(row);
    if (roster.find(entry.roster) === undefined) report('roster-chain-broken', at);
    else if (roster.take(entry) === 'forged') report('roster-forged', at);
  }
  return roster;
}

/** Letters as their entries alone make them, in batches; null for those without a beginning. */
function* freshLetters(runtime: OfficeRuntime, ids: readonly string[]): Generator<readonly FreshLetter[]> {
  const context = foldContext(runtime);
  const promise = servicePromise(runtime);
  for (let at = 0; at < ids.length; at += BATCH) {
    yield ids.slice(at, at + BATCH).flatMap((id) => {
      // It came in a moment ago and is about to be folded.
      if (isUnfolded(runtime.db, id)) return [];
      const letter = foldLetter(id, entriesOfLetter(runtime.db, id), context);
      return letter === null ? [] : [{ letter, tasks: tasksOf(letter, promise) }];
    });
  }
}

function verifyProjections(runtime: OfficeRuntime, report: Report): void {
  const founded = new Set<string>();
  const projected = new Set<string>();
  for (let after = ''; ;) {
    const page = projectedLetters(runtime.db, after, 10_000);
    for (const id of page) projected.add(id);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
  }
  const { timeZone } = servicePromise(runtime);
  for (const batch of freshLetters(runtime, letterSubjects(runtime.db))) {
    const there = batch.filter(({ letter }) => projected.has(letter.id));
    for (const { letter } of batch) {
      founded.add(letter.id);
      if (!projected.has(letter.id)) report('projection-missing', { letter: letter.id });
    }
    for (const letter of wrongProjections(runtime.db, there, timeZone))
      report('projection-wrong', { letter });
  }
  for (const letter of projected)
    if (!founded.has(letter) && !isUnfolded(runtime.db, letter)) report('projection-unfounded', { letter });
  verifyBooks(runtime, report);
  for (const file of wronglyDestroyed(runtime.db)) report('document-fate-wrong', { file });
  for (const detail of wrongSenders(runtime.db)) report('senders-wrong', { detail });
  for (const detail of wrongCounts(runtime.db)) report('counts-wrong', { detail });
}

/** Every book of numbers against a fresh fold of its entries. */
function verifyBooks(runtime: OfficeRuntime, report: Report): void {
  for (const id of new Set([...seriesSubjects(runtime.db), ...knownBooks(runtime.db)])) {
    const series = parseSeriesId(id);
    if (series === null || isUnfolded(runtime.db, id)) continue;
    const kept = readBook(runtime.db, id) ?? null;
    const fresh = foldedBook(runtime.db, runtime, series);
    if (kept === null || canonicalJson(kept) !== canonicalJson(fresh))
      report('numbers-wrong', { detail: id });
  }
}

async function verifyDocuments(runtime: OfficeRuntime, report: Report): Promise<number> {
  const seen = new Set<string>();
  for (const id of letterSubjects(runtime.db)) {
    for (const entry of entriesOfLetter(runtime.db, id)) {
      for (const blob of blobsNamedBy(entry)) {
        if (seen.has(blob.sha256)) continue;
        seen.add(blob.sha256);
        const row = findBlob(runtime.db, blob.sha256);
        const at = { file: blob.sha256, letter: id };
        if (row === undefined) report('document-unlisted', at);
        else if (row.here === 1 && row.destroyed === 0) {
          const state = await documentFileState(runtime.folder, blob.sha256);
          if (state !== 'whole') report(`document-${state}`, at);
        }
      }
    }
  }
  return seen.size;
}

/**
 * Checks everything in this PC's store against itself, from the pinned genesis up: the roster's chain, every entry
 * of every log, the signed heads, the projections against a fresh fold, the documents that should be here. Changes
 * nothing. Error: `no-office`.
 */
export async function verifyStore(runtime: OfficeRuntime): Promise<Result<AuditReport>> {
  const findings: AuditFinding[] = [];
  const report: Report = (code, at) => findings.push({ code, ...at });
  const roster = verifiedRoster(runtime, report);
  if (roster === null) return fail('no-office');
  const logs = allLogs(runtime.db);
  let entries = 0;
  const said = new Said();
  for (const log of logs) entries += verifyLog({ runtime, roster, report, said }, log);
  said.verify(runtime.db, report);
  const readable = !findings.some(({ code }) => code === 'entry-unreadable');
  // Projections can only be compared when every entry can be folded.
  if (readable) verifyProjections(runtime, report);
  const blobs = readable ? await verifyDocuments(runtime, report) : 0;
  return ok({ scope: 'store', logs: logs.length, entries, blobs, findings });
}
