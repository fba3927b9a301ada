import { isRosterType } from '#core/office/roster.ts';
import type { AcceptedEntry, EntryEnvelope } from '#core/office/entry.ts';
import { logActSchemas } from '#core/office/roster-acts.ts';

import { verifyUserSignature } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { logIdOf } from '../log/log-id.ts';
import type { WritableDb } from '../store/database.ts';
import { acceptEntry, appendRoster, entryAt } from '../store/entries.ts';
import { acceptUpTo, describeLog, findLog } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import type { RosterHistory } from './roster-history.ts';

/** Why an entry that is authentic bytes may never take effect; its log stops there and somebody is told. */
export type Refusal =
  'dependency-conflict' | 'roster-conflict' | 'roster-went-back' | 'log-not-certified' | 'log-other-person';

export type Acceptance =
  | {
      readonly state: 'accepted';
      readonly entry: AcceptedEntry;
      readonly roster: 'applied' | 'forged' | null;
    }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly reason: Refusal };

interface Ground {
  readonly officeId: string;
  readonly roster: RosterHistory;
}

/** Rank from what came before, or why it cannot be told yet. */
function rankOf(db: WritableDb, log: LogRow, envelope: EntryEnvelope): number | 'waiting' | Refusal {
  let highest = 0;
  if (envelope.seq > 0) {
    if (log.accepted_seq < envelope.seq - 1) return 'waiting';
    highest = entryAt(db, log.id, envelope.seq - 1)?.rank ?? 0;
  }
  for (const dep of envelope.deps) {
    const other = findLog(db, dep.log);
    if (other === undefined || other.accepted_seq < dep.seq) return 'waiting';
    const entry = entryAt(db, other.id, dep.seq);
    if (entry === undefined || entry.rank === null) return 'waiting';
    if (entry.hash !== dep.hash) return 'dependency-conflict';
    highest = Math.max(highest, entry.rank);
  }
  return highest + 1;
}

function rosterRefusal(
  db: WritableDb,
  log: LogRow,
  envelope: EntryEnvelope,
  roster: RosterHistory,
): 'waiting' | Refusal | null {
  const { index, hash } = envelope.roster;
  if (index > roster.current().at.index) return 'waiting';
  if (roster.at(index).at.hash !== hash) return 'roster-conflict';
  const before = envelope.seq === 0 ? undefined : entryAt(db, log.id, envelope.seq - 1);
  return before !== undefined && before.roster_index > index ? 'roster-went-back' : null;
}

/** Checks the first entry of a log: its key, certified by the person's user key. */
function openLog(db: WritableDb, log: LogRow, entry: ParsedEntry, userSigned: boolean): Refusal | null {
  const parsed = logActSchemas['log.opened'].safeParse(entry.envelope.body);
  if (entry.envelope.type !== 'log.opened' || !parsed.success) return 'log-not-certified';
  if (logIdOf(parsed.data.key) !== log.log || !userSigned) return 'log-not-certified';
  describeLog(db, log.id, {
    publicKey: Buffer.from(parsed.data.key, 'base64url'),
    user: entry.envelope.actor.user,
    device: parsed.data.device,
    deviceName: parsed.data.deviceName,
  });
  return null;
}

/**
 * Lets a stored entry take effect, if everything it builds on is here: predecessor, deps and roster position.
 * Chain and log signature were checked when its bytes were taken in; here the person is checked. An act whose
 * user signature is missing or wrong keeps its place in the order and binds nobody.
 */
export function tryAccept(db: WritableDb, ground: Ground, row: number, parsed: ParsedEntry): Acceptance {
  const { envelope, hash } = parsed;
  const log = findLog(db, envelope.log);
  if (log === undefined) return { state: 'waiting' };
  const rank = rankOf(db, log, envelope);
  if (rank === 'waiting') return { state: 'waiting' };
  if (typeof rank === 'string') return { state: 'refused', reason: rank };
  const refusal = rosterRefusal(db, log, envelope, ground.roster);
  if (refusal === 'waiting') return { state: 'waiting' };
  if (refusal !== null) return { state: 'refused', reason: refusal };
  const key = ground.roster.signingKeyOf(envelope.actor.user, envelope.roster.index);
  const userSigned = key !== null && verifyUserSignature(parsed, ground.officeId, key);
  if (envelope.seq === 0) {
    const reason = openLog(db, log, parsed, userSigned);
    if (reason !== null) return { state: 'refused', reason };
  } else if (log.user !== envelope.actor.user) {
    return { state: 'refused', reason: 'log-other-person' };
  }
  acceptEntry(db, row, rank, userSigned);
  acceptUpTo(db, log.id, envelope.seq);
  const entry = acceptedEntry(envelope, hash, rank, userSigned);
  return { state: 'accepted', entry, roster: takeIntoRoster(db, ground.roster, row, entry) };
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
): 'applied' | 'forged' | null {
  if (!isRosterType(entry.type) && !entry.type.startsWith('roster.')) return null;
  const now = roster.current();
  const follows = entry.roster.index === now.at.index && entry.roster.hash === now.at.hash;
  if (!follows || entry.log !== now.writerLog || entry.userSig === undefined) return 'forged';
  const next = roster.apply(entry);
  appendRoster(db, next.at.index, row);
  return 'applied';
}
