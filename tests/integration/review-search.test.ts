import { expect, it } from 'vitest';

import { register, testOffice, twoPcs } from './office-pcs.ts';

it('answers every query that a person can type, FTS syntax included, and finds what it should', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const { letterId } = await register(tu, headPosition, {
    subject: 'Undangan rapat: "anggaran" & évaluasi (SPBE) 100%',
    number: '005/7/SETDA',
  });
  const hits = async (query: string) =>
    (await tu.call('letters.search', { query, limit: 10 })).map((hit) => hit.row.id);
  for (const nothing of ['', ' ', '"', '*', '()', '-', '\u0301', '²', '\u0000', 'a'.repeat(500), '""*']) {
    expect(await hits(nothing), JSON.stringify(nothing)).toEqual([]);
  }
  const odd = [
    'rapat "angg',
    'evaluasi',
    'SPBE)',
    'NOT rapat',
    'rapat AND',
    'rapat OR zzz',
    'subject: rapat',
  ];
  expect(await Promise.all(odd.map(hits))).toEqual([[letterId], [letterId], [letterId], [], [], [], []]);
  expect(await hits('7 setda')).toEqual([letterId]);
  expect(await hits(`${'rapat '.repeat(80)}`)).toEqual([letterId]);
  for (const box of ['todo', 'incoming', 'memos', 'dispositions', 'sent', 'all'] as const) {
    const { total } = await tu.call('letters.queue', { box, query: '"rapat" NEAR(*', offset: 0, limit: 5 });
    expect(total).toBe(0);
    await tu.call('letters.queue', { box, query: '²', offset: 4_000_000_000, limit: 500 });
  }
  expect(
    (await tu.call('letters.queue', { box: 'incoming', query: 'rapat', offset: 0, limit: 5 })).total,
  ).toBe(1);
});
