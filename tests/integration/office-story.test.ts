import { expect, it } from 'vitest';

import { disposeInput, enrol, refusal, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';

it('takes a letter from the scanner over two levels of disposition to done', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const tik = await office.open('tik');
  const tikPosition = await enrol(office, tu, tik, {
    name: 'Arif Nugroho',
    title: 'Kepala Bidang TIK',
    role: 'pejabat',
    unit: 'Bidang TIK',
  });
  await head.sync();

  const { letterId, agendaNumber } = await register(tu, headPosition);
  expect(agendaNumber).toBe(1284);
  expect((await tu.call('letters.show', { letter: letterId })).delivery).toBe('local');
  await tu.sync();
  expect((await tu.call('letters.show', { letter: letterId })).delivery).toBe('onShare');

  await head.sync();
  const arrived = await head.call('letters.show', { letter: letterId });
  expect(arrived).toMatchObject({ agenda: '1284/2026', status: 'waitingDisposition', documentHere: true });
  expect(arrived.actions).toContain('dispose');
  await head.call('letters.read', { letter: letterId });
  const { disposition } = await head.call('letters.dispose', disposeInput(letterId, null, tikPosition));
  await head.sync();
  await tik.sync();

  const queue = await tik.call('letters.queue', { box: 'todo', offset: 0, limit: 10 });
  expect(queue.rows).toMatchObject([{ id: letterId, task: 'followUp', from: 'Kepala Dinas', unread: true }]);
  await tik.call('letters.acknowledge', { letter: letterId, disposition });
  const staged = await tik.call('intake.stage', {
    files: [{ name: 'bahan.pdf', bytes: samplePdf('bahan paparan') }],
  });
  await tik.call('letters.follow-up', {
    letter: letterId,
    disposition,
    note: 'Bahan terlampir',
    attachments: [staged.id],
  });
  await tik.call('letters.finish', { letter: letterId, disposition, note: '' });
  expect(await refusal(tik.engine.call('letters.finish', { letter: letterId, disposition, note: '' }))).toBe(
    'act-already-done',
  );
  await tik.sync();
  await head.sync();

  const done = await head.call('letters.show', { letter: letterId });
  expect(done.status).toBe('done');
  const part = done.dispositions[0]?.recipients[0];
  expect(part).toMatchObject({
    finished: { name: 'Arif Nugroho' },
    followUps: [{ note: 'Bahan terlampir' }],
  });
  expect(done.timeline.map((item) => item.type)).toEqual([
    'letter.registered',
    'number.issued',
    'letter.read',
    'letter.disposed',
    'letter.acknowledged',
    'letter.followed-up',
    'letter.finished',
  ]);
  const report = part?.followUps[0]?.attachments[0];
  const bytes = await head.call('letters.document', { letter: letterId, sha256: report?.sha256 ?? '' });
  expect(Buffer.from(bytes).toString('latin1')).toContain('bahan paparan');
});

it('numbers a letter of another desk once the registry hears of it', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const desk = await office.open('desk');
  await enrol(office, tu, desk, { name: 'Yuliana', title: 'Petugas TU', role: 'tu' });
  const { letterId, agendaNumber } = await register(desk, headPosition);
  expect(agendaNumber).toBeNull();
  expect((await desk.call('letters.show', { letter: letterId })).status).toBe('waitingNumber');
  await desk.sync();
  await tu.sync();
  await tu.sync();
  await desk.sync();
  expect((await desk.call('letters.show', { letter: letterId })).agenda).toBe('1284/2026');
});

it('shows a letter to its routing and to nobody else', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const staff = await office.open('staff');
  await enrol(office, tu, staff, {
    name: 'Rizky',
    title: 'Pranata Komputer',
    role: 'staf',
    unit: 'Bidang TIK',
  });
  const { letterId } = await register(tu, headPosition, { subject: 'Penilaian kinerja' });
  await tu.sync();
  await staff.sync();
  expect(await refusal(staff.engine.call('letters.show', { letter: letterId }))).toBe('letter-not-found');
  expect(await staff.call('letters.search', { query: 'kinerja', limit: 10 })).toEqual([]);
  expect((await staff.call('letters.queue', { box: 'all', offset: 0, limit: 10 })).total).toBe(0);
  expect((await tu.call('letters.search', { query: 'kiner', limit: 10 })).map((hit) => hit.row.id)).toEqual([
    letterId,
  ]);
});

it('lets two signatories sign one memo in order, on two PCs', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'nota.pdf', bytes: samplePdf('Nota dinas') }],
  });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan anggaran',
    number: '900.1.3/77/SEK',
    date: '2026-10-08',
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [headPosition],
    copies: [],
    chain: [tuPosition, headPosition].map((position) => ({ role: 'signature', position, placement: null })),
    note: '',
    lossSeen: false,
  });
  const sign = async (pc: typeof tu) => {
    const { memo } = await pc.call('letters.show', { letter: letterId });
    return pc.call('memos.sign', { letter: letterId, revision: memo?.revision ?? '', placement: null });
  };
  await sign(tu);
  await tu.sync();
  await head.sync();
  const { sha256 } = await sign(head);
  const verified = await head.call('letters.signatures', { letter: letterId, sha256 });
  expect(verified.verdict).toBe('valid');
  expect(verified.signatures).toMatchObject([
    { signer: 'Endang Susilowati', integrity: 'intact', trust: 'trusted', category: 'office' },
    { signer: 'Bambang Hariyanto', integrity: 'intact', trust: 'trusted', category: 'office' },
  ]);
  expect((await head.call('letters.show', { letter: letterId })).memo?.stage).toBe('issued');
});

it('asks for the passphrase again before a binding act, and goes on publishing', async () => {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const { users } = await tu.call('session.state', undefined);
  await tu.call('session.lock', undefined);
  const { letterId, agendaNumber } = await register(tu, headPosition);
  expect(agendaNumber).toBeNull();
  expect((await tu.sync()).published).toBe(1);
  const user = users[0]?.user ?? '';
  expect(await refusal(tu.engine.call('session.unlock', { user, passphrase: 'salah sekali ini' }))).toBe(
    'passphrase-wrong',
  );
  await tu.call('session.unlock', { user, passphrase: 'kantor tanpa kertas 42' });
  expect((await tu.call('letters.show', { letter: letterId })).agenda).toBe('1284/2026');
});
