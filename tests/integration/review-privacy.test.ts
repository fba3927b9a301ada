import { expect, it } from 'vitest';

import { PASSPHRASE, enrol, refusal, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';

async function withStaff(): Promise<{ tu: Pc; staff: Pc; headPosition: string }> {
  const office = testOffice();
  const { tu, headPosition } = await twoPcs(office);
  const staff = await office.open('staff');
  await enrol(office, tu, staff, { name: 'Rizky', title: 'Pranata Komputer', role: 'staf' });
  return { tu, staff, headPosition };
}

/** Another colleague at the same PC: same store, other person. */
function asColleague(pc: Pc): void {
  const { office } = pc.engine.state;
  if (office === null || office.session === null) throw new Error('nobody signed in');
  office.session = { ...office.session, user: 'usr_0000000000000009' };
}

it('names on the lock screen no letter that waits to be sent, and counts it', async () => {
  const { tu, headPosition } = await withStaff();
  const { letterId } = await register(tu, headPosition, {
    securityClass: 'rahasia',
    subject: 'Mutasi pejabat',
  });
  expect((await tu.call('sync.status', undefined)).waitingLetters).toMatchObject([{ letter: letterId }]);
  await tu.call('session.leave', undefined);
  const { waiting, waitingLetters } = await tu.call('sync.status', undefined);
  expect(waiting).toBeGreaterThan(0);
  expect(waitingLetters).toEqual([]);
});

it('tells who writes to the office only to those who register', async () => {
  const { tu, staff, headPosition } = await withStaff();
  await register(tu, headPosition, { from: 'Komisi Pemberantasan Korupsi' });
  await tu.sync();
  await staff.sync();
  expect(await staff.call('letters.senders', { prefix: 'Komisi' })).toEqual([]);
  expect(await tu.call('letters.senders', { prefix: 'komisi' })).toMatchObject([{ letters: 1 }]);
});

it('keeps drafts and what was taken in to the person, on a PC that several use', async () => {
  const { tu } = await withStaff();
  await tu.call('drafts.set', { key: 'disposition/x', value: { note: 'rahasia saya' } });
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'scan.pdf', bytes: samplePdf('sendiri') }],
  });
  const own = tu.engine.state.office?.session;
  asColleague(tu);
  expect(await tu.call('drafts.get', { key: 'disposition/x' })).toBeNull();
  expect(await tu.call('intake.list', undefined)).toEqual([]);
  expect(await refusal(tu.engine.call('intake.bytes', { staged: staged.id }))).toBe('file-missing');
  await tu.call('intake.discard', { staged: staged.id });
  if (tu.engine.state.office !== null) tu.engine.state.office.session = own ?? null;
  expect(await tu.call('drafts.get', { key: 'disposition/x' })).toEqual({ note: 'rahasia saya' });
  expect(await tu.call('intake.list', undefined)).toMatchObject([{ id: staged.id }]);
  expect((await tu.call('intake.bytes', { staged: staged.id })).length).toBe(staged.document.size);
});

it('registers a document once, however often the button is pressed', async () => {
  const { tu, headPosition } = await withStaff();
  const staged = await tu.call('intake.stage', { files: [{ name: 'scan.pdf', bytes: samplePdf('sekali') }] });
  const input = {
    staged: staged.id,
    from: 'Sekretariat Daerah',
    number: '1',
    date: null,
    subject: 'Undangan',
    securityClass: 'biasa' as const,
    urgency: 'biasa' as const,
    enclosure: '',
    receivedAt: Date.now(),
    classification: '',
    forwardTo: headPosition,
    duplicateSeen: true,
  };
  const answers = await Promise.all([1, 2, 3].map(() => refusal(tu.engine.call('letters.register', input))));
  expect(answers.toSorted()).toEqual(['act-already-done', 'act-already-done', 'done']);
  expect((await tu.call('letters.queue', { box: 'incoming', offset: 0, limit: 9 })).total).toBe(1);
});

it('makes one office, however often the button is pressed', async () => {
  const office = testOffice();
  const pc = await office.open('tu');
  const { officeInput } = await import('./office-pcs.ts');
  const input = officeInput(office);
  const answers = await Promise.all(
    [input, { ...input, kit: `${input.kit}.2` }].map((each) =>
      refusal(pc.engine.call('office.create', each)),
    ),
  );
  expect(answers.toSorted()).toEqual(['done', 'office-exists']);
  await pc.call('session.unlock', {
    user: (await pc.call('session.state', undefined)).users[0]?.user ?? '',
    passphrase: PASSPHRASE,
  });
});

it('admits a person once', async () => {
  const office = testOffice();
  const { tu } = await twoPcs(office);
  const late = await office.open('late');
  const { code } = await tu.call('office.invite', {
    person: { name: 'Arif', title: 'Kabid TIK', nip: '' },
    unit: null,
    role: 'pejabat',
    superior: null,
  });
  await late.call('office.join', { share: office.share, code, passphrase: PASSPHRASE, deviceName: 'TIK-01' });
  const before = (await tu.call('office.status', undefined)).rosterIndex;
  await Promise.all([1, 2].map(() => tu.engine.call('office.admit', { invitations: 'all' })));
  expect((await tu.call('office.status', undefined)).rosterIndex).toBe(before + 3);
});

it('finds a memo by its words on the PC that proposed and signed it', async () => {
  const office = testOffice();
  const { tu, headPosition, tuPosition } = await twoPcs(office);
  const staged = await tu.call('intake.stage', {
    files: [{ name: 'nota.pdf', bytes: samplePdf('Pengadaan perangkat jaringan') }],
  });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan',
    number: '',
    date: null,
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [headPosition],
    copies: [],
    chain: [{ role: 'signature', position: tuPosition, placement: null }],
    note: '',
    lossSeen: false,
  });
  const found = async () =>
    (await tu.call('letters.search', { query: 'jaringan', limit: 5 })).map((hit) => hit.row.id);
  expect(await found()).toEqual([letterId]);
  const { memo } = await tu.call('letters.show', { letter: letterId });
  await tu.call('memos.sign', { letter: letterId, revision: memo?.revision ?? '', placement: null });
  expect(await found()).toEqual([letterId]);
});
