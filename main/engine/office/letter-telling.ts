import type { NumberLetterView } from '#core/contract/numbers.ts';
import type { LetterView } from '#core/contract/views.ts';
import { isSecret } from '#core/office/enums.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { numberText } from '#core/office/number-series.ts';

import { mayReadLetter, readLetter } from '../store/letters.ts';
import { heldBetween, numbersOf } from '../store/numbers.ts';
import { openLetter } from './letter-secrets.ts';
import { viewer } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';

/**
 * What a book or a list may tell of a letter to the person signed in: sender and subject only where they read it,
 * which of a secret letter is its circle while the session is unlocked.
 */
export function tellLetter(runtime: OfficeRuntime, stored: LetterState): NumberLetterView {
  const { positions, all } = viewer(runtime);
  const isReadable = mayReadLetter(runtime.db, stored.id, positions, all);
  const read = !isReadable
    ? null
    : isSecret(stored.securityClass)
      ? (openLetter(runtime, stored)?.letter ?? null)
      : stored;
  return {
    letter: stored.id,
    kind: stored.kind,
    securityClass: stored.securityClass,
    number: stored.number,
    from: read?.from ?? null,
    subject: read?.subject ?? null,
    receivedAt: stored.receivedAt,
  };
}

/** Other letters that hold a number of this one. */
export function sameNumber(runtime: OfficeRuntime, letter: LetterState): LetterView['sameNumber'] {
  return numbersOf(letter).flatMap((held) =>
    heldBetween(runtime.db, held.series, held.number, held.number)
      .filter((row) => row.letter !== letter.id && row.suffix === held.suffix)
      .flatMap((row) => {
        const other = readLetter(runtime.db, row.letter);
        if (other === undefined) return [];
        const { subject, from, receivedAt, securityClass } = tellLetter(runtime, other);
        return [{ letter: row.letter, number: numberText(held), subject, from, receivedAt, securityClass }];
      }),
  );
}
