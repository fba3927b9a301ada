import { expect, it } from 'vitest';

import { seedLetters } from '#main/engine/audit/seed/seed-letters.ts';
import { verifyStore } from '#main/engine/audit/verify-store.ts';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';

import { dumpOf, officeOf } from './cli-audit-samples.ts';
import { enrol, officeInput, PASSPHRASE, refusal, testOffice, value } from './office-pcs.ts';
import type { Pc, TestOffice } from './office-pcs.ts';

const NOW = Date.parse('2026-11-24T07:00:00Z');

async function seeded(office: TestOffice, name: string, letters: number, now = NOW): Promise<Pc> {
  const pc = await office.open(name, { clock: () => now });
  await pc.call('office.create', officeInput(office, { kit: `${office.root}/${name}.txt` }));
  await seedMore(pc, letters);
  return pc;
}

function seedMore(pc: Pc, letters: number) {
  const options = { letters, words: 60, seed: 'a', passphrase: PASSPHRASE, onProgress: () => undefined };
  return value(seedLetters(officeOf(pc.engine), options));
}

it('fills a store with letters at every stage, all of them as good as real ones', async () => {
  const office = testOffice();
  const pc = await seeded(office, 'tu', 120);
  const audit = await value(verifyStore(officeOf(pc.engine)));
  expect(audit).toMatchObject({ blobs: 120, findings: [] });
  const page = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 500 });
  expect(page.total).toBe(120);
  const agendas = page.rows.map(({ agenda }) => Number(agenda?.split('/')[0])).toSorted((a, b) => a - b);
  expect(agendas).toEqual(Array.from({ length: 120 }, (_, index) => 1284 + index));
  const shown = await Promise.all(page.rows.map(({ id }) => pc.call('letters.show', { letter: id })));
  expect(new Set(shown.map(({ status }) => status))).toEqual(
    new Set(['waitingDisposition', 'inProgress', 'done']),
  );
  expect(shown.some(({ due }) => due !== null && due < '2026-11-24')).toBe(true);

  const [first] = shown;
  const letter = first?.id ?? '';
  const bytes = await pc.call('letters.document', { letter, sha256: first?.document.sha256 ?? '' });
  expect(verifyPdf(bytes, { trustedRoots: [] }).verdict).toBe('unsigned');
  const hits = await pc.call('letters.search', { query: first?.number ?? '', limit: 10 });
  expect(hits.map(({ row }) => row.id)).toContain(letter);

  const { users } = await pc.call('session.state', undefined);
  const head = users.find(({ title }) => title === 'Kepala Dinas')?.user ?? '';
  await pc.call('session.unlock', { user: head, passphrase: PASSPHRASE });
  const todo = await pc.call('letters.queue', { box: 'todo', offset: 0, limit: 10 });
  expect(todo.total).toBeGreaterThan(3);
});

it('reaches back over the turn of the year, into a book of its own', async () => {
  const office = testOffice();
  const pc = await seeded(office, 'tu', 30, Date.parse('2026-01-09T07:00:00Z'));
  expect(await value(verifyStore(officeOf(pc.engine)))).toMatchObject({ findings: [] });
  const { rows } = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 500 });
  const of = (year: string) => rows.flatMap(({ agenda }) => (agenda?.endsWith(`/${year}`) ? [agenda] : []));
  expect([of('2025').length > 5, of('2026').length > 5, rows.length]).toEqual([true, true, 30]);
  expect(of('2025')).toContain('1/2025');
  expect(of('2026')).toContain('1284/2026');
});

it('makes the same letters from the same seed, others in a second run, and real ones for other PCs', async () => {
  const office = testOffice();
  const tu = await seeded(office, 'tu', 30);
  const other = testOffice();
  const twin = await seeded(other, 'twin', 30);
  // Ids follow from the keys of the office, which no seed makes.
  const told = async (pc: Pc) => {
    const { rows } = await pc.call('letters.queue', { box: 'incoming', offset: 0, limit: 500 });
    return rows.map(({ from, number, subject, agenda, task }) => ({
      from,
      number,
      subject,
      agenda,
      task,
    }));
  };
  expect(await told(twin)).toEqual(await told(tu));
  const before = (await tu.call('office.status', undefined)).people.length;
  await seedMore(tu, 10);
  expect((await tu.call('office.status', undefined)).people).toHaveLength(before);
  expect(await told(tu)).toHaveLength(40);

  await tu.sync();
  const reader = await office.open('reader', { clock: () => NOW });
  await enrol(office, tu, reader, { name: 'Pembaca', title: 'Wakil Kepala', role: 'pimpinan' });
  expect(dumpOf(reader)).toBe(dumpOf(tu));
  expect((await value(verifyStore(officeOf(reader.engine)))).findings).toEqual([]);
});

it('is for the registry of the roster’s writer, signed in', async () => {
  const office = testOffice();
  const tu = await office.open('tu');
  await tu.call('office.create', officeInput(office));
  await tu.call('session.leave', undefined);
  const options = { letters: 1, words: 10, seed: 'a', passphrase: PASSPHRASE, onProgress: () => undefined };
  expect(await refusal(seedLetters(officeOf(tu.engine), options))).toBe('passphrase-needed');
});
