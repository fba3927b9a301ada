import { expect } from 'vitest';

import type { NumberBookView } from '#core/contract/numbers.ts';
import { officeAgenda } from '#core/office/number-series.ts';
import { dumpOffice } from '#main/engine/audit/dump.ts';
import { rebuildProjections } from '#main/engine/audit/rebuild.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import type { EngineInternals } from '#main/engine/engine.ts';
import { append, nextLetterId } from '#main/engine/office/append.ts';
import type { OfficeRuntime } from '#main/engine/office/runtime.ts';
import { readLetter } from '#main/engine/store/letters.ts';

import { enrol, officeInput, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

/** 9 October 2026, 10.42 in Jakarta. */
export const NOON = Date.UTC(2026, 9, 9, 3, 42);
export const AGENDA = { ...officeAgenda, year: 2026 };

interface Clock {
  now: number;
}

/** A founder who keeps roster and agenda, and further desks of TU, all on one clock. */
export async function deskOffice(office: TestOffice, desks: number, clock: Clock = { now: NOON }) {
  const internals: EngineInternals = { clock: () => clock.now };
  const tu = await office.open('tu', internals);
  await tu.call('office.create', officeInput(office));
  await tu.sync();
  const others: Pc[] = [];
  for (let index = 1; index <= desks; index += 1) {
    const pc = await office.open(`desk${index}`, internals);
    await enrol(office, tu, pc, { name: `Petugas ${index}`, title: `Petugas TU ${index}`, role: 'tu' });
    others.push(pc);
  }
  const { positions } = await tu.call('office.status', undefined);
  const forwardTo = positions[0]?.id ?? '';
  await together([tu, ...others]);
  return { tu, desks: others, forwardTo, internals };
}

/** Everybody hears of everything. */
export async function together(pcs: readonly Pc[], rounds = 3): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const pc of pcs) await pc.sync();
}

/** The office open on a PC. */
export function runtimeOf(pc: Pc): OfficeRuntime {
  const { office } = pc.engine.state;
  if (office === null) throw new Error('no office');
  return office;
}

/** The log of the person signed in. */
export const logOf = (pc: Pc): string => runtimeOf(pc).session?.log ?? '';
const dumpOf = (pc: Pc): string => [...dumpOffice(runtimeOf(pc), { confidential: true })].join('');

/** The agenda of a year as a PC tells it. */
export function bookOf(pc: Pc, year = 2026): Promise<NumberBookView> {
  return pc.call('numbers.book', { series: { ...AGENDA, year }, from: null, limit: 500, gapsOnly: false });
}

/**
 * Registers a second letter under a number that another one holds, as a registry that was copied would: the program
 * itself does not. Answers its id.
 */
export async function addTwin(
  pc: Pick<Pc, 'engine'>,
  mine: { readonly letterId: string; readonly agendaNumber: number | null },
  subject: string,
  forwardTo: string,
): Promise<string> {
  const { office: runtime } = pc.engine.state;
  const session = runtime?.session ?? null;
  const state = runtime === null ? undefined : readLetter(runtime.db, mine.letterId);
  if (runtime === null || session === null || state?.agenda == null) throw new Error('no numbered letter');
  const { actor } = state.registered;
  const twin = nextLetterId(runtime, session);
  const { from, document, receivedAt, agenda } = state;
  const letter = {
    kind: 'incomingLetter' as const,
    from,
    number: '7',
    date: null,
    subject,
    securityClass: 'biasa' as const,
    urgency: 'biasa' as const,
    enclosure: '',
    receivedAt,
    classification: '',
    document,
    forwardTo,
  };
  const body = { series: { ...AGENDA, year: agenda.year }, number: mine.agendaNumber ?? 0 };
  await value(
    append(runtime, session, [
      { type: 'letter.registered', subject: twin, actor, body: letter },
      { type: 'number.issued', subject: twin, actor, body },
    ]),
  );
  return twin;
}

/** What a book says of one number. */
export function rowOf(book: NumberBookView, number: number) {
  return book.rows.find((row) => row.number === number);
}

/** All PCs say the same, each store proves itself, and a rebuilt one is the same again. */
export async function expectOneOffice(pcs: readonly Pc[]): Promise<void> {
  const [first, ...others] = pcs.map(dumpOf);
  for (const other of others) expect(other).toBe(first);
  for (const pc of pcs) {
    const { findings } = await value(verifyStore(runtimeOf(pc)));
    expect(findings).toEqual([]);
    rebuildProjections(runtimeOf(pc));
    expect(dumpOf(pc)).toBe(first);
  }
}
