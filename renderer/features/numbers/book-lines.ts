import type { NumberRowView } from '#core/contract/numbers.ts';

export type BookLetter = NumberRowView['letters'][number];

/** One line of the printed book: a letter with its number, or a stretch of numbers with one explanation. */
export type BookLine =
  | {
      readonly kind: 'letter';
      readonly key: string;
      readonly row: NumberRowView;
      readonly letter: BookLetter;
    }
  | {
      readonly kind: 'gap';
      readonly key: string;
      readonly row: NumberRowView;
      /** The lowest and the highest number of the stretch. */
      readonly from: number;
      readonly to: number;
    };

function isHeld({ fate }: NumberRowView): boolean {
  return fate === 'used' || fate === 'duplicate';
}

/** Whether two numbers lack a letter for the same reason, told by the same act. */
function isSameGap(one: NumberRowView, other: NumberRowView): boolean {
  const { voided } = one;
  return (
    one.fate === other.fate &&
    one.desk?.log === other.desk?.log &&
    voided?.reason === other.voided?.reason &&
    voided?.note === other.voided?.note &&
    voided?.time === other.voided?.time &&
    voided?.name === other.voided?.name
  );
}

/** The lines of a page of the book, in the order of its rows: neighbours with one explanation stand in one line. */
export function bookLines(rows: readonly NumberRowView[]): readonly BookLine[] {
  const lines: BookLine[] = [];
  for (const row of rows) {
    if (isHeld(row)) {
      for (const letter of row.letters) {
        lines.push({ kind: 'letter', key: `${row.number}.${letter.suffix} ${letter.letter}`, row, letter });
      }
      continue;
    }
    const last = lines.at(-1);
    const { number } = row;
    const follows =
      last?.kind === 'gap' &&
      (number === last.from - 1 || number === last.to + 1) &&
      isSameGap(last.row, row);
    if (follows) {
      lines[lines.length - 1] = { ...last, from: Math.min(last.from, number), to: Math.max(last.to, number) };
    } else {
      lines.push({ kind: 'gap', key: `gap ${number}`, row, from: number, to: number });
    }
  }
  return lines;
}

/** Letters of a number that a person has to tell apart: those that share a suffix with another one. */
export function lettersToTellApart(row: NumberRowView): readonly BookLetter[] {
  return row.letters.filter((letter) =>
    row.letters.some((other) => other.letter !== letter.letter && other.suffix === letter.suffix),
  );
}
