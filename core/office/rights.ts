import type { RosterState } from './roster.ts';

/** Whether the position registers, corrects and forwards letters: TU, and the admin who stands in for it. */
export function mayRegister(roster: RosterState, position: string | null): boolean {
  const role = position === null ? undefined : roster.positions.get(position)?.role;
  return role === 'tu' || role === 'admin';
}

/**
 * Whether the position reads every letter of the office that is not Rahasia: TU and admin keep the books, the
 * leader answers for all of it.
 */
export function readsAll(roster: RosterState, position: string): boolean {
  return mayRegister(roster, position) || roster.positions.get(position)?.role === 'pimpinan';
}
