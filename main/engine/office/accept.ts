import type { AcceptedEntry, EntryEnvelope } from '#core/office/entry.ts';
import { logActSchemas, rosterActSchemas } from '#core/office/roster-acts.ts';

import { verifyLogByRoot } from '../keys/take-over.ts';
import { parseEntry, verifyUserSignature } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { logIdOf } from '../log/log-id.ts';
import { describeLikeParent } from '../store/branches.ts';
import type { WritableDb } from '../store/database.ts';
import { acceptEntry, appendRoster, entryAt } from '../store/entries.ts';
import { describeLog, retireLog } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { AcceptanceView } from './acceptance-view.ts';
import { noteArchiveWord, noteDeps } from './log-words.ts';
import { mayFollow } from './roster-history.ts';
import type { RosterAnswer, RosterHistory, RosterNode } from './roster-history.ts';

/** Why an entry that is authentic bytes may never take effect; its log stops there and somebody is told. */
export type Refusal =
  'dependency-conflict' | 'roster-went-back' | 'log-not-certified' | 'log-other-person' | 'log-retired';

/** What an entry waits for: a place of a log, or a position of the roster. */
export type Wanted = { readonly log: string; readonly seq: number } | 'roster';

interface Waiting {
  readonly state: 'waiting';
  readonly on: Wanted;
}

export type Acceptance =
  | {
      readonly state: 'accepted';
      readonly entry: AcceptedEntry;
      readonly roster: RosterAnswer | null;
    }
  | Waiting
  | { readonly state: 'refused'; readonly reason: Refusal };

interface Ground {
  readonly officeId: string;
  /** Public root key of the office. */
  readonly rootSign: string;
  readonly roster: RosterHistory;
}

/** An entry that may take effect: its log's row, and how it is written with its rank; answers the entry's row. */
export interface Candidate {
  readonly log: number;
  readonly put: (rank: number, userSigned: boolean) => number;
}

/** Rank from what came before, or why it cannot be told yet. */
function rankOf(view: AcceptanceView, log: LogRow, envelope: EntryEnvelope): number | Waiting | Refusal {
  let highest = 0;
  if (envelope.seq > 0) {
    const before = view.at(log.id, envelope.seq - 1)?.rank ?? null;
    if (before === null) return { state: 'waiting', on: { log: log.log, seq: envelope.seq - 1 } };
    highest = before;
  }
  for (const dep of envelope.deps) {
    const on = { log: dep.log, seq: dep.seq };
    // By hash: a log that was continued twice has two entries of one number.
    const entry = view.byHash(dep.hash);
    if (entry === undefined) {
      // Another entry has the place: nobody else's word is believed against it until a second continuation shows.
      const isTaken = (view.first(dep.log)?.accepted_seq ?? -1) >= dep.seq && !view.isForked(dep.log);
      return isTaken ? 'dependency-conflict' : { state: 'waiting', on };
    }
    if (entry.seq !== dep.seq || view.row(entry.log_id)?.log !== dep.log) return 'dependency-conflict';
    if (entry.rank === null) return { state: 'waiting', on };
    highest = Math.max(highest, entry.rank);
  }
  return highest + 1;
}

/** The newest roster that the log knew before this entry: the one it named last, or its own last word about it. */
function knewBefore(
  view: AcceptanceView,
  log: LogRow,
  seq: number,
  roster: RosterHistory,
): readonly (RosterNode | undefined)[] {
  if (seq === 0) return [];
  const before = entryAt(view.db, log.id, seq - 1);
  const parsed = before === undefined ? null : parseEntry(before.bytes);
  const named = parsed?.ok === true ? roster.find(parsed.value.envelope.roster) : undefined;
  return [named, lastOwnRoster(view, log, seq, roster)];
}

/** The last roster that the log itself wrote before an entry, on that entry's own continuation. */
function lastOwnRoster(
  view: AcceptanceView,
  { id, log }: LogRow,
  seq: number,
  roster: RosterHistory,
): RosterNode | undefined {
  return roster.lastBy(
    log,
    (entry) => entry.seq < seq && (!view.isForked(log) || view.at(id, entry.seq)?.hash === entry.hash),
  );
}

function rosterRefusal(
  view: AcceptanceView,
  log: LogRow,
  envelope: EntryEnvelope,
  roster: RosterHistory,
): 'waiting' | Refusal | null {
  const next = roster.find(envelope.roster);
  if (next === undefined) return 'waiting';
  // While there is one chain only, which most offices never leave, indices alone decide.
  if (roster.isChain()) {
    const before = envelope.seq === 0 ? undefined : view.at(log.id, envelope.seq - 1);
    const own = lastOwnRoster(view, log, envelope.seq, roster)?.state.at.index ?? 0;
    const goesBack = Math.max(before?.roster_index ?? 0, own) > envelope.roster.index;
    return goesBack ? 'roster-went-back' : null;
  }
  const knew = knewBefore(view, log, envelope.seq, roster);
  return knew.some((known) => known !== undefined && !mayFollow(next, known)) ? 'roster-went-back' : null;
}

/**
 * The user key by which an entry must be signed: the one that the named roster knows, or, where the root key brings a
 * person in, the one that it vouches for.
 */
export function keyOf({ envelope }: ParsedEntry, { officeId, rootSign, roster }: Ground): string | null {
  const { user } = envelope.actor;
  if (envelope.type === 'log.opened') {
    const opened = logActSchemas['log.opened'].safeParse(envelope.body);
    const byRoot = opened.success ? opened.data.root : undefined;
    if (byRoot !== undefined) {
      return verifyLogByRoot(rootSign, officeId, envelope.log, user, byRoot) ? byRoot.keys.sign : null;
    }
  }
  if (envelope.type === 'roster.taken-over' && roster.isTakeOver(envelope)) {
    return rosterActSchemas['roster.taken-over'].parse(envelope.body).keys.sign;
  }
  return roster.signingKeyOf(user, envelope.roster);
}

/** Checks the first entry of a log: its key, certified by the person's user key. */
function openLog(
  view: AcceptanceView,
  log: LogRow,
  entry: ParsedEntry,
  certifiedBy: string | null,
): Refusal | null {
  const parsed = logActSchemas['log.opened'].safeParse(entry.envelope.body);
  if (entry.envelope.type !== 'log.opened' || !parsed.success) return 'log-not-certified';
  if (logIdOf(parsed.data.key) !== log.log || certifiedBy === null) return 'log-not-certified';
  describeLog(view.db, log.id, {
    publicKey: Buffer.from(parsed.data.key, 'base64url'),
    user: entry.envelope.actor.user,
    certifiedBy,
    device: parsed.data.device,
    deviceName: parsed.data.deviceName,
  });
  view.reread(log.id);
  return null;
}

/** `acceptNext` for one entry that stands in the store. */
export function tryAccept(
  db: WritableDb,
  ground: Ground,
  row: { readonly log: number; readonly entry: number },
  parsed: ParsedEntry,
): Acceptance {
  const view = new AcceptanceView(db);
  const answer = acceptNext(view, ground, stored(db, row.log, row.entry), parsed);
  view.flush();
  return answer;
}

/** An entry that stands in the store and gets its rank there. */
export function stored(db: WritableDb, log: number, entry: number): Candidate {
  return {
    log,
    put: (rank, userSigned) => {
      acceptEntry(db, entry, rank, userSigned);
      return entry;
    },
  };
}

/**
 * Lets an entry take effect, if everything it builds on is here: predecessor, deps and roster position. Chain and log
 * signature were checked when its bytes were taken in; here the person is checked. An act whose user signature is
 * missing or wrong keeps its place in the order and binds nobody.
 */
export function acceptNext(
  view: AcceptanceView,
  ground: Ground,
  candidate: Candidate,
  parsed: ParsedEntry,
): Acceptance {
  const { envelope, hash } = parsed;
  const log = view.row(candidate.log);
  if (log === undefined) throw new Error(`there is no log for ${hash}`);
  if (isBehindRetirement(view, log, envelope.seq)) return { state: 'refused', reason: 'log-retired' };
  const rank = rankOf(view, log, envelope);
  if (typeof rank === 'object') return rank;
  if (typeof rank === 'string') return { state: 'refused', reason: rank };
  const refusal = rosterRefusal(view, log, envelope, ground.roster);
  if (refusal === 'waiting') return { state: 'waiting', on: 'roster' };
  if (refusal !== null) return { state: 'refused', reason: refusal };
  const key = envelope.userSig === undefined ? null : keyOf(parsed, ground);
  const userSigned = key !== null && verifyUserSignature(parsed, ground.officeId, key);
  if (envelope.seq === 0) {
    const reason = openLog(view, log, parsed, userSigned ? key : null);
    if (reason !== null) return { state: 'refused', reason };
  } else if (ownerOf(view, log) !== envelope.actor.user) {
    return { state: 'refused', reason: 'log-other-person' };
  }
  if (log.parent !== null && log.accepted_seq === log.fork_seq) {
    describeLikeParent(view.db, log);
    view.reread(log.id);
  }
  const { seq, roster, type } = envelope;
  const id = candidate.put(rank, userSigned);
  view.accepted({ id, log_id: log.id, seq, hash, rank, roster_index: roster.index });
  noteDeps(view, log, envelope);
  noteArchiveWord(view, log, parsed, rank);
  if (type === 'log.retired') {
    retireLog(view.db, log.id, seq);
    view.reread(log.id);
  }
  const entry = acceptedEntry(envelope, hash, rank, userSigned);
  return { state: 'accepted', entry, roster: takeIntoRoster(view.db, ground.roster, id, entry) };
}

/** Whether the log's owner had ended it before this place, on the way that leads there. */
function isBehindRetirement(view: AcceptanceView, log: LogRow, seq: number): boolean {
  if (log.retired_seq !== null && log.retired_seq < seq) return true;
  const parent = view.parent(log);
  return parent !== undefined && isBehindRetirement(view, parent, log.fork_seq + 1);
}

/** Whose log it is; of a continuation nothing of which took effect yet, its parent tells. */
function ownerOf(view: AcceptanceView, log: LogRow): string | null {
  return log.user ?? view.parent(log)?.user ?? null;
}

/** An entry as the folds see it: a user signature only where one was verified. */
export function acceptedEntry(
  envelope: EntryEnvelope,
  hash: string,
  rank: number,
  userSigned: boolean,
): AcceptedEntry {
  if (userSigned || envelope.userSig === undefined) return { ...envelope, hash, rank };
  const { userSig: _, ...unsigned } = envelope;
  return { ...unsigned, hash, rank };
}

function takeIntoRoster(
  db: WritableDb,
  roster: RosterHistory,
  row: number,
  entry: AcceptedEntry,
): RosterAnswer | null {
  if (!entry.type.startsWith('roster.')) return null;
  const answer = roster.take(entry);
  if (answer !== 'forged') appendRoster(db, entry.roster.index + 1, row);
  return answer;
}
