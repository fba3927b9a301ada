import { expect, it } from 'vitest';

import type { ChangeNotice } from '#core/contract/methods.ts';
import { dumpOffice } from '#main/engine/audit/dump.ts';

import { CANARIES, leaks, showsCanary } from './canaries.ts';
import { runtimeOf } from './number-desks.ts';
import { disposeInput, enrol, refusal, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { settle } from './roster-pcs.ts';

/** The newest numbers of the agenda. */
const NEWEST = { series: null, from: null, limit: 100, order: 'down', gapsOnly: false } as const;

const secret = {
  securityClass: 'rahasia' as const,
  from: CANARIES.sender,
  subject: CANARIES.subject,
  number: 'R-17/2026',
  enclosure: CANARIES.enclosure,
  pdf: samplePdf(CANARIES.pdf),
};

it('seals attachments for the circle, on the disk of everybody and on the share', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const staff = await office.open('staff');
  const staffPosition = await enrol(office, tu, staff, { name: 'Rini', title: 'Kabid TIK', role: 'pejabat' });
  const { letterId } = await register(tu, headPosition, secret);
  const attachment = samplePdf(`${CANARIES.pdf} lampiran`);
  const file = { name: `${CANARIES.file}.pdf`, bytes: attachment };
  const staged = await tu.call('intake.stage', { files: [file], purpose: 'attachment' });
  await tu.call('letters.attach', { letter: letterId, staged: staged.id });
  await settle(tu, head, staff);
  await head.call('letters.dispose', disposeInput(letterId, null, staffPosition));
  await settle(head, staff, tu);
  const mine = await staff.call('letters.show', { letter: letterId });
  const report = samplePdf(`${CANARIES.pdf} laporan`);
  const reported = await staff.call('intake.stage', {
    files: [{ ...file, bytes: report }],
    purpose: 'attachment',
  });
  await staff.call('letters.follow-up', {
    letter: letterId,
    disposition: mine.myDisposition ?? '',
    note: CANARIES.followUp,
    attachments: [reported.id],
  });
  await settle(staff, head, tu);
  const seen = await head.call('letters.show', { letter: letterId });
  const documents = [...seen.attachments, ...seen.timeline.flatMap((item) => item.attachments)];
  expect(documents.map(({ name }) => name)).toEqual([`${CANARIES.file}.pdf`, `${CANARIES.file}.pdf`]);
  const opened = await Promise.all(
    documents.map(({ sha256 }) => head.call('letters.document', { letter: letterId, sha256 })),
  );
  expect(opened.map((bytes) => Buffer.from(bytes).toString('latin1'))).toEqual([
    Buffer.from(attachment).toString('latin1'),
    Buffer.from(report).toString('latin1'),
  ]);
  for (const pc of [tu, head, staff]) expect(leaks(pc.dir)).toEqual([]);
  expect(leaks(office.share)).toEqual([]);
}, 120_000);

it('keeps what is typed about a secret letter sealed while it waits to be sent', async () => {
  const office = testOffice();
  const { head } = await twoPcs(office);
  const typed = { note: CANARIES.note, subject: CANARIES.subject };
  await head.call('drafts.set', { key: 'disposition/x', value: typed });
  expect(leaks(head.dir)).toEqual([]);
  await head.call('session.lock', undefined);
  // The idle lock loses nothing that was typed.
  expect(await head.call('drafts.get', { key: 'disposition/x' })).toEqual(typed);
  await head.call('session.leave', undefined);
  expect(await head.call('drafts.get', { key: 'disposition/x' })).toBeNull();
});

it('says nothing of the content in dump, search, book, load of units and notifications', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const desk = await office.open('desk');
  await enrol(office, tu, desk, { name: 'Sari', title: 'Petugas TU', role: 'tu' });
  const { units } = await tu.call('office.status', undefined);
  const staff = await office.open('staff');
  const unit = units[0]?.id ?? '';
  const staffPosition = await enrol(office, tu, staff, {
    name: 'Rini',
    title: 'Kabid TIK',
    role: 'pejabat',
    unit,
  });
  await settle(tu, head, desk, staff);
  const notices: ChangeNotice['arrived'][number][] = [];
  head.engine.listen((notice) => notices.push(...notice.arrived));
  const { letterId, agendaNumber } = await register(tu, headPosition, secret);
  await settle(tu, head, desk, staff);
  expect(notices).toMatchObject([{ letter: letterId, subject: '', from: '', securityClass: 'rahasia' }]);
  await head.call('letters.dispose', {
    ...disposeInput(letterId, null, staffPosition),
    note: CANARIES.note,
  });
  await settle(head, tu, desk, staff);

  for (const pc of [tu, head, desk, staff]) {
    for (const confidential of [true, false]) {
      const dump = [...dumpOffice(runtimeOf(pc), { confidential })].join('');
      expect(showsCanary(Buffer.from(dump))).toBe(false);
    }
    for (const query of [CANARIES.subject, CANARIES.sender, CANARIES.note]) {
      expect(await pc.call('letters.search', { query, limit: 5 })).toEqual([]);
    }
  }
  expect(await tu.call('letters.senders', { prefix: 'R' })).toEqual([]);

  // A desk off the route keeps the book: it sees that the letter is there, who and when, and no content.
  const book = await desk.call('numbers.book', NEWEST);
  expect(book.rows.find(({ number }) => number === agendaNumber)?.letters).toMatchObject([
    { letter: letterId, number: 'R-17/2026', securityClass: 'rahasia', subject: null, from: null },
  ]);
  const envelope = await desk.call('letters.show', { letter: letterId });
  expect(envelope).toMatchObject({
    sealed: true,
    number: 'R-17/2026',
    securityClass: 'rahasia',
    actions: [],
    circle: { reason: 'outside' },
  });
  expect(envelope.timeline.map(({ type, by }) => [type, by.name])).toContainEqual([
    'letter.disposed',
    'Bambang Hariyanto',
  ]);
  expect(showsCanary(Buffer.from(JSON.stringify(envelope)))).toBe(false);
  const { sha256 } = envelope.document;
  expect(await refusal(desk.engine.call('letters.document', { letter: letterId, sha256 }))).toBe(
    'letter-key-missing',
  );
  expect(await desk.call('letters.read', { letter: letterId })).toBeNull();
  // The circle reads its own rows of the book, and no more of it once the key is closed.
  const own = async () =>
    (await tu.call('numbers.book', NEWEST)).rows.flatMap(({ letters }) =>
      letters.map(({ subject }) => subject),
    );
  expect(await own()).toEqual([CANARIES.subject]);
  await tu.call('session.lock', undefined);
  expect(await own()).toEqual([null]);

  // Where it lies is counted for those there, and for nobody else.
  const openIn = async (pc: Pc) =>
    (await pc.call('home.summary', undefined)).units.find((one) => one.unit === unit)?.open;
  expect(await openIn(staff)).toBe(1);
  expect(await openIn(head)).toBe(0);
  expect(await openIn(desk)).toBe(0);
}, 120_000);
