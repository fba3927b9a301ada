import type { ErrorCode } from '#core/contract/errors.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { AcceptedEntry, Actor, Dependency } from '#core/office/entry.ts';
import { bindingLetterActs } from '#core/office/letter-acts.ts';
import type { LetterActBody, LetterActType } from '#core/office/letter-acts.ts';
import { needsUpdate } from '#core/office/letter-state.ts';
import type { IneffectiveReason } from '#core/office/letter-state.ts';
import { bindingNumberActs, isNumberAct } from '#core/office/number-acts.ts';
import type { NumberActBody, NumberActType } from '#core/office/number-acts.ts';
import type { NumberActFault } from '#core/office/number-book.ts';
import { parseSeriesId } from '#core/office/number-series.ts';
import { bindingLogActs } from '#core/office/roster-acts.ts';
import type { LogActBody, LogActType, RosterActBody, RosterActType } from '#core/office/roster-acts.ts';

import type { LetterKey } from '../keys/letter-key.ts';
import { encodeEntry } from '../log/entry-codec.ts';
import type { ParsedEntry } from '../log/entry-codec.ts';
import { signHead } from '../log/head.ts';
import { letterIdAt } from '../log/letter-id.ts';
import { sign } from '../keys/signing-key.ts';
import { isForked } from '../store/branches.ts';
import { storeFailure, transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { entryAt, insertEntry } from '../store/entries.ts';
import { addLog, advanceLog, findLog, keepHead, logsToName, noteNamed, isBehind } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { enqueue } from '../store/outbox.ts';
import { tryAccept } from './accept.ts';
import { bookOf, refoldBooks } from './number-books.ts';
import { judgeAnew, noteBlobs, refoldLetter } from './project.ts';
import { isClosedBehind } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { sealAct } from './seal-act.ts';
import type { Session } from './session.ts';

/** An act about to be written. `actor` is filled in from the session. */
export type NewAct =
  | { readonly [T in LetterActType]: ActOf<T, LetterActBody<T>> }[LetterActType]
  | { readonly [T in RosterActType]: ActOf<T, RosterActBody<T>> }[RosterActType]
  | { readonly [T in NumberActType]: ActOf<T, NumberActBody<T>> }[NumberActType]
  | { readonly [T in LogActType]: ActOf<T, LogActBody<T>> }[LogActType];

interface ActOf<T extends string, B> {
  readonly type: T;
  readonly subject: string | null;
  readonly body: B;
  readonly actor: Actor;
  readonly basis?: readonly string[];
  /** Of an act that begins a secret letter: the letter's new key, with which its document is sealed already. */
  readonly letterKey?: LetterKey;
}

/**
 * The id that a letter gets if its first entry is appended next. Ask right before `append`, with nothing awaited in
 * between: the next entry of the log decides it.
 */
export function nextLetterId(runtime: OfficeRuntime, session: Session): string {
  return letterIdAt(session.log, (findLog(runtime.db, session.log)?.seq ?? -1) + 1);
}

const refusals: Record<IneffectiveReason, ErrorCode> = {
  malformed: 'input-invalid',
  'not-entitled': 'act-not-allowed',
  'no-user-signature': 'locked',
  'unknown-subject': 'act-not-allowed',
  'already-done': 'act-already-done',
  'other-revision': 'act-other-revision',
  'not-in-turn': 'act-not-in-turn',
  closed: 'act-closed',
  unsettled: 'act-unsettled',
  contested: 'act-unsettled',
  'set-aside': 'act-unsettled',
  repeated: 'act-already-done',
  quarantined: 'log-closed',
  'basis-suspended': 'act-suspended',
  'needs-update': 'letter-newer',
};

/** Leaves the transaction without a trace; carries the expected failure out. */
class ActRefused extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Whether acts of this type need the user key (3-office-log: acts that bind). */
export function binds(type: string): boolean {
  return (
    bindingLetterActs.has(type) ||
    bindingNumberActs.has(type) ||
    bindingLogActs.has(type) ||
    type.startsWith('roster.')
  );
}

/** Heads of other logs that took effect here and that no own entry has named yet. */
function unnamedHeads(db: WritableDb, own: LogRow): Dependency[] {
  const deps: Dependency[] = [];
  for (const log of logsToName(db, own.id)) {
    const hash = log.accepted_seq === log.seq ? log.hash : entryAt(db, log.id, log.accepted_seq)?.hash;
    if (hash == null) continue;
    deps.push({ log: log.log, seq: log.accepted_seq, hash });
    noteNamed(db, log.id, log.accepted_seq);
  }
  return deps;
}

function writeEntry(
  db: WritableDb,
  runtime: OfficeRuntime,
  session: Session,
  act: NewAct,
  isLastWord: boolean,
): AcceptedEntry {
  const log = findLog(db, session.log) ?? addLog(db, session.log, true);
  // The office's roster may be here before the own log was begun.
  if (log.seq < 0 && act.type !== 'log.opened') throw new ActRefused('not-enrolled');
  // A backup that was put back takes in what this PC had written since: until that took effect nothing follows it.
  if (isBehind(log)) throw new ActRefused('log-behind');
  if (isClosedBehind(runtime, log)) throw new ActRefused('log-closed');
  if (!isLastWord && isForked(db, log.log)) throw new ActRefused('log-continued-twice');
  const { at } = runtime.roster.current();
  const keys = session.userKeys;
  if (binds(act.type) && keys === null) throw new ActRefused('locked');
  const signer =
    binds(act.type) && keys !== null
      ? { officeId: runtime.officeId, sign: (payload: Uint8Array) => sign(keys.sign, payload) }
      : undefined;
  const body = sealAct(runtime, act);
  if (!body.ok) throw new ActRefused(body.error.code);
  const encoded = encodeEntry(
    {
      v: 0,
      log: log.log,
      seq: log.seq + 1,
      prev: log.hash,
      deps: unnamedHeads(db, log),
      roster: at,
      time: runtime.clock(),
      actor: act.actor,
      type: act.type,
      subject: act.subject,
      basis: [...(act.basis ?? [])],
      body: body.value,
    },
    signer,
  );
  if (!encoded.ok) throw new ActRefused('act-too-large');
  return storeOwn(db, runtime, log, encoded.value);
}

function storeOwn(db: WritableDb, runtime: OfficeRuntime, log: LogRow, parsed: ParsedEntry): AcceptedEntry {
  const { envelope, hash, bytes } = parsed;
  const row = insertEntry(db, {
    logRow: log.id,
    seq: envelope.seq,
    hash,
    // Its rank follows a few lines down; until then it must not count as one that waits.
    rank: 0,
    rosterIndex: envelope.roster.index,
    type: envelope.type,
    subject: envelope.subject,
    time: envelope.time,
    userSigned: false,
    bytes,
  });
  advanceLog(db, log.id, envelope.seq, hash, envelope.time);
  enqueue(
    db,
    row,
    log.id,
    envelope.seq,
    envelope.subject?.startsWith('let_') === true ? envelope.subject : null,
  );
  const accepted = tryAccept(db, runtime, { log: log.id, entry: row }, parsed);
  if (accepted.state !== 'accepted')
    throw new Error(`own entry was not accepted: ${JSON.stringify(accepted)}`);
  if (accepted.roster === 'forged') throw new ActRefused('not-roster-writer');
  noteBlobs(db, accepted.entry, true, runtime.clock());
  return accepted.entry;
}

/** Signs the new end of the log, so that a locked PC still publishes. */
function signEnd(db: WritableDb, runtime: OfficeRuntime, session: Session): void {
  const log = findLog(db, session.log);
  if (log === undefined || log.hash === null) throw new Error('a log without entries has no end to sign');
  const version = log.head_version + 1;
  const head = signHead(runtime.officeId, { version, seq: log.seq, hash: log.hash }, session.logKey);
  keepHead(db, log.id, version, Buffer.from(head.signature, 'base64url'), log.head_file);
}

/**
 * Appends acts in ONE transaction: entries, signed head, refreshed projections and outbox rows, or nothing. The
 * fold judges them: an act that would have no effect is refused here and never written. Answers the entries made.
 *
 * @param also what else belongs into the transaction
 * @param isLastWord lets a log that was continued twice say one more thing: to whom its rights go
 */
export function append(
  runtime: OfficeRuntime,
  session: Session,
  acts: readonly NewAct[],
  also?: (db: WritableDb) => void,
  isLastWord = false,
): Result<readonly AcceptedEntry[]> {
  const before = { size: runtime.roster.size(), tip: runtime.roster.tip() };
  let entries: readonly AcceptedEntry[];
  try {
    entries = transact(runtime.db, (db) => {
      const written = acts.map((act) => writeEntry(db, runtime, session, act, isLastWord));
      signEnd(db, runtime, session);
      project(db, runtime, written);
      judgeAnew(db, runtime, before.tip);
      also?.(db);
      runtime.at?.('append:before-commit');
      return written;
    });
  } catch (error) {
    runtime.roster.truncate(before.size);
    if (error instanceof ActRefused) return fail(error.code);
    return fail(...storeFailure(error, runtime.folder));
  }
  runtime.at?.('append:after-commit');
  announce(runtime, entries);
  return ok(entries);
}

function project(db: WritableDb, runtime: OfficeRuntime, written: readonly AcceptedEntry[]): void {
  const own = new Set(written.map((entry) => entry.hash));
  for (const [letter, entries] of byLetter(written)) {
    const projected = refoldLetter(db, runtime, letter, entries);
    if (projected === null) throw new ActRefused('act-not-allowed');
    // Nobody goes on from a state that this program cannot know. That it was opened changes nothing of it.
    const isLocked = needsUpdate(projected.letter) && entries.some(({ type }) => type !== 'letter.read');
    if (isLocked) throw new ActRefused('letter-newer');
    const refused = projected.letter.ineffective.find((i) => own.has(i.entry));
    if (refused !== undefined) throw new ActRefused(refusals[refused.reason]);
  }
  projectBooks(db, runtime, written);
}

const bookRefusals: Record<NumberActFault, ErrorCode> = {
  malformed: 'input-invalid',
  'not-entitled': 'act-not-allowed',
  'no-user-signature': 'locked',
  'unknown-subject': 'input-invalid',
  quarantined: 'act-not-allowed',
};

function projectBooks(db: WritableDb, runtime: OfficeRuntime, written: readonly AcceptedEntry[]): void {
  refoldBooks(db, runtime, written);
  for (const { type, subject, hash } of written) {
    if (!isNumberAct(type)) continue;
    const series = subject === null ? null : parseSeriesId(subject);
    if (series === null) throw new ActRefused('input-invalid');
    const refused = bookOf(runtime, series).ineffective.find(({ entry }) => entry === hash);
    if (refused !== undefined) throw new ActRefused(bookRefusals[refused.reason]);
  }
}

/** Groups entries by the letter they speak of, leaving out those about nothing or about the office. */
export function byLetter(entries: readonly AcceptedEntry[]): ReadonlyMap<string, readonly AcceptedEntry[]> {
  const grouped = new Map<string, AcceptedEntry[]>();
  for (const entry of entries) {
    if (entry.subject === null || !entry.subject.startsWith('let_')) continue;
    const list = grouped.get(entry.subject);
    if (list === undefined) grouped.set(entry.subject, [entry]);
    else list.push(entry);
  }
  return grouped;
}

function announce(runtime: OfficeRuntime, entries: readonly AcceptedEntry[]): void {
  const letters = [...byLetter(entries).keys()];
  const office = entries.some((entry) => entry.type.startsWith('roster.'));
  runtime.notify({
    keys: office ? ['office', 'session', 'letters', 'home', 'sync'] : ['letters', 'home', 'sync'],
    letters,
  });
  runtime.wakePublisher();
}
