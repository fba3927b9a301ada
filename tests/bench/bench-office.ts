import { join } from 'node:path';

import type { BenchPc } from './bench-pc.ts';
import type { ScannedLetter } from './scanned-letters.ts';
import { SEEDED_PASSPHRASE } from './seeded-office.ts';

const PASSES = 60;

/** Makes an office whose clerk writes the roster and keeps the agenda. */
export async function foundOffice(clerk: BenchPc, folder: string, share: string): Promise<void> {
  await clerk.call('office.create', {
    share,
    name: 'Dinas Komunikasi dan Informatika',
    letterhead: [],
    admin: { name: 'Endang Susilowati', title: 'Arsiparis', nip: '' },
    units: [],
    kit: join(folder, 'kit.txt'),
    passphrase: SEEDED_PASSPHRASE,
    deviceName: 'TU-01',
    agendaStart: 1,
  });
  await atRest(clerk);
}

/** Lets a second person's PC join as the head of the office; answers the position to which letters go. */
export async function joinAsHead(clerk: BenchPc, head: BenchPc, share: string): Promise<string> {
  const { code, position } = await clerk.call('office.invite', {
    person: { name: 'Bambang Hariyanto', title: 'Kepala Dinas', nip: '' },
    unit: null,
    role: 'pimpinan',
    superior: null,
  });
  await clerk.call('sync.now', undefined);
  const joined = await head.call('office.join', {
    share,
    code,
    passphrase: SEEDED_PASSPHRASE,
    deviceName: 'PIMPINAN-01',
  });
  const requests = await clerk.call('office.requests', undefined);
  const request = requests.find(({ user }) => user === joined.userId);
  if (request === undefined || request.digits !== joined.digits) throw new Error('nobody asked to join');
  await clerk.call('office.admit', { invitations: [request.invitation] });
  await atRest(clerk, head);
  if ((await head.call('session.state', undefined)).state !== 'open') throw new Error('not admitted');
  return position;
}

/** Signs in the one person of a PC. */
export async function signIn(pc: BenchPc): Promise<void> {
  const { users } = await pc.call('session.state', undefined);
  const user = users[0]?.user ?? '';
  await pc.call('session.unlock', { user, passphrase: SEEDED_PASSPHRASE });
}

/** Registers a scanned letter as the clerk does, with all checks. The document is kept as it is, byte for byte. */
export async function registerScan(
  clerk: BenchPc,
  letter: ScannedLetter,
  forwardTo: string,
): Promise<number> {
  const { id, document } = await clerk.call('intake.stage', {
    files: [{ path: letter.file }],
    purpose: 'letter',
  });
  await clerk.call('letters.register', {
    staged: id,
    from: letter.from,
    number: letter.number,
    date: '2026-03-02',
    subject: letter.subject,
    securityClass: 'biasa',
    urgency: 'biasa',
    enclosure: '',
    receivedAt: Date.now(),
    classification: '000.8',
    forwardTo,
    duplicateSeen: false,
  });
  return document.size;
}

/** Passes on all PCs until none of them has anything to write, to read or to tidy. */
export async function atRest(...pcs: readonly BenchPc[]): Promise<void> {
  for (let pass = 0; pass < PASSES; pass += 1) {
    let busy = 0;
    for (const pc of pcs) {
      const { share, operations } = await pc.call('sync.now', undefined);
      if (share !== 'online') throw new Error(`the share is ${share}`);
      busy += operations.read + operations.write + operations.rename + operations.remove;
    }
    if (busy === 0) return;
  }
  throw new Error('the PCs do not come to rest');
}
