import type { LetterState } from '#core/office/letter-state.ts';

import type { Capacity } from '../pdf/stamp/capacity.ts';
import type { HeldPosition } from './letter-actions.ts';
import type { OfficeRuntime } from './runtime.ts';
import { titleOf } from './titles.ts';

/**
 * What the stamp's QR says: the office, the document and the revision that was signed, so that a printed letter
 * can be looked up in the office's log without any server.
 */
export function stampPayload(runtime: OfficeRuntime, letter: LetterState): string {
  const revision = letter.memo?.revision ?? letter.document.sha256;
  return `NIRKERTAS:0:${runtime.officeId.slice(0, 16)}:${letter.id}:${revision.slice(0, 16)}`;
}

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
