import { describe, expect, it } from 'vitest';

import type { OfficeView, PersonLogView } from '#core/contract/answers.ts';
import type { LetterView } from '#core/contract/views.ts';
import { positionIdSchema, unitIdSchema } from '#core/office/entry.ts';
import { documentsLeft, doomedBy, openProposals } from '#renderer/features/destruction/open-proposals.ts';
import { keeperChoices } from '#renderer/features/numbers/book-keepers.ts';
import { freshId } from '#renderer/lib/format/fresh-id.ts';

const mark = { actor: { user: 'usr', position: null, standing: 'definitive' as const } };
const proposal = (id: string, documents: readonly string[], isDone = false) => ({
  proposal: id,
  documents: [...documents],
  decision: id,
  mayDestroy: true,
  proposed: { ...mark, title: '', name: 'TU', time: 1, note: '' },
  destroyed: isDone ? { ...mark, title: '', name: 'Kadis', time: 2, note: '' } : null,
});

function letterOf(
  documents: readonly string[],
  destructions: readonly ReturnType<typeof proposal>[],
): LetterView {
  const blobs = documents.map((sha256) => ({ sha256, name: sha256, size: 1, pages: 1 }));
  return { documents: blobs, destructions } as unknown as LetterView;
}

describe('what a destruction takes', () => {
  it('is what nobody destroyed before, by proposals that still take something', () => {
    const letter = letterOf(
      ['a', 'b', 'c'],
      [
        proposal('1', ['a'], true),
        proposal('2', ['a']),
        proposal('3', ['a', 'b']),
        proposal('4', ['b', 'c']),
      ],
    );
    expect(documentsLeft(letter)).toEqual(['b', 'c']);
    expect(openProposals(letter).map(({ decision }) => decision)).toEqual(['4', '3']);
    expect(openProposals(letter).map((one) => doomedBy(letter, one))).toEqual([['b', 'c'], ['b']]);
  });

  it('is nothing once all is gone', () => {
    const letter = letterOf(['a'], [proposal('1', ['a'], true), proposal('2', ['a'])]);
    expect(openProposals(letter)).toEqual([]);
  });
});

describe('who could keep a book of numbers', () => {
  const log = (name: string, lastSeen: number, state: PersonLogView['state'] = 'open'): PersonLogView => {
    return { log: name, device: name.toUpperCase(), lastSeen, state, isThisPc: false };
  };
  const office = {
    positions: [
      { id: 'admin', role: 'admin' },
      { id: 'desk', role: 'tu' },
      { id: 'head', role: 'pimpinan' },
    ],
    people: [
      { name: 'Endang', positions: [{ position: 'admin' }], logs: [log('e1', 5), log('e2', 9)] },
      { name: 'Bambang', positions: [{ position: 'head' }], logs: [log('b1', 8)] },
      {
        name: 'Sari',
        positions: [{ position: 'desk' }],
        logs: [log('s1', 7), log('s2', 6, 'retired'), log('s3', 4, 'closed')],
      },
    ],
  } as unknown as OfficeView;

  it('is whoever registers letters, on PCs in use, but for who keeps it; whom one saw last comes first', () => {
    expect(keeperChoices(office, 'e1').map((choice) => choice.log)).toEqual(['e2', 's1']);
    expect(keeperChoices(office, null).map((choice) => choice.log)).toEqual(['e2', 's1', 'e1']);
  });
});

it('ids that a request brings along are drawn anew and fit the format', () => {
  const drawn = Array.from({ length: 200 }, () => freshId('unt'));
  expect(new Set(drawn).size).toBe(200);
  for (const id of drawn) expect(unitIdSchema.safeParse(id).success).toBe(true);
  expect(positionIdSchema.safeParse(freshId('pos')).success).toBe(true);
});
