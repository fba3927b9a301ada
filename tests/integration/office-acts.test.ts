import { expect, it } from 'vitest';

import { officeActSentence } from '#core/words/office-acts.ts';

import { enrol, testOffice, twoPcs } from './office-pcs.ts';
import { settle, userOf } from './roster-pcs.ts';

it('lists what was done to people, keys and PCs, the newest first, page by page, in words', async () => {
  const office = testOffice();
  const { tu, head } = await twoPcs(office);
  const desk = await office.open('loket');
  await enrol(office, tu, desk, { name: 'Dewi', title: 'Loket', role: 'tu' });
  await settle(tu, head, desk);
  await tu.call('office.revoke', { user: await userOf(desk), logs: null, reason: 'left', rotateKey: true });
  const [held] = await tu.call('office.quarantine', undefined);
  expect(held).toBeUndefined();
  await settle(tu, head);
  const all = await head.call('office.roster-acts', { before: null, limit: 200 });
  expect(all.next).toBe(null);
  const types = all.acts.map(({ type }) => type);
  expect(types.slice(0, 3)).toEqual(['roster.key-rotated', 'roster.holder-set', 'roster.logs-closed']);
  expect(types.filter((type) => type === 'log.opened')).toHaveLength(3);
  expect(all.acts.every(({ counts }) => counts)).toBe(true);
  const closed = all.acts[2];
  if (closed === undefined) throw new Error('nothing listed');
  expect(officeActSentence(closed, 'id')).toBe('Endang Susilowati menutup 1 log Dewi: tidak lagi di kantor.');
  expect(officeActSentence(closed, 'en')).toBe(
    'Endang Susilowati closed 1 logs of Dewi: no longer in the office.',
  );
  expect(closed.proof).toMatchObject({ device: 'TU-01' });
  for (const act of all.acts) {
    for (const language of ['id', 'en'] as const)
      expect(officeActSentence(act, language)).not.toMatch(/[{}…]/);
  }
  // The same on every PC, and the same in pieces.
  expect(await tu.call('office.roster-acts', { before: null, limit: 200 })).toEqual(all);
  const paged = [];
  for (let before = null as typeof all.next; ;) {
    const page = await head.call('office.roster-acts', { before, limit: 3 });
    paged.push(...page.acts);
    expect(page.acts.length).toBeLessThanOrEqual(3);
    if (page.next === null) break;
    before = page.next;
  }
  expect(paged).toEqual(all.acts);
});
