import { z } from 'zod';

import { hashSchema, positionIdSchema, userIdSchema } from '#core/office/entry.ts';
import { NAME_LIMIT } from '#core/office/letter-acts.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { officeIdOf } from '../log/genesis.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import type { Invitation } from './invitation.ts';
import { JOIN_CONTENT_LIMITS, openJoinFile, sealJoinFile } from './join-envelope.ts';
import { sign, verifySignature } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

const name = z.string().min(1).max(NAME_LIMIT);
const inviteSchema = z.strictObject({
  v: z.literal(0),
  genesisHash: hashSchema,
  officeName: name,
  user: userIdSchema,
  position: positionIdSchema,
  name,
  title: name,
  nip: z.string().max(32),
  /** Milliseconds since 1970 UTC after which the office admits nobody by it. */
  expires: z.int(),
});
/** What an invitation says to the person invited. */
export type Invite = z.infer<typeof inviteSchema>;

const signedSchema = z.strictObject({ invite: inviteSchema, signature: z.string().max(86) });

export type InviteFault = 'invite-not-openable' | 'invite-not-valid' | 'invite-newer' | 'invite-forged';

function payload(invitation: Invitation, invite: Invite): Uint8Array {
  return Buffer.from(`nirkertas/invite/0\n${invitation.id}\n${canonicalJson(invite)}`);
}

/** The bytes of `<id>.invite`: signed with the roster writer's user key, readable with the code alone. */
export function encodeInvite(invitation: Invitation, invite: Omit<Invite, 'v'>, writer: SigningKey): Buffer {
  const full: Invite = { v: 0, ...invite };
  const signature = sign(writer, payload(invitation, full));
  return sealJoinFile(invitation, 'invite', JSON.stringify({ invite: full, signature }));
}

/**
 * Reads an invitation. `writerSign` is the user key of the roster's writer as the pinned genesis names it; an
 * invitation that somebody else signed is `invite-forged`.
 */
export function decodeInvite(
  invitation: Invitation,
  bytes: Uint8Array,
  writerSign: string,
): Decoded<Invite, InviteFault> {
  const content = openJoinFile(invitation, 'invite', bytes);
  if (content === null) return refused('invite-not-openable');
  const json = parseStrictJson(content, { bytes: JOIN_CONTENT_LIMITS.invite, depth: 3 });
  if (!json.ok) return refused('invite-not-valid');
  const signed = signedSchema.safeParse(json.value.value);
  if (!signed.success) {
    const newer = z.object({ invite: z.object({ v: z.int().min(1) }) }).safeParse(json.value.value);
    return refused(newer.success ? 'invite-newer' : 'invite-not-valid');
  }
  const { invite, signature } = signed.data;
  if (officeIdOf(invite.genesisHash) !== invitation.officeId) return refused('invite-not-valid');
  if (!verifySignature(writerSign, payload(invitation, invite), signature)) return refused('invite-forged');
  return decoded(invite);
}
