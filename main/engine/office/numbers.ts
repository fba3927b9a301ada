import type { Actor } from '#core/office/entry.ts';
import type { LetterActBody } from '#core/office/letter-acts.ts';
import { mayRegister } from '#core/office/rights.ts';

import { highestAgenda, lettersWithoutNumber } from '../store/letters.ts';
import { actorOf } from './acting.ts';
import { append } from './append.ts';
import { heldPositions, today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import type { Session } from './session.ts';

interface NumberAct {
  readonly type: 'number.issued';
  readonly subject: string;
  readonly body: LetterActBody<'number.issued'>;
  readonly actor: Actor;
}

/** True when this PC and person issue the agenda numbers of the office. */
export function isRegistry(runtime: OfficeRuntime, session: Session): boolean {
  return runtime.roster.current().registries.get('agenda')?.log === session.log;
}

/** The next agenda number, or null where this PC does not issue numbers or others wait before it. */
export function nextAgenda(
  runtime: OfficeRuntime,
  session: Session,
): { year: number; number: number } | null {
  const registry = runtime.roster.current().registries.get('agenda');
  if (registry === undefined || registry.log !== session.log) return null;
  const year = Number(today(runtime).slice(0, 4));
  const start = registry.year === year ? registry.start : 1;
  return { year, number: Math.max(start, highestAgenda(runtime.db, year) + 1) };
}

/**
 * The act that numbers a letter now, or null: away from the registry, while the user key is locked (a number
 * binds), or while older letters wait for theirs.
 */
export function numberAct(
  runtime: OfficeRuntime,
  session: Session,
  letter: string,
  actor: Actor,
): NumberAct | null {
  if (session.userKeys === null || lettersWithoutNumber(runtime.db, 1).length > 0) return null;
  const next = nextAgenda(runtime, session);
  if (next === null) return null;
  return { type: 'number.issued', subject: letter, body: { series: 'agenda', ...next }, actor };
}

/** Letters numbered in one transaction. */
const BATCH = 200;

/** Numbers everything that waits, oldest first, in one transaction a batch. Answers how many were numbered. */
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
  const first = nextAgenda(runtime, session);
  if (first === null) return 0;
  const roster = runtime.roster.current();
  const clerk = heldPositions(runtime).find((h) => mayRegister(roster, h.position.id));
  const waiting = lettersWithoutNumber(runtime.db, BATCH);
  if (clerk === undefined || waiting.length === 0) return 0;
  const actor = actorOf(session.user, clerk);
  const acts = waiting.map((letter, index) => ({
    type: 'number.issued' as const,
    subject: letter,
    body: { series: 'agenda' as const, year: first.year, number: first.number + index },
    actor,
  }));
  const written = append(runtime, session, acts);
  return written.ok ? acts.length : 0;
}
