import { expect } from 'vitest';

import type { Pc, TestOffice } from './office-pcs.ts';
import { settle } from './roster-pcs.ts';

/** The passphrase of a key that was made anew. */
export const NEW_PASSPHRASE = 'frasa sandi yang baru 88';

/** Lets a person of the office join again with a new key on a PC that is in the office. */
export async function rekey(office: TestOffice, admin: Pc, pc: Pc, user: string): Promise<void> {
  const person = { name: 'x', title: 'x', nip: '' };
  const { code } = await admin.call('office.invite', {
    person,
    unit: null,
    role: 'staf',
    superior: null,
    user,
  });
  const asked = await pc.call('office.join', {
    share: office.share,
    code,
    passphrase: NEW_PASSPHRASE,
    deviceName: 'tidak dipakai',
  });
  expect(asked.userId).toBe(user);
  expect((await pc.call('session.state', undefined)).state).toBe('pending');
  const [request] = await admin.call('office.requests', undefined);
  expect(request?.digits).toBe(asked.digits);
  await admin.call('office.admit', { invitations: [request?.invitation ?? ''] });
  await settle(admin, pc);
}
