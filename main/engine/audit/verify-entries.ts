import type { EntryEnvelope } from '#core/office/entry.ts';
import { isRosterType } from '#core/office/roster.ts';

import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { checkChain } from '../log/chain.ts';
import type { ChainEnd } from '../log/chain.ts';
import { parseEntry, verifyUserSignature } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { verifyHead } from '../log/head.ts';
import { logIdOf } from '../log/log-id.ts';
import { keyOf } from '../office/accept.ts';
import { binds } from '../office/append.ts';
import type { OfficeRuntime } from '../office/runtime.ts';
import { mayFollow } from '../office/roster-history.ts';
import type { RosterHistory } from '../office/roster-history.ts';
import { entriesOfLog, entryAt, entryByHash } from '../store/entries.ts';
import type { EntryRow } from '../store/entries.ts';
import { logByRow } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import type { AuditCode, AuditFinding } from './finding.ts';
import type { Said } from './said.ts';

const PAGE = 1000;

export type Report = (code: AuditCode, at: Omit<AuditFinding, 'code'>) => void;

/** What an audit of the entries stands on. */
export interface AuditGround {
  readonly runtime: OfficeRuntime;
  /** Built from the chain by the audit itself. */
  readonly roster: RosterHistory;
  readonly report: Report;
  /** What accepted entries say of who has seen what and who keeps the documents; filled on the way. */
  readonly said: Said;
}

/** Whether the columns beside the bytes say what the bytes say. */
function rowFits(row: EntryRow, { envelope, hash }: ParsedEntry): boolean {
  return (
    row.hash === hash &&
    row.seq === envelope.seq &&
    row.type === envelope.type &&
    row.subject === envelope.subject &&
    row.time === envelope.time &&
    row.roster_index === envelope.roster.index
  );
}

/** Rank by predecessor and deps; null when one of them is not here or not what was named. */
function rankOf(
  ground: AuditGround,
  log: LogRow,
  before: EntryRow | null,
  envelope: EntryEnvelope,
): number | null {
  const at = { log: log.log, seq: envelope.seq };
  let highest = before?.rank ?? 0;
  for (const dep of envelope.deps) {
    const entry = entryByHash(ground.runtime.db, dep.hash);
    if (entry === undefined || entry.rank === null) {
      ground.report('dependency-missing', at);
      return null;
    }
    if (entry.seq !== dep.seq || logByRow(ground.runtime.db, entry.log_id)?.log !== dep.log) {
      ground.report('dependency-conflict', at);
      return null;
    }
    highest = Math.max(highest, entry.rank);
  }
  return highest + 1;
}

/** The person: the user signature where one is due, by the key that the roster named then. */
function verifyPerson({ runtime, roster, report }: AuditGround, row: EntryRow, parsed: ParsedEntry): void {
  const { envelope } = parsed;
  const at = { log: envelope.log, seq: envelope.seq };
  const key = keyOf(parsed, { officeId: runtime.officeId, rootSign: runtime.rootSign, roster });
  const signed = key !== null && verifyUserSignature(parsed, runtime.officeId, key);
  if (signed !== (row.user_signed === 1) || (envelope.userSig !== undefined && !signed)) {
    report('user-signature-wrong', at);
  } else if (!signed && binds(envelope.type)) {
    report('act-not-signed', at);
  }
}

function verifyAccepted(
  ground: AuditGround,
  log: LogRow,
  before: EntryRow | null,
  row: EntryRow,
  parsed: ParsedEntry,
) {
  const { envelope } = parsed;
  const at = { log: log.log, seq: row.seq };
  const rank = rankOf(ground, log, before, envelope);
  if (rank !== null && rank !== row.rank) ground.report('rank-wrong', at);
  const named = ground.roster.find(envelope.roster);
  const earlier = before === null ? null : parseEntry(before.bytes);
  const known = earlier?.ok === true ? ground.roster.find(earlier.value.envelope.roster) : undefined;
  if (named === undefined || (known !== undefined && !mayFollow(named, known))) {
    ground.report('roster-position-wrong', at);
  }
  if (envelope.seq > 0 && envelope.actor.user !== log.user) ground.report('log-other-person', at);
  verifyPerson(ground, row, parsed);
}

function verifyEnd(
  { runtime, report }: AuditGround,
  log: LogRow,
  end: ChainEnd | null,
  last: EntryRow | null,
): void {
  if (end === null || end.seq !== log.seq || end.hash !== log.hash) report('log-end-wrong', { log: log.log });
  const isBeyond = log.retired_seq !== null && log.accepted_seq > log.retired_seq;
  if (isBeyond || (last !== null && log.accepted_seq > log.seq)) report('log-end-wrong', { log: log.log });
  if (log.refused !== null)
    report('log-refused', { log: log.log, seq: log.accepted_seq + 1, detail: log.refused });
  if (log.public_key === null || log.head_signature === null || end === null) return;
  const head = {
    log: log.log,
    key: toBase64url(log.public_key),
    version: log.head_version,
    seq: end.seq,
    hash: end.hash,
    signature: toBase64url(log.head_signature),
  };
  if (!verifyHead(runtime.officeId, head)) report('head-signature-wrong', { log: log.log, seq: end.seq });
}

/** Key and certificate of a log, as its first entry gives them. */
function verifyOpening({ report }: AuditGround, log: LogRow, first: ParsedEntry): void {
  const { key } = first.envelope.body;
  const at = { log: log.log, seq: 0 };
  if (typeof key !== 'string' || logIdOf(key) !== log.log) report('log-not-certified', at);
  else if (log.public_key === null || !fromBase64url(key)?.equals(log.public_key))
    report('log-key-wrong', at);
  if (log.accepted_seq >= 0 && first.envelope.userSig === undefined) report('log-not-certified', at);
}

/**
 * Reads every entry of one log again: bytes, hash, chain, place in the causal order, roster position, person, and
 * the signature of its head. A second continuation is read from where it leaves the first. Answers how many entries
 * there are; what is wrong goes to `report`.
 */
export function verifyLog(ground: AuditGround, log: LogRow): number {
  const fork = log.parent === null ? undefined : entryAt(ground.runtime.db, log.parent, log.fork_seq);
  let end: ChainEnd | null = fork === undefined ? null : { seq: fork.seq, hash: fork.hash };
  let before: EntryRow | null = fork ?? null;
  let count = 0;
  for (;;) {
    const rows: readonly EntryRow[] = entriesOfLog(ground.runtime.db, log.id, (before?.seq ?? -1) + 1, PAGE);
    for (const row of rows) {
      count += 1;
      const at = { log: log.log, seq: row.seq };
      const parsed = parseEntry(row.bytes);
      if (!parsed.ok) {
        ground.report('entry-unreadable', { ...at, detail: parsed.code });
        end = { seq: row.seq, hash: row.hash };
        before = row;
        continue;
      }
      if (parsed.value.hash !== row.hash) ground.report('entry-hash-wrong', at);
      else if (!rowFits(row, parsed.value)) ground.report('entry-row-wrong', at);
      const chained = checkChain(log.log, end, [parsed.value]);
      if (!chained.ok) ground.report('chain-broken', { ...at, detail: chained.code });
      if (row.seq === 0) verifyOpening(ground, log, parsed.value);
      if (row.rank !== null) {
        verifyAccepted(ground, log, before, row, parsed.value);
        ground.said.hear(log, parsed.value, row.rank);
      }
      end = { seq: row.seq, hash: parsed.value.hash };
      before = row;
    }
    if (rows.length < PAGE) break;
  }
  verifyEnd(ground, log, end, before);
  return count;
}

/** Whether an entry claims a place in the roster's chain. */
export function claimsRoster(type: string): boolean {
  return isRosterType(type) || type.startsWith('roster.');
}
