import { parseSeriesId, termFor } from '#core/office/number-series.ts';
import type { Book } from '#core/office/number-series.ts';

import type { NewAct } from './append.ts';
import { aboveAll, yearsToTake } from './number-acts.ts';
import type { OfficeRuntime } from './runtime.ts';

/** The book that an id of the roster's registries names; any year makes a series of it. */
function bookOfId(id: string): Book | null {
  const series = parseSeriesId(`${id}/2000`);
  return series === null ? null : { kind: series.kind, unit: series.unit, code: series.code };
}

/**
 * Gives the books that ended logs kept to the taker's log, which goes on above everything that anybody announced, so
 * that what a dead PC may have given and nobody has seen is never given twice.
 */
export function registrySuccession(
  runtime: OfficeRuntime,
  ended: ReadonlySet<string>,
  log: string,
  actor: NewAct['actor'],
): readonly NewAct[] {
  return [...runtime.roster.current().registries].flatMap(([id, terms]) => {
    const book = bookOfId(id);
    if (book === null) return [];
    return yearsToTake(runtime, book).flatMap((year): NewAct[] => {
      const term = termFor(terms, year);
      if (term === null || !ended.has(term.log)) return [];
      const start = aboveAll(runtime, { ...book, year });
      return [
        { type: 'roster.registry-set', subject: null, actor, body: { book, year, log, start, gone: true } },
      ];
    });
  });
}
