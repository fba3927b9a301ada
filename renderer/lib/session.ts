import type { SessionView } from '#core/contract/answers.ts';
import type { OfficeWords } from '#core/words/office-words.ts';

import { useAsk } from './office/use-ask.ts';

export type Me = NonNullable<SessionView['me']>;
export type MyPosition = Me['positions'][number];

/** The person signed in; null before that. */
export function useMe(): Me | null {
  return useAsk('session.state', undefined).data?.me ?? null;
}

/** The capacity as one says it: "Kepala Dinas", "Plh. Kepala Dinas". */
export function capacityTitle(position: Pick<MyPosition, 'title' | 'standing'>, words: OfficeWords): string {
  const { title, standing } = position;
  return standing === 'definitive' ? title : `${words.standing[standing]} ${title}`;
}

/** The position named first for a person: the one that leads, else the first. */
export function mainPosition(me: Me): MyPosition | null {
  return me.positions.find((position) => position.role === 'pimpinan') ?? me.positions[0] ?? null;
}
