import type { LetterState } from '#core/office/letter-state.ts';
import { openAlerts } from '#main/engine/store/alerts.ts';

import type { StoredEntry } from './ancestry.ts';
import type { Checked, Invariant } from './invariants.ts';
import { letterStates } from './letter-states.ts';

/** A number that a letter holds. */
interface Held {
  readonly letter: string;
  readonly series: string;
  readonly number: number;
  readonly suffix: string;
  readonly entry: string;
}

function heldBy({ id, agenda, letterNumber }: LetterState): readonly Held[] {
  return [agenda, letterNumber].flatMap((held) => (held === null ? [] : [{ letter: id, ...held }]));
}

/**
 * Whether two PCs that went on with one log gave the number without having seen each other: from the book itself, or
 * from leases that it gave out. Only a person can tell such numbers apart.
 */
function isOfTwoContinuations(checked: Checked, one: Held, other: Held): boolean {
  const byHash = new Map(checked.entries.map((entry) => [entry.hash, entry]));
  const source = ({ entry }: Held): StoredEntry | undefined => {
    const issued = byHash.get(entry);
    const [lease] = issued?.envelope.basis ?? [];
    return lease === undefined ? issued : byHash.get(lease);
  };
  const [a, b] = [source(one), source(other)];
  return (
    a !== undefined &&
    b !== undefined &&
    [a, b].some(({ envelope }) => checked.forks.has(envelope.log)) &&
    checked.ancestry.areConcurrent(a, b)
  );
}

/** What must hold of the numbers that letters have. */
export const numberInvariants: readonly Invariant[] = [
  {
    name: 'numbers',
    sentence:
      'numbers unique per series, but where a book was kept by two continuations, and then every PC says so',
    faults: (checked) => {
      const { world, first } = checked;
      const seen = new Map<string, Held>();
      return letterStates(first)
        .flatMap(heldBy)
        .flatMap((held) => {
          const number = `${held.series}#${held.number}${held.suffix}`;
          const other = seen.get(number);
          seen.set(number, held);
          if (other === undefined) return [];
          if (!isOfTwoContinuations(checked, other, held)) {
            return [`${number} on ${other.letter} and ${held.letter}`];
          }
          return world.pcs
            .filter((pc) => !isTold(openAlerts(pc.engine.state.db), held))
            .map((pc) => `${pc.name} does not say that ${number} was given twice`);
        });
    },
  },
];

function isTold(alerts: ReturnType<typeof openAlerts>, { series, number }: Held): boolean {
  return alerts.some(
    ({ code, params }) =>
      code === 'number-duplicate' && params['series'] === series && params['number'] === number,
  );
}
