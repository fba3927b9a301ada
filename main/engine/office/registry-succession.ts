import { firstOf } from '#core/office/number-book.ts';
import { parseSeriesId, termFor } from '#core/office/number-series.ts';

import type { NewAct } from './append.ts';
import { bookOf } from './number-books.ts';
import { today } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * Gives the books that ended logs keep to the taker's log, from this year on. It begins above every ceiling that
 * anybody announced, so that what a dead PC may have given and nobody has seen is never given twice.
 */
export function registrySuccession(
  runtime: OfficeRuntime,
  ended: ReadonlySet<string>,
  log: string,
  actor: NewAct['actor'],
): readonly NewAct[] {
  const year = Number(today(runtime).slice(0, 4));
  return [...runtime.roster.current().registries].flatMap(([id, terms]): NewAct[] => {
    const series = parseSeriesId(`${id}/${year}`);
    const term = termFor(terms, year);
    if (series === null || term === null || !ended.has(term.log)) return [];
    const start = firstOf(bookOf(runtime, series), { log, start: term.start });
    const { kind, unit, code } = series;
    const body = { book: { kind, unit, code }, log, start, year };
    return [{ type: 'roster.registry-set', subject: null, actor, body }];
  });
}
