import { expect, test } from 'vitest';

import { CANARIES, leaks, spellings } from './canaries.ts';
import { disposeInput, enrol, PASSPHRASE, refusal, samplePdf, testOffice, twoPcs } from './office-pcs.ts';

test('the search for canaries finds them in each spelling', () => {
  for (const spelled of [
    Buffer.from(`xx${CANARIES.pdf}yy`),
    Buffer.from(CANARIES.pdf, 'utf16le'),
    Buffer.from(Buffer.from(`a${CANARIES.pdf}b`).toString('base64')),
    Buffer.from(Buffer.from(`ab${CANARIES.pdf}b`).toString('base64')),
    Buffer.from(Buffer.from(`abc${CANARIES.pdf}b`).toString('base64')),
  ])
    expect(spellings(CANARIES.pdf).some((s) => spelled.includes(s))).toBe(true);
});

test('a Rahasia letter is read by its circle and by nobody else, a successor reads it by the signed act', async () => {
  const office = testOffice();
  const { tu, head, headPosition } = await twoPcs(office);
  const staff = await office.open('staff');
  const staffPosition = await enrol(office, tu, staff, { name: 'Rini', title: 'Kabid TIK', role: 'pejabat' });
  const third = await office.open('third');
  await enrol(office, tu, third, { name: 'Joko', title: 'Kabid Umum', role: 'pejabat' });
  const successor = await office.open('successor');
  await enrol(office, tu, successor, { name: 'Sari', title: 'Staf TIK', role: 'staf' });
  for (const pc of [tu, head, staff, third, successor]) await pc.sync();

  const pdf = samplePdf(CANARIES.pdf);
  const staged = await tu.call('intake.stage', { files: [{ name: `${CANARIES.file}.pdf`, bytes: pdf }] });
  const { letterId } = await tu.call('letters.register', {
    staged: staged.id,
    from: CANARIES.sender,
    number: 'R-17/2026',
    date: '2026-10-06',
    subject: CANARIES.subject,
    securityClass: 'rahasia',
    urgency: 'segera',
    enclosure: CANARIES.enclosure,
    receivedAt: Date.now(),
    classification: '',
    forwardTo: headPosition,
    duplicateSeen: false,
  });
  await tu.sync();
  await head.sync();
  const seen = await head.call('letters.show', { letter: letterId });
  expect(seen).toMatchObject({
    sealed: false,
    from: CANARIES.sender,
    subject: CANARIES.subject,
    enclosure: CANARIES.enclosure,
  });
  expect(seen.document.name).toBe(`${CANARIES.file}.pdf`);
  const bytes = await head.call('letters.document', { letter: letterId, sha256: seen.document.sha256 });
  expect(Buffer.from(bytes).equals(Buffer.from(pdf))).toBe(true);

  const asked = disposeInput(letterId, null, staffPosition);
  await head.call('letters.dispose', {
    ...asked,
    note: CANARIES.note,
    recipients: asked.recipients.map((r) => ({ ...r, note: CANARIES.note })),
  });
  for (const pc of [head, staff, third, tu]) await pc.sync();
  const queue = await staff.call('letters.queue', { box: 'todo', offset: 0, limit: 10 });
  expect(queue.rows.map((row) => [row.subject, row.sealed])).toEqual([[CANARIES.subject, false]]);
  const mine = await staff.call('letters.show', { letter: letterId });
  expect(JSON.stringify(mine.timeline)).toContain(CANARIES.note);
  await staff.call('letters.follow-up', {
    letter: letterId,
    disposition: mine.myDisposition ?? '',
    note: CANARIES.followUp,
    attachments: [],
  });
  for (const pc of [staff, third, successor, head]) await pc.sync();
  expect(JSON.stringify(await head.call('letters.show', { letter: letterId }))).toContain(CANARIES.followUp);

  expect(leaks(office.share)).toEqual([]);
  expect(leaks(third.dir)).toEqual([]);
  expect(leaks(tu.dir)).toEqual([]);
  expect(leaks(head.dir)).toEqual([]);
  expect(leaks(staff.dir)).toEqual([]);
  expect(await refusal(third.engine.call('letters.show', { letter: letterId }))).toBe('letter-not-found');

  // The position changes hands: the successor sees that the letter is there, and not what it says.
  const user = (await successor.call('session.state', undefined)).me?.user ?? '';
  await tu.call('office.set-holder', {
    position: staffPosition,
    user,
    standing: 'definitive',
    from: '2026-01-01',
    until: null,
    decision: '',
  });
  await tu.sync();
  await successor.sync();
  const before = await successor.call('letters.show', { letter: letterId });
  expect(before).toMatchObject({ sealed: true, subject: 'Rahasia', from: 'Rahasia', number: 'R-17/2026' });
  expect(JSON.stringify(before)).not.toContain('CANARY');
  expect(
    await refusal(
      successor.engine.call('letters.document', { letter: letterId, sha256: before.document.sha256 }),
    ),
  ).toBe('letter-key-missing');
  await head.sync();
  await head.call('letters.share-key', { letter: letterId, position: staffPosition });
  await head.sync();
  await successor.sync();
  const after = await successor.call('letters.show', { letter: letterId });
  expect(after).toMatchObject({ sealed: false, subject: CANARIES.subject });
  expect(JSON.stringify(after)).toContain(CANARIES.followUp);
  await successor.call('session.lock', undefined);
  expect(await successor.call('letters.show', { letter: letterId })).toMatchObject({ sealed: true });
  await successor.call('session.unlock', { user, passphrase: PASSPHRASE });
  expect(await successor.call('letters.show', { letter: letterId })).toMatchObject({ sealed: false });
  expect(leaks(successor.dir)).toEqual([]);
}, 120_000);

test('a Rahasia nota dinas is initialled and signed by two, verifies, and its addressee reads it when it is issued', async () => {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const deputy = await office.open('deputy');
  const deputyPosition = await enrol(office, tu, deputy, {
    name: 'Ratna',
    title: 'Sekretaris',
    role: 'pejabat',
  });
  const addressee = await office.open('addressee');
  const addresseePosition = await enrol(office, tu, addressee, {
    name: 'Joko',
    title: 'Kabid Umum',
    role: 'pejabat',
  });
  for (const pc of [head, deputy]) await pc.sync();
  const staged = await tu.call('intake.stage', {
    files: [{ name: `${CANARIES.file}.pdf`, bytes: samplePdf(CANARIES.pdf) }],
    purpose: 'memo',
  });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: CANARIES.subject,
    number: '',
    date: '2026-10-08',
    securityClass: 'sangatRahasia',
    urgency: 'biasa',
    due: null,
    to: [addresseePosition],
    copies: [],
    chain: [
      { role: 'initials', position: tuPosition, placement: null },
      { role: 'signature', position: deputyPosition, placement: null },
      { role: 'signature', position: headPosition, placement: null },
    ],
    note: CANARIES.note,
    lossSeen: false,
  });
  const first = await tu.call('letters.show', { letter: letterId });
  await tu.call('memos.approve', {
    letter: letterId,
    revision: first.memo?.revision ?? '',
    note: CANARIES.note,
  });
  let last = '';
  for (const signer of [deputy, head]) {
    for (const pc of [tu, deputy, head, addressee]) await pc.sync();
    expect(await refusal(addressee.engine.call('letters.show', { letter: letterId }))).toBe(
      'letter-not-found',
    );
    const { memo } = await signer.call('letters.show', { letter: letterId });
    const signed = await signer.call('memos.sign', {
      letter: letterId,
      revision: memo?.revision ?? '',
      placement: null,
    });
    last = signed.sha256;
    await signer.sync();
  }
  for (const pc of [tu, addressee]) await pc.sync();
  const issued = await addressee.call('letters.show', { letter: letterId });
  expect(issued).toMatchObject({ sealed: false, subject: CANARIES.subject, memo: { stage: 'issued' } });
  expect(issued.document).toMatchObject({ sha256: last, name: `${CANARIES.file}.pdf` });
  const verified = await addressee.call('letters.signatures', { letter: letterId, sha256: last });
  expect(verified.signatures).toHaveLength(2);
  expect(verified.verdict).not.toBe('invalid');
  for (const pc of [tu, deputy, head, addressee]) expect(leaks(pc.dir)).toEqual([]);
  expect(leaks(office.share)).toEqual([]);
}, 120_000);
