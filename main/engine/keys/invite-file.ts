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
import { isSigningKey, sign, verifySignature } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

const name = z.string().min(1).max(NAME_LIMIT);
const inviteSchema = z.strictObject({
  v: z.literal(0),
  genesisHash: hashSchema,
  officeName: name,
  /** A person to be taken in (or given a new key), or a further PC of the one who wrote this. */
  purpose: z.enum(['person', 'device']),
  user: userIdSchema,
  /** Null for a further PC of somebody who holds no position today; the title is then empty. */
  position: positionIdSchema.nullable(),
  name,
  title: z.string().max(NAME_LIMIT),
  nip: z.string().max(32),
  /** Milliseconds since 1970 UTC after which the office admits nobody by it. */
  expires: z.int(),
  /**
   * User key of whoever wrote the roster then, or of the person whose further PC it is; it signs the answer too. The
   * roster, once it is here, must agree.
   */
  writer: z.string().refine(isSigningKey),
});
/** What an invitation says to the person invited. */
export type Invite = z.infer<typeof inviteSchema>;

const signedSchema = z.strictObject({ invite: inviteSchema, signature: z.string().max(86) });

export type InviteFault = 'invite-not-openable' | 'invite-not-valid' | 'invite-newer' | 'invite-forged';

function payload(invitation: Invitation, invite: Invite): Uint8Array {
  return Buffer.from(`nirkertas/invite/0\n${invitation.id}\n${canonicalJson(invite)}`);
}

/** The bytes of `<id>.invite`: signed with the inviter's user key, readable with the code alone. */
export function encodeInvite(
  invitation: Invitation,
  invite: Omit<Invite, 'v' | 'writer'>,
  writer: SigningKey,
): Buffer {
  const full: Invite = { v: 0, ...invite, writer: writer.public };
  const signature = sign(writer, payload(invitation, full));
  return sealJoinFile(invitation, 'invite', JSON.stringify({ invite: full, signature }));
}

/**
 * Reads an invitation. Only who has the code can have sealed it, and the code came from a person; who wrote the roster
 * then, the genesis cannot say, since terms change. `invite-forged`: the writer that it names did not sign it.
 */
export function decodeInvite(invitation: Invitation, bytes: Uint8Array): Decoded<Invite, InviteFault> {
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
  if (!verifySignature(invite.writer, payload(invitation, invite), signature))
    return refused('invite-forged');
  return decoded(invite);
}
