import type { SessionView } from '#core/contract/answers.ts';

import { useAsk } from './office/use-ask.ts';

export type Me = NonNullable<SessionView['me']>;
/** A position as the person holds it; its title carries the standing already: "Plh. Kepala Dinas". */
export type MyPosition = Me['positions'][number];

/** The person signed in; null before that. */
export function useMe(): Me | null {
  return useAsk('session.state', undefined).data?.me ?? null;
}

/** Whether the person registers letters: TU, and the admin who stands in for it. The engine decides all the same. */
export function mayRegister(me: Me | null): boolean {
  return me?.positions.some(({ role }) => role === 'tu' || role === 'admin') === true;
}

/** Whether the person looks over the whole office: TU, the admin who stands in for it, and the leader. */
export function readsAll(me: Me | null): boolean {
  return mayRegister(me) || me?.positions.some(({ role }) => role === 'pimpinan') === true;
}

/** The position named first for a person: the one that leads, else the first. */
export function mainPosition(me: Me): MyPosition | null {
  return me.positions.find((position) => position.role === 'pimpinan') ?? me.positions[0] ?? null;
}
