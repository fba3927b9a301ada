import { z } from 'zod';

import { hashSchema, rosterPositionSchema, userIdSchema } from '#core/office/entry.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { sha256Hex } from '../log/digest.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import type { ExchangeKey } from './exchange-key.ts';
import type { Invitation } from './invitation.ts';
import { JOIN_CONTENT_LIMITS, openJoinFile, sealJoinFile } from './join-envelope.ts';
import { officeKeyFrom } from './office-key.ts';
import type { OfficeKey } from './office-key.ts';
import { openSealed, sealPurposes, sealTo } from './seal.ts';
import { sign, verifySignature } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

const answerSchema = z.strictObject({
  v: z.literal(0),
  office: z.string().regex(/^[0-9a-f]{32}$/),
  invitation: z.string().regex(/^[0-9a-f]{16}$/),
  user: userIdSchema,
  /** SHA-256 of the request file that was admitted. */
  request: hashSchema,
  /** Where in the roster the person was admitted; the joiner reads at least up to there. */
  roster: rosterPositionSchema,
  /** Office keys sealed to the joiner's exchange key, newest first. */
  keys: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/)
        .max(256),
    )
    .min(1)
    .max(32),
  /** For a further PC of a person: their keys under their passphrase, sealed to the asking PC's key. Null otherwise. */
  userKeys: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(8192)
    .nullable(),
});
type Answer = z.infer<typeof answerSchema>;
const signedSchema = z.strictObject({ answer: answerSchema, signature: z.string().max(86) });

/** `answer-other-request`: the office admitted a request that is not this PC's: somebody swapped it. */
export type AnswerFault =
  | 'answer-not-openable'
  | 'answer-not-valid'
  | 'answer-newer'
  | 'answer-forged'
  | 'answer-other-request'
  | 'answer-keys-sealed';

/** What the joiner learns from the answer. */
export interface Admission {
  readonly user: string;
  readonly roster: Answer['roster'];
  /** Newest first. */
  readonly officeKeys: readonly [OfficeKey, ...OfficeKey[]];
  /** The person's keys under their passphrase, where this is a further PC of theirs. */
  readonly userKeys: string | null;
}

function payload(answer: Answer): Uint8Array {
  return Buffer.from(`nirkertas/join-answer/0\n${canonicalJson(answer)}`);
}

/** What the admitting PC says. */
export interface AnswerParts {
  readonly user: string;
  /** The joiner's exchange key, from the request that was admitted. */
  readonly exchange: string;
  /** The request file's bytes, as they were admitted. */
  readonly request: Uint8Array;
  readonly roster: Answer['roster'];
  readonly officeKeys: readonly OfficeKey[];
  /** The person's keys under their passphrase, for a further PC of theirs; null for a person who is admitted. */
  readonly userKeys: string | null;
}

/** The bytes of `<id>.answer`, signed with the inviter's user key. */
export function encodeAnswer(invitation: Invitation, parts: AnswerParts, writer: SigningKey): Buffer {
  const purpose = sealPurposes.officeKeyToPerson(invitation.officeId, parts.user);
  const own = sealPurposes.userKeysToDevice(invitation.officeId, parts.user);
  const answer: Answer = {
    v: 0,
    office: invitation.officeId,
    invitation: invitation.id,
    user: parts.user,
    request: sha256Hex(parts.request),
    roster: parts.roster,
    keys: parts.officeKeys.map((key) => sealTo(parts.exchange, purpose, key.bytes)),
    userKeys: parts.userKeys === null ? null : sealTo(parts.exchange, own, Buffer.from(parts.userKeys)),
  };
  const signature = sign(writer, payload(answer));
  return sealJoinFile(invitation, 'answer', JSON.stringify({ answer, signature }));
}

/** What the joiner's PC checks the answer against. */
export interface AwaitedAnswer {
  readonly user: string;
  /** Bytes of the request that this PC wrote. */
  readonly request: Uint8Array;
  readonly exchange: ExchangeKey;
  /** User key of whoever sent the invitation. */
  readonly writerSign: string;
}

/** Reads an answer on the joiner's PC and opens the office keys. */
export function decodeAnswer(
  invitation: Invitation,
  file: Uint8Array,
  awaited: AwaitedAnswer,
): Decoded<Admission, AnswerFault> {
  const content = openJoinFile(invitation, 'answer', file);
  if (content === null) return refused('answer-not-openable');
  const json = parseStrictJson(content, { bytes: JOIN_CONTENT_LIMITS.answer, depth: 4 });
  if (!json.ok) return refused('answer-not-valid');
  const signed = signedSchema.safeParse(json.value.value);
  if (!signed.success) {
    const newer = z.object({ answer: z.object({ v: z.int().min(1) }) }).safeParse(json.value.value);
    return refused(newer.success ? 'answer-newer' : 'answer-not-valid');
  }
  const { answer, signature } = signed.data;
  if (!verifySignature(awaited.writerSign, payload(answer), signature)) return refused('answer-forged');
  if (answer.office !== invitation.officeId || answer.invitation !== invitation.id) {
    return refused('answer-not-valid');
  }
  if (answer.request !== sha256Hex(awaited.request) || answer.user !== awaited.user) {
    return refused('answer-other-request');
  }
  return openKeys(invitation, answer, awaited.exchange);
}

function openKeys(
  invitation: Invitation,
  answer: Answer,
  exchange: ExchangeKey,
): Decoded<Admission, AnswerFault> {
  const purpose = sealPurposes.officeKeyToPerson(invitation.officeId, answer.user);
  const keys: OfficeKey[] = [];
  for (const sealed of answer.keys) {
    const bytes = openSealed(exchange, purpose, sealed);
    if (bytes === null || bytes.length !== 32) return refused('answer-keys-sealed');
    keys.push(officeKeyFrom(bytes));
  }
  const [newest, ...older] = keys;
  if (newest === undefined) return refused('answer-not-valid');
  const own = sealPurposes.userKeysToDevice(invitation.officeId, answer.user);
  const userKeys = answer.userKeys === null ? null : openSealed(exchange, own, answer.userKeys);
  if (answer.userKeys !== null && userKeys === null) return refused('answer-keys-sealed');
  const { user, roster } = answer;
  return decoded({
    user,
    roster,
    officeKeys: [newest, ...older],
    userKeys: userKeys?.toString('utf8') ?? null,
  });
}
