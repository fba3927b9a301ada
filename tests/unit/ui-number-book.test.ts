import { describe, expect, it } from 'vitest';

import type { NumberRowView } from '#core/contract/numbers.ts';
import { bookLines, lettersToTellApart } from '#renderer/features/numbers/book-lines.ts';
import { isSuffix, nextSuffix } from '#renderer/features/same-number/next-suffix.ts';

const desk = { log: 'l1', name: 'Rini', device: 'TU-02', mine: false };

function letter(id: string, suffix = ''): NumberRowView['letters'][number] {
  return {
    letter: id,
    suffix,
    kind: 'incomingLetter',
    securityClass: 'biasa',
    number: '7',
    from: 'BPS',
    subject: 'Sensus',
    receivedAt: 0,
  };
}

function row(number: number, fate: NumberRowView['fate'], more: Partial<NumberRowView> = {}): NumberRowView {
  return { number, fate, letters: [], desk: null, voided: null, ...more };
}

const voided = { reason: 'spoiled', note: 'salah cap', name: 'Endang', time: 5 } as const;

describe('the lines of the agenda book', () => {
  it('put neighbours with one explanation together, up and down', () => {
    const rows = [row(3, 'leased', { desk }), row(4, 'leased', { desk }), row(5, 'leased', { desk })];
    for (const page of [rows, rows.toReversed()]) {
      expect(bookLines(page)).toMatchObject([{ kind: 'gap', from: 3, to: 5 }]);
    }
  });

  it('keep apart what was explained by different acts, and what a letter stands between', () => {
    const lines = bookLines([
      row(1, 'voided', { voided }),
      row(2, 'voided', { voided: { ...voided, note: 'robek' } }),
      row(3, 'used', { letters: [letter('let_a')] }),
      row(4, 'voided', { voided }),
    ]);
    expect(lines.map((line) => (line.kind === 'gap' ? [line.from, line.to] : line.letter.letter))).toEqual([
      [1, 1],
      [2, 2],
      'let_a',
      [4, 4],
    ]);
  });

  it('do not run over numbers that the filter left out', () => {
    expect(bookLines([row(9, 'skipped'), row(4, 'skipped')])).toHaveLength(2);
  });

  it('show each letter of a number, and which of them must be told apart', () => {
    const shared = row(7, 'duplicate', { letters: [letter('let_a'), letter('let_b'), letter('let_c', 'a')] });
    expect(bookLines([shared])).toHaveLength(3);
    expect(lettersToTellApart(shared).map((one) => one.letter)).toEqual(['let_a', 'let_b']);
  });
});

describe('an inserted number', () => {
  it('goes on with the first letter that is free', () => {
    expect(nextSuffix([])).toBe('a');
    expect(nextSuffix(['', 'a', 'b'])).toBe('c');
    expect(nextSuffix([...'abcdefghijklmnopqrstuvwxyz'])).toBe('');
  });

  it('is one or two small letters', () => {
    expect(['a', 'ab'].every(isSuffix)).toBe(true);
    expect(['', 'A', 'abc', '1', 'a '].some(isSuffix)).toBe(false);
  });
});
