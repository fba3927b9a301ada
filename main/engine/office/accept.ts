import type { AcceptedEntry, EntryEnvelope, RosterPosition } from '#core/office/entry.ts';
import { logActSchemas, rosterActSchemas } from '#core/office/roster-acts.ts';

import { verifyLogByRoot } from '../keys/take-over.ts';
import { parseEntry, verifyUserSignature } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { logIdOf } from '../log/log-id.ts';
import type { WritableDb } from '../store/database.ts';
import { acceptEntry, appendRoster, entryAt } from '../store/entries.ts';
import { LogLedger } from './log-ledger.ts';
import type { LedgerLog, LogDescription } from './log-ledger.ts';
import { mayFollow } from './roster-history.ts';
import type { RosterAnswer, RosterHistory, RosterNode } from './roster-history.ts';

/** Why an entry that is authentic bytes may never take effect; its log stops there and somebody is told. */
export type Refusal = 'dependency-conflict' | 'roster-went-back' | 'log-not-certified' | 'log-other-person';

/** What an entry waits for: a place of a log, or a position of the roster. */
export type Wanted =
  | { readonly kind: 'entry'; readonly log: string; readonly seq: number }
  | { readonly kind: 'roster'; readonly position: RosterPosition };

interface Waiting {
  readonly state: 'waiting';
  readonly on: Wanted;
}

/** Whether a stored entry may take effect, and as what. */
export type Judged =
  | {
      readonly state: 'accepted';
      readonly rank: number;
      readonly userSigned: boolean;
      /** Who writes the log, told by its first entry. */
      readonly opens: LogDescription | null;
    }
  | Waiting
  | { readonly state: 'refused'; readonly reason: Refusal };

interface Ground {
  readonly officeId: string;
  /** Public root key of the office. */
  readonly rootSign: string;
  readonly roster: RosterHistory;
}

/** Rank from what came before, or why it cannot be told yet. */
function rankOf(ledger: LogLedger, log: LedgerLog, envelope: EntryEnvelope): number | Waiting | Refusal {
  let highest = 0;
  if (envelope.seq > 0) {
    const seq = envelope.seq - 1;
    if (log.acceptedSeq < seq) return { state: 'waiting', on: { kind: 'entry', log: log.log, seq } };
    highest = ledger.place(log, seq)?.rank ?? 0;
  }
  for (const dep of envelope.deps) {
    const on = { kind: 'entry', log: dep.log, seq: dep.seq } as const;
    const other = ledger.find(dep.log);
    if (other === undefined || other.acceptedSeq < dep.seq) return { state: 'waiting', on };
    const entry = ledger.place(other, dep.seq);
    if (entry === undefined || entry.rank === null) return { state: 'waiting', on };
    if (entry.hash !== dep.hash) return 'dependency-conflict';
    highest = Math.max(highest, entry.rank);
  }
  return highest + 1;
}

/** The deps of an entry are its writer's word on what had arrived there. */
function noteDeps(ledger: LogLedger, log: LedgerLog, { deps }: EntryEnvelope): void {
  for (const dep of deps) {
    const other = ledger.find(dep.log);
    if (other !== undefined) ledger.witness(log, other, dep.seq);
  }
}

/** The newest roster that the log knew before this entry: the one it named last, or its own last word about it. */
function knewBefore(
  db: WritableDb,
  log: LedgerLog,
  seq: number,
  roster: RosterHistory,
): readonly (RosterNode | undefined)[] {
  if (seq === 0) return [];
  const before = entryAt(db, log.id, seq - 1);
  const parsed = before === undefined ? null : parseEntry(before.bytes);
  const named = parsed?.ok === true ? roster.find(parsed.value.envelope.roster) : undefined;
  return [named, roster.lastBy(log.log)];
}

function rosterRefusal(
  ledger: LogLedger,
  log: LedgerLog,
  envelope: EntryEnvelope,
  roster: RosterHistory,
): Waiting | Refusal | null {
  const next = roster.find(envelope.roster);
  if (next === undefined) {
    return { state: 'waiting', on: { kind: 'roster', position: envelope.roster } };
  }
  // While there is one chain only, which most offices never leave, indices alone decide.
  if (roster.isChain()) {
    const before = envelope.seq === 0 ? undefined : ledger.place(log, envelope.seq - 1);
    const own = roster.lastBy(log.log)?.state.at.index ?? 0;
    const goesBack = Math.max(before?.rosterIndex ?? 0, own) > envelope.roster.index;
    return goesBack ? 'roster-went-back' : null;
  }
  const knew = knewBefore(ledger.db, log, envelope.seq, roster);
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
  log: LedgerLog,
  entry: ParsedEntry,
  certifiedBy: string | null,
): LogDescription | 'log-not-certified' {
  const parsed = logActSchemas['log.opened'].safeParse(entry.envelope.body);
  if (entry.envelope.type !== 'log.opened' || !parsed.success) return 'log-not-certified';
  if (logIdOf(parsed.data.key) !== log.log || certifiedBy === null) return 'log-not-certified';
  return {
    publicKey: Buffer.from(parsed.data.key, 'base64url'),
    user: entry.envelope.actor.user,
    certifiedBy,
    device: parsed.data.device,
    deviceName: parsed.data.deviceName,
  };
}

/**
 * Whether an entry may take effect, if everything it builds on is here: predecessor, deps and roster position.
 * Chain and log signature were checked when its bytes were taken in; here the person is checked. An act whose
 * user signature is missing or wrong keeps its place in the order and binds nobody. Writes nothing.
 */
export function judgeEntry(ledger: LogLedger, ground: Ground, log: LedgerLog, parsed: ParsedEntry): Judged {
  const { envelope } = parsed;
  const rank = rankOf(ledger, log, envelope);
  if (typeof rank === 'string') return { state: 'refused', reason: rank };
  if (typeof rank === 'object') return rank;
  const refusal = rosterRefusal(ledger, log, envelope, ground.roster);
  if (typeof refusal === 'string') return { state: 'refused', reason: refusal };
  if (refusal !== null) return refusal;
  const key = envelope.userSig === undefined ? null : keyOf(parsed, ground);
  const userSigned = key !== null && verifyUserSignature(parsed, ground.officeId, key);
  let opens: LogDescription | null = null;
  if (envelope.seq === 0) {
    const opened = openLog(log, parsed, userSigned ? key : null);
    if (typeof opened === 'string') return { state: 'refused', reason: opened };
    opens = opened;
  } else if (log.user !== envelope.actor.user) {
    return { state: 'refused', reason: 'log-other-person' };
  }
  return { state: 'accepted', rank, userSigned, opens };
}

/** An entry that took effect, and what became of it in the roster. */
export interface Accepted {
  readonly entry: AcceptedEntry;
  readonly roster: RosterAnswer | null;
}

/** Lets a stored entry take effect as it was judged; its row has its rank already. */
export function takeEffect(
  ledger: LogLedger,
  ground: Ground,
  log: LedgerLog,
  { envelope, hash }: ParsedEntry,
  judged: { readonly row: number } & Extract<Judged, { readonly state: 'accepted' }>,
): Accepted {
  const { row, rank, userSigned, opens } = judged;
  if (opens !== null) ledger.describe(log, opens);
  ledger.accept(log, envelope.seq, { hash, rank, rosterIndex: envelope.roster.index });
  noteDeps(ledger, log, envelope);
  const entry = acceptedEntry(envelope, hash, rank, userSigned);
  return { entry, roster: takeIntoRoster(ledger.db, ground.roster, row, entry) };
}

/** Lets an own entry, which was stored at `row`, take effect. It builds on what is here, so anything else is a bug. */
export function acceptOwn(db: WritableDb, ground: Ground, row: number, parsed: ParsedEntry): Accepted {
  const ledger = new LogLedger(db);
  const log = ledger.find(parsed.envelope.log);
  const judged = log === undefined ? null : judgeEntry(ledger, ground, log, parsed);
  if (log === undefined || judged?.state !== 'accepted') {
    throw new Error(`own entry was not accepted: ${JSON.stringify(judged)}`);
  }
  acceptEntry(db, row, judged.rank, judged.userSigned);
  const accepted = takeEffect(ledger, ground, log, parsed, { ...judged, row });
  ledger.flush();
  return accepted;
}

/** An entry as the folds see it: a user signature only where one was verified. */
export function acceptedEntry(
  envelope: EntryEnvelope,
  hash: string,
  rank: number,
  userSigned: boolean,
): AcceptedEntry {
  const { userSig, ...unsigned } = envelope;
  return userSigned && userSig !== undefined
    ? { ...unsigned, userSig, hash, rank }
    : { ...unsigned, hash, rank };
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
