import type { Actor } from '#core/office/entry.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { agendaYear, bookId, officeAgenda, officeYear, seriesId } from '#core/office/number-series.ts';
import type { Book, Series } from '#core/office/number-series.ts';
import { mayRegister } from '#core/office/rights.ts';

import { lettersWithoutNumber, readLetter } from '../store/letters.ts';
import { actorOf } from './acting.ts';
import { append } from './append.ts';
import { bookOf } from './number-books.ts';
import { isRegistryOf, issueAct, leasedLeft, numberSource } from './number-source.ts';
import type { NumberAct, NumberSource } from './number-source.ts';
import { heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

/** The agenda book in which a position registers: its unit's own where there is one, else the office's. */
export function agendaBookOf(runtime: OfficeRuntime, position: string | null): Book {
  const roster = runtime.roster.current();
  const unit = position === null ? null : (roster.positions.get(position)?.unit ?? null);
  const own: Book = { kind: 'agenda', unit, code: '' };
  return unit !== null && roster.registries.has(bookId(own)) ? own : officeAgenda;
}

/** The series that numbers a letter of these times, registered by this position. */
function agendaSeries(
  runtime: OfficeRuntime,
  position: string | null,
  letter: { readonly receivedAt: number; readonly registeredAt: number },
): Series {
  const roster = runtime.roster.current();
  const book = agendaBookOf(runtime, position);
  return { ...book, year: agendaYear(letter, roster.timeZone, roster.registries.get(bookId(book))) };
}

/** The series in which a registered letter waits for its number. */
export function seriesOfLetter(runtime: OfficeRuntime, letter: LetterState): Series {
  const { receivedAt, registered } = letter;
  return agendaSeries(runtime, registered.actor.position, { receivedAt, registeredAt: registered.time });
}

/** The series of a letter that arrives now. */
function seriesOfToday(runtime: OfficeRuntime, position: string | null): Series {
  const now = runtime.clock();
  return agendaSeries(runtime, position, { receivedAt: now, registeredAt: now });
}

/** True when this PC and person keep the office's agenda this year. */
export function isRegistry(runtime: OfficeRuntime, session: Session): boolean {
  const year = officeYear(runtime.clock(), runtime.roster.current().timeZone);
  return isRegistryOf(runtime, { ...officeAgenda, year }, session.log);
}

/** The agenda number that a letter arriving now would get here; null where it would wait. */
export function nextAgenda(runtime: OfficeRuntime, session: Session): number | null {
  const roster = runtime.roster.current();
  const clerk = heldPositions(runtime).find((h) => mayRegister(roster, h.position.id));
  if (clerk === undefined || waitingHere(runtime, session, 1).length > 0) return null;
  return numberSource(runtime, seriesOfToday(runtime, clerk.position.id), session.log)()?.number ?? null;
}

/** Acts whose number the program must not replace: they may have effect again when the roster writer releases them. */
const suspended: ReadonlySet<string> = new Set(['quarantined', 'basis-suspended']);

/** Whether an act numbered the letter that is suspended: neither a number in force, nor room for another. */
export function hasSuspendedNumber(letter: LetterState): boolean {
  return letter.ineffective.some((i) => i.type === 'number.issued' && suspended.has(i.reason));
}

export interface WaitingLetter {
  readonly letter: LetterState;
  readonly series: Series;
}

/** Letters looked at in search of those that wait for this log. */
const LOOK = 5000;

/**
 * Letters that wait for this very log, oldest first: at a desk its own; at the registry its own and those of desks
 * whose leases are used up. A desk that holds a lease numbers its letters itself, so nobody else may, or one letter
 * would get two numbers.
 */
export function waitingHere(
  runtime: OfficeRuntime,
  session: Session,
  limit: number,
): readonly WaitingLetter[] {
  const found: WaitingLetter[] = [];
  const leaseHolders = new Map<string, boolean>();
  const holdsLease = (series: Series, log: string) => {
    const key = `${seriesId(series)} ${log}`;
    const known = leaseHolders.get(key) ?? leasedLeft(runtime, bookOf(runtime, series), log) > 0;
    leaseHolders.set(key, known);
    return known;
  };
  for (const { id, log } of lettersWithoutNumber(runtime.db, LOOK)) {
    if (found.length >= limit) break;
    const letter = readLetter(runtime.db, id);
    if (letter === undefined || hasSuspendedNumber(letter)) continue;
    const series = seriesOfLetter(runtime, letter);
    const mine = log === session.log;
    if (!mine && (!isRegistryOf(runtime, series, session.log) || holdsLease(series, log))) continue;
    found.push({ letter, series });
  }
  return found;
}

/**
 * The act that numbers a letter as it is registered, or null: where this log gives no numbers, while the user key is
 * locked (a number binds), or while older letters wait for theirs.
 */
export function numberAct(
  runtime: OfficeRuntime,
  session: Session,
  letter: { readonly id: string; readonly receivedAt: number },
  actor: Actor,
): NumberAct | null {
  if (session.userKeys === null || waitingHere(runtime, session, 1).length > 0) return null;
  const times = { receivedAt: letter.receivedAt, registeredAt: runtime.clock() };
  const series = agendaSeries(runtime, actor.position, times);
  const given = numberSource(runtime, series, session.log)();
  return given === null ? null : issueAct(letter.id, series, given, actor);
}

/** Letters numbered in one transaction. */
const BATCH = 200;

/** Numbers everything that waits for this log, oldest first. Answers how many were numbered. */
export function numberWaiting(runtime: OfficeRuntime): number {
  let numbered = 0;
  for (;;) {
    const done = numberBatch(runtime);
    numbered += done;
    if (done < BATCH) return numbered;
  }
}

function numberBatch(runtime: OfficeRuntime): number {
  const session = runtime.session;
  if (session === null || session.userKeys === null) return 0;
  const roster = runtime.roster.current();
  const clerk = heldPositions(runtime).find((h) => mayRegister(roster, h.position.id));
  if (clerk === undefined) return 0;
  const actor = actorOf(session.user, clerk);
  const sources = new Map<string, NumberSource>();
  const acts: NumberAct[] = [];
  for (const { letter, series } of waitingHere(runtime, session, BATCH)) {
    const id = seriesId(series);
    const source = sources.get(id) ?? numberSource(runtime, series, session.log);
    sources.set(id, source);
    const given = source();
    if (given !== null) acts.push(issueAct(letter.id, series, given, actor));
  }
  if (acts.length === 0) return 0;
  return append(runtime, session, acts).ok ? acts.length : 0;
}
