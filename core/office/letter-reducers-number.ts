import type { AcceptedEntry } from './entry.ts';
import { letterActSchemas } from './letter-acts.ts';
import type { ActContext, Reducers } from './letter-reducers.ts';
import type { HeldNumber, IneffectiveReason, LetterState } from './letter-state.ts';
import { keepsSeries, leaseOf } from './number-lease.ts';
import { agendaYear, bookId, seriesId } from './number-series.ts';
import { mayRegister } from './rights.ts';

type NumberAct = 'number.issued' | 'number.corrected';

/** The numbers that a letter can hold: its place in the agenda, and its own number from a book of letters. */
type Place = 'agenda' | 'letterNumber';

/** Whether the log may give this number: it keeps the series, or it holds a lease that was there before. */
function mayIssue({ body, entry, roster, fold }: ActContext<'number.issued'>): boolean {
  const [cited] = entry.basis;
  if (cited === undefined) return keepsSeries(roster, body.series, entry.log);
  const given = fold.cited(cited);
  if (given === null || given.rank >= entry.rank) return false;
  const judged = fold.judge(given);
  const lease = leaseOf(given, judged.roster);
  return (
    lease !== null &&
    !judged.quarantined &&
    lease.log === entry.log &&
    seriesId(lease.series) === seriesId(body.series) &&
    lease.from <= body.number &&
    body.number <= lease.to
  );
}

/** Which of the letter's numbers the series gives, or why it gives none to this letter. */
function placeOf(state: LetterState, context: ActContext<'number.issued'>): Place | IneffectiveReason {
  const { series } = context.body;
  if (series.kind === 'letter') {
    if (state.memo === null) return 'unknown-subject';
    return state.memo.stage === 'withdrawn' ? 'closed' : 'letterNumber';
  }
  if (state.kind !== 'incomingLetter') return 'not-entitled';
  const { timeZone, registries } = context.roster;
  const letter = { receivedAt: state.receivedAt, registeredAt: state.registered.time };
  const year = agendaYear(letter, timeZone, registries.get(bookId(series)));
  return series.year === year ? 'agenda' : 'unknown-subject';
}

/** The number and series that an entry gave, when it gave one to some letter. */
function issuedBy(entry: AcceptedEntry | null): { series: string; number: number } | null {
  if (entry === null || entry.type !== 'number.issued') return null;
  const parsed = letterActSchemas['number.issued'].safeParse(entry.body);
  return parsed.success ? { series: seriesId(parsed.data.series), number: parsed.data.number } : null;
}

/** Acts that give a letter its number, and the one with which a person tells two letters of one number apart. */
export const numberReducers: Reducers<NumberAct> = {
  'number.issued': (state, context) => {
    const { body, entry } = context;
    const place = placeOf(state, context);
    if (place !== 'agenda' && place !== 'letterNumber') return place;
    if (!mayIssue(context)) return 'not-entitled';
    if (state[place] !== null) return 'already-done';
    const held: HeldNumber = {
      series: seriesId(body.series),
      year: body.series.year,
      number: body.number,
      suffix: '',
      entry: entry.hash,
    };
    return { ...state, [place]: held };
  },
  'number.corrected': (state, { body, entry, roster, fold }) => {
    if (!mayRegister(roster, entry.actor.position)) return 'not-entitled';
    const series = seriesId(body.series);
    const place: Place = body.series.kind === 'agenda' ? 'agenda' : 'letterNumber';
    const held = state[place];
    if (held === null || held.series !== series || held.number !== body.number) return 'unknown-subject';
    // Both are cited: this letter's number, and the other letter's that is the same.
    const others = entry.basis.filter((hash) => hash !== held.entry);
    if (others.length === entry.basis.length) return 'unknown-subject';
    const isSame = (hash: string) => {
      const other = fold.cited(hash);
      const given = issuedBy(other);
      return other?.subject !== state.id && given?.series === series && given.number === body.number;
    };
    if (!others.some(isSame)) return 'unknown-subject';
    return { ...state, [place]: { ...held, suffix: body.suffix } };
  },
};
