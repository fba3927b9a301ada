import type { Capacity } from '../pdf/stamp/capacity.ts';
import type { HeldPosition } from './letter-actions.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

/** The lines above the name: the capacity in which the person signs. */
export function capacityOf(runtime: OfficeRuntime, held: HeldPosition): Capacity {
  const roster = runtime.roster.current();
  const { title, superior } = held.position;
  const above = titleOf(roster, superior);
  const further = titleOf(
    roster,
    superior === null ? null : (roster.positions.get(superior)?.superior ?? null),
  );
  switch (held.holder.standing) {
    case 'acting':
    case 'dailyActing':
      return { kind: held.holder.standing, title };
    case 'onBehalfOf':
      return { kind: 'onBehalfOf', superior: above, title };
    case 'byOrderOf':
      return { kind: 'byOrderOf', superior: further, between: above, title };
    case 'definitive':
      return { kind: 'holder', title };
  }
}
