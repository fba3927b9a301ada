import { highestAgenda } from '../store/letters.ts';
import type { NewAct } from './append.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Gives the books that ended logs kept to the taker's log, which goes on above what is known to be used. */
export function registrySuccession(
  runtime: OfficeRuntime,
  ended: ReadonlySet<string>,
  log: string,
  actor: NewAct['actor'],
): readonly NewAct[] {
  const registry = runtime.roster.current().registries.get('agenda');
  if (registry === undefined || !ended.has(registry.log)) return [];
  const year = Number(today(runtime).slice(0, 4));
  const first = registry.year === year ? registry.start : 1;
  const start = Math.max(first, highestAgenda(runtime.db, year) + 1);
  return [
    { type: 'roster.registry-set', subject: null, actor, body: { series: 'agenda', log, start, year } },
  ];
}
