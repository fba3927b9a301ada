import { randomBytes } from 'node:crypto';

import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';

import { decodeCheckedCode, encodeCheckedCode } from './checked-code.ts';
import type { CodeFault } from './checked-code.ts';
import { derive } from './derive.ts';

const OFFICE_ID = 16;
const SECRET = 16;

/** A one-time invitation. Who has its code is, to the office, the person invited, until the digits are compared. */
export interface Invitation {
  /** First 128 bits of the genesis hash, hex: the joiner trusts nothing that does not lead there. */
  readonly officeId: string;
  /** 16 random bytes; the inviting PC keeps them to open the request. */
  readonly secret: Uint8Array;
  /** 16 hex digits that name the invitation on the share and in the roster; tells nothing about the secret. */
  readonly id: string;
  /** What is handed over: 11 groups of five symbols. */
  readonly code: string;
}

export type InvitationFault = 'code-unreadable' | 'code-mistyped';

const CODE_FAULTS: Readonly<Record<CodeFault, InvitationFault>> = {
  unreadable: 'code-unreadable',
  mistyped: 'code-mistyped',
};

/** One use of the invitation's secret: its name, a key for each of its files, the digits. */
export function invitationKey(
  { officeId, secret }: Pick<Invitation, 'officeId' | 'secret'>,
  use: 'name' | 'invite' | 'request' | 'answer' | 'key' | 'digits',
): Buffer {
  return derive(secret, Buffer.from(officeId, 'hex'), `nirkertas/invitation/0\n${use}`);
}

/** The invitation of a secret that this PC kept. */
export function invitationFrom(officeId: string, secret: Uint8Array): Invitation {
  const bytes = Buffer.concat([Buffer.from(officeId, 'hex'), secret]);
  return {
    officeId,
    secret,
    id: invitationKey({ officeId, secret }, 'name').subarray(0, 8).toString('hex'),
    code: encodeCheckedCode('invitation', bytes),
  };
}

/** A new invitation with a random secret. */
export function makeInvitation(officeId: string): Invitation {
  return invitationFrom(officeId, randomBytes(SECRET));
}

/** Reads a code as people type it: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export function parseInvitationCode(text: string): Decoded<Invitation, InvitationFault> {
  const bytes = decodeCheckedCode('invitation', text, OFFICE_ID + SECRET);
  if (!bytes.ok) return refused(CODE_FAULTS[bytes.code]);
  return decoded(
    invitationFrom(bytes.value.subarray(0, OFFICE_ID).toString('hex'), bytes.value.subarray(OFFICE_ID)),
  );
}
