import { scryptSync } from 'node:crypto';

import { sha256 } from '../log/digest.ts';

import { invitationKey } from './invitation.ts';
import type { Invitation } from './invitation.ts';

/**
 * The six digits that stand on both screens, e.g. "048213". They bind the genesis, the invitation's secret and
 * the very bytes of the request file: a request that was swapped on the share gives other digits.
 *
 * Six digits are a million possibilities, and somebody who got hold of the code could try requests until one
 * matches. scrypt (16 MiB, some 40 ms) makes that a day's work for a PC instead of a second's; keep the
 * result, do not ask again at each refresh.
 */
export function sixDigits(invitation: Invitation, genesisHash: string, request: Uint8Array): string {
  const salt = sha256(
    'nirkertas/digits/0\n',
    invitationKey(invitation, 'digits'),
    Buffer.from(genesisHash, 'hex'),
    sha256(request),
  );
  const stretched = scryptSync(invitation.secret, salt, 8, {
    N: 2 ** 14,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  });
  return (stretched.readBigUInt64BE() % 1_000_000n).toString().padStart(6, '0');
}
