import { officeAgenda, officeYear, seriesId } from '#core/office/number-series.ts';
import { mayRegister } from '#core/office/rights.ts';
import { positionsOf } from '#core/office/roster.ts';
import { setRegistry } from '#main/engine/office/number-acts.ts';
import { bookOf } from '#main/engine/office/number-books.ts';
import { today } from '#main/engine/office/runtime.ts';

import { ask, mayTry } from './act-scene.ts';
import type { Act, Scene } from './act-scene.ts';

/** The office's agenda in the year that this PC's clock shows. */
function agendaOf({ pc }: Scene) {
  return { ...officeAgenda, year: officeYear(pc.clock(), pc.runtime.roster.current().timeZone) };
}

/** Logs of colleagues that register letters by the roster as this PC knows it. */
function registeringLogs({ pc, colleagues }: Scene): readonly string[] {
  const { runtime } = pc;
  const roster = runtime.roster.current();
  return [pc, ...colleagues].flatMap((colleague) => {
    const log = colleague.ownLog();
    const held = positionsOf(roster, log?.user ?? '', today(runtime));
    return log !== undefined && held.some(({ position }) => mayRegister(roster, position.id))
      ? [log.log]
      : [];
  });
}

/** What is done about the books of numbers. */
export const numberActs: readonly Act[] = [
  {
    name: 'give numbers up',
    weight: 4,
    run: async (scene) => {
      const { pc, random } = scene;
      if (!mayTry(scene, ['tu', 'admin'])) return 'nothing';
      const series = agendaOf(scene);
      const log = pc.ownLog()?.log;
      const book = bookOf(pc.runtime, series);
      const spans = [...book.leases.filter((lease) => lease.log === log)];
      const lease = spans.at(-1);
      if (lease === undefined) return 'nothing';
      // So many that leases are used up and renewed within a run.
      const from = lease.from + random.below(lease.to - lease.from + 1);
      const to = Math.min(lease.to, from + 5 + random.below(20));
      return ask(pc, 'numbers.void', { series, from, to, note: `salah cap ${seriesId(series)}` });
    },
  },
  {
    name: 'hand a book over',
    weight: 2,
    run: async (scene) => {
      const { pc, random } = scene;
      if (!mayTry(scene, ['admin'])) return 'nothing';
      const logs = registeringLogs(scene);
      if (logs.length === 0) return 'nothing';
      // Without a look at the share before it: what the writer knows may be old.
      const done = setRegistry(pc.runtime, {
        book: officeAgenda,
        log: random.pick(logs),
        start: null,
        gone: false,
      });
      return done.ok ? 'done' : done.error.code;
    },
  },
];
