import type { QuarantineView, RevocationView } from '#core/contract/answers.ts';
import type { CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { Dependency } from '#core/office/entry.ts';
import { addDays } from '#core/office/office-day.ts';
import { isQuarantined } from '#core/office/roster-closing.ts';
import { positionsOf } from '#core/office/roster.ts';

import { rowsOfLog } from '../store/branches.ts';
import { entriesOfLog, entryAt } from '../store/entries.ts';
import type { EntryRow } from '../store/entries.ts';
import { readLetter } from '../store/letters.ts';
import { allLogs, findLog, logsOfUser } from '../store/logs.ts';
import type { LogRow } from '../store/logs.ts';
import { personActor, signedIn } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { endOf } from './log-ends.ts';
import { newRotation } from './key-rotation.ts';
import { rosterWriter } from './roster-editing.ts';
import type { AnsweredRequests } from './roster-editing.ts';
import { knownLogs, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { storedEntry } from './stored-entry.ts';

/** Entries of one log that are listed; the rest is told by its number. */
const LISTED = 200;

/**
 * Ends what a person holds today: the day before is the last. Without floors: the cuts hold back what comes later, and
 * what is released counts by the roster that it named.
 */
function vacatingActs(runtime: OfficeRuntime, user: string, actor: NewAct['actor']): readonly NewAct[] {
  const day = today(runtime);
  return positionsOf(runtime.roster.current(), user, day).map(({ position, holder }) => ({
    type: 'roster.holder-set' as const,
    subject: null,
    actor,
    body: { position: position.id, ...holder, until: addDays(day, -1) },
  }));
}

/**
 * Closes logs of a person at the ends seen here; what they wrote beyond is quarantined on every PC, whatever roster
 * it names. Without a list of logs all are closed with the person's key, and the positions end, so that the queue
 * stays with the position and waits for the next holder. Errors: `not-roster-writer`, `user-unknown`, `not-found`,
 * `revoke-self`.
 */
export function revoke(
  runtime: OfficeRuntime,
  { user, logs, reason, rotateKey }: CheckedInput<'office.revoke'>,
  basis: AnsweredRequests = [],
): Result<RevocationView> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const person = runtime.roster.current().people.get(user);
  if (person === undefined) return fail('user-unknown');
  const own = logsOfUser(runtime.db, user);
  const closing = logs === null ? own : own.filter(({ log }) => logs.includes(log));
  if (logs?.some((id) => !closing.some(({ log }) => log === id)) === true) return fail('not-found');
  if (closing.some(({ log }) => log === writer.value.log) || (logs === null && user === writer.value.user)) {
    return fail('revoke-self');
  }
  const actor = personActor(writer.value.user);
  const cuts = closing.flatMap((log) => endOf(runtime.db, log) ?? []);
  const vacating = logs === null ? vacatingActs(runtime, user, actor) : [];
  const key = logs === null ? person.keys.sign : null;
  const rotation = rotateKey ? newRotation(runtime, actor, logs === null ? user : null) : null;
  const written = append(
    runtime,
    writer.value,
    [
      { type: 'roster.logs-closed', subject: null, actor, basis, body: { user, key, cuts, reason } },
      ...vacating,
      ...(rotation === null ? [] : [rotation.act]),
    ],
    (db) => rotation?.keep(db),
  );
  if (!written.ok) return written;
  const device = new Map(closing.map((log) => [log.log, log.device_name ?? '']));
  return ok({
    user,
    name: person.name,
    logs: cuts.map(({ log, seq }) => ({ log, seq, device: device.get(log) ?? '' })),
    keyClosed: key !== null,
    newKey: rotation?.id ?? null,
    vacated: vacating.flatMap(({ type, body }) => (type === 'roster.holder-set' ? [body.position] : [])),
  });
}

function isHeldBack(runtime: OfficeRuntime, place: Dependency): boolean {
  return isQuarantined(runtime.roster.current(), place, knownLogs(runtime.db));
}

/** The last entry of this continuation that its closure keeps, found by halving: what it keeps is a beginning. */
function keptOf(runtime: OfficeRuntime, { id, log, seq, fork_seq: forkSeq }: LogRow): number {
  let [kept, held] = [forkSeq, seq];
  while (held - kept > 1) {
    const middle = Math.floor((kept + held) / 2);
    const hash = entryAt(runtime.db, id, middle)?.hash ?? '';
    if (isHeldBack(runtime, { log, seq: middle, hash })) held = middle;
    else kept = middle;
  }
  return kept;
}

function quarantineOf(runtime: OfficeRuntime, log: LogRow): QuarantineView | null {
  const roster = runtime.roster.current();
  if (log.hash === null || !isHeldBack(runtime, { log: log.log, seq: log.seq, hash: log.hash })) return null;
  const closure = roster.closures.get(log.log);
  const keptSeq = keptOf(runtime, log);
  const reason =
    closure?.reason ??
    (log.certified_by === null ? undefined : roster.closedKeys.get(log.certified_by)?.reason) ??
    'revoked';
  return {
    log: log.log,
    user: log.user ?? '',
    name: roster.people.get(log.user ?? '')?.name ?? '',
    device: log.device_name ?? '',
    reason,
    keptSeq,
    total: log.seq - keptSeq,
    entries: entriesOfLog(runtime.db, log.id, keptSeq + 1, LISTED).map((row) => heldEntry(runtime, row)),
  };
}

/** What is held back, with the letter that it speaks of. Bodies of secret letters say nothing themselves. */
function heldEntry(runtime: OfficeRuntime, row: EntryRow): QuarantineView['entries'][number] {
  const { seq, type, time } = row;
  const id = row.subject?.startsWith('let_') === true ? row.subject : null;
  const listed = id === null ? undefined : readLetter(runtime.db, id);
  const { subject } = storedEntry(row).envelope.body;
  return {
    seq,
    hash: row.hash,
    type,
    time,
    letter: id,
    isListed: listed !== undefined,
    about: listed?.subject ?? (typeof subject === 'string' ? subject : null),
  };
}

/** What closed logs hold beyond their cuts; looking needs no key. Errors: `passphrase-needed`, `not-roster-writer`. */
export function quarantine(runtime: OfficeRuntime): Result<readonly QuarantineView[]> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  if (session.value.log !== runtime.roster.current().writerLog) return fail('not-roster-writer');
  return ok(allLogs(runtime.db).flatMap((log) => quarantineOf(runtime, log) ?? []));
}

/**
 * Lets a closed log count up to and with an entry. Error `not-found`: nothing of that log waits there, or two entries
 * of a log that was continued twice do and the input does not say which.
 */
export function release(runtime: OfficeRuntime, input: CheckedInput<'office.release'>): Result<null> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  const held = rowsOfLog(runtime.db, input.log).flatMap((row) => {
    const entry = entryAt(runtime.db, row.id, input.seq);
    if (entry === undefined || entry.rank === null || entry.log_id !== row.id) return [];
    if (input.hash !== null && entry.hash !== input.hash) return [];
    return isHeldBack(runtime, { log: row.log, seq: entry.seq, hash: entry.hash }) ? [entry] : [];
  });
  const [entry] = held;
  const user = findLog(runtime.db, input.log)?.user ?? null;
  if (entry === undefined || held.length > 1 || user === null) return fail('not-found');
  const written = append(runtime, writer.value, [
    {
      type: 'roster.entries-released',
      subject: null,
      actor: personActor(writer.value.user),
      body: { user, log: input.log, seq: entry.seq, hash: entry.hash },
    },
  ]);
  return written.ok ? ok(null) : written;
}
