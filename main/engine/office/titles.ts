import type { Actor, Standing } from '#core/office/entry.ts';
import type { Mark } from '#core/office/letter-state.ts';
import { holdersOn } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import type { MarkView } from '#core/contract/views.ts';

const prefixes: Record<Standing, string> = {
  definitive: '',
  acting: 'Plt. ',
  dailyActing: 'Plh. ',
  onBehalfOf: 'a.n. ',
  byOrderOf: 'u.b. ',
};

/** The position's title with the standing before it, as letters write it: "Plh. Kepala Dinas". */
export function standingTitle(title: string, standing: Standing): string {
  return `${prefixes[standing]}${title}`;
}

/** Title of a position, or an empty text when the roster does not know it. */
export function titleOf(roster: RosterState, position: string | null): string {
  return position === null ? '' : (roster.positions.get(position)?.title ?? '');
}

/** Title in which somebody acted. */
export function actorTitle(roster: RosterState, actor: Actor): string {
  return standingTitle(titleOf(roster, actor.position), actor.standing);
}

/** Name of the one who holds the position on a day, empty while it is vacant. */
export function holderName(roster: RosterState, position: string, day: string): string {
  const found = roster.positions.get(position);
  const holder = found === undefined ? undefined : holdersOn(found, day)[0];
  return holder === undefined ? '' : (roster.people.get(holder.user)?.name ?? '');
}

/** A mark with the names that people read. */
export function markView(roster: RosterState, mark: Mark): MarkView {
  return {
    actor: mark.actor,
    title: actorTitle(roster, mark.actor),
    name: roster.people.get(mark.actor.user)?.name ?? '',
    time: mark.time,
    note: mark.note,
  };
}
