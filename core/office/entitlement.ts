import type { AcceptedEntry } from './entry.ts';
import { officeDay } from './office-day.ts';
import { holdsOn } from './roster.ts';
import type { RosterState } from './roster.ts';

/**
 * Whether the entry's actor really stood where the entry says: the user holds the position in that standing,
 * by the roster position the entry names, on the day the act claims (3-office-log: standing is judged by the
 * act's claimed time), under the same decision (surat perintah).
 */
export function actorStands(entry: AcceptedEntry, roster: RosterState): boolean {
  const { user, position: positionId, standing, decision = '' } = entry.actor;
  if (positionId === null) return false;
  const position = roster.positions.get(positionId);
  if (position === undefined) return false;
  const day = officeDay(entry.time, roster.timeZone);
  return position.holders.some(
    (h) => holdsOn(h, day) && h.user === user && h.standing === standing && h.decision === decision,
  );
}
