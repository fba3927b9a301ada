import { decrypt, encrypt, AEAD_OVERHEAD } from './aead.ts';
import { invitationKey } from './invitation.ts';
import type { Invitation } from './invitation.ts';

/**
 * The three write-once files by which somebody joins, in the order in which they appear; and the one by which whoever
 * has an office key finds the next.
 */
export type JoinFileKind = 'invite' | 'request' | 'answer' | 'key';

/** Most bytes of each file's content. */
export const JOIN_CONTENT_LIMITS: Readonly<Record<JoinFileKind, number>> = {
  invite: 8 * 1024,
  request: 4 * 1024,
  answer: 16 * 1024,
  key: 512 * 1024,
};

/** Most bytes of each file on the share. */
export function joinFileLimit(kind: JoinFileKind): number {
  return JOIN_CONTENT_LIMITS[kind] + AEAD_OVERHEAD;
}

function boundTo(invitation: Invitation, kind: JoinFileKind): Buffer {
  return Buffer.from(`nirkertas/join/0\n${kind}\n${invitation.officeId}\n${invitation.id}`);
}

/** Encrypts a join file under the invitation's secret, for this office, invitation and kind. */
export function sealJoinFile(invitation: Invitation, kind: JoinFileKind, content: string): Buffer {
  const plain = Buffer.from(content);
  if (plain.length > JOIN_CONTENT_LIMITS[kind]) throw new RangeError(`${kind} has ${plain.length} bytes`);
  return encrypt(invitationKey(invitation, kind), plain, boundTo(invitation, kind));
}

/** The content of a join file; null when it was not made with this invitation's secret for this use. */
export function openJoinFile(invitation: Invitation, kind: JoinFileKind, bytes: Uint8Array): Buffer | null {
  if (bytes.length > joinFileLimit(kind)) return null;
  return decrypt(invitationKey(invitation, kind), bytes, boundTo(invitation, kind));
}
