import { createPublicKey, sign as signBytes, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { z } from 'zod';

import { hashSchema, userIdSchema } from '#core/office/entry.ts';
import { logActSchemas } from '#core/office/roster-acts.ts';
import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { parseStrictJson } from '../log/strict-json.ts';

import type { Invitation } from './invitation.ts';
import { JOIN_CONTENT_LIMITS, openJoinFile, sealJoinFile } from './join-envelope.ts';
import { isExchangeKey } from './seal.ts';
import { isSigningKey, sign, verifySignature } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';
import { certificateSpki } from './user-keys.ts';
import type { UserKeySet } from './user-keys.ts';

const { device, deviceName } = logActSchemas['log.opened'].shape;
const signingKey = z.string().refine(isSigningKey);

const requestSchema = z.strictObject({
  v: z.literal(0),
  office: z.string().regex(/^[0-9a-f]{32}$/),
  invitation: z.string().regex(/^[0-9a-f]{16}$/),
  user: userIdSchema,
  sign: signingKey,
  exchange: z.string().refine(isExchangeKey),
  log: signingKey,
  /** P-256 key for the office certificate: DER of its SubjectPublicKeyInfo, base64url. */
  certificate: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(256),
  device,
  deviceName,
  machine: hashSchema,
  /** Claimed time, milliseconds since 1970 UTC. */
  time: z.int().min(0),
});
/** What somebody who wants to join says: all public keys, and the PC. */
export type JoinRequest = z.infer<typeof requestSchema>;

const signature = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(128);
/** All three keys sign, so that nobody has a certificate issued for a key that another person holds. */
const signedSchema = z.strictObject({
  request: requestSchema,
  signatures: z.strictObject({ user: signature, log: signature, certificate: signature }),
});

/** `request-not-openable`: made without the invitation's secret (or another office's): ignore and report. */
export type RequestFault = 'request-not-openable' | 'request-not-valid' | 'request-newer' | 'request-forged';

function payload(request: JoinRequest): Uint8Array {
  return Buffer.from(`nirkertas/join-request/0\n${canonicalJson(request)}`);
}

/** What the joiner's PC adds to the keys. */
export interface JoinRequestParts {
  readonly user: string;
  readonly keys: UserKeySet;
  readonly logKey: SigningKey;
  readonly device: string;
  readonly deviceName: string;
  readonly machine: string;
  readonly time: number;
}

/** The bytes of `<id>.request`. Keep them: the digits and the answer bind to exactly these. */
export function encodeRequest(invitation: Invitation, parts: JoinRequestParts): Buffer {
  const { user, keys, logKey, device: deviceId, deviceName: called, machine, time } = parts;
  const request: JoinRequest = {
    v: 0,
    office: invitation.officeId,
    invitation: invitation.id,
    user,
    sign: keys.sign.public,
    exchange: keys.exchange.public,
    log: logKey.public,
    certificate: certificateSpki(keys),
    device: deviceId,
    deviceName: called,
    machine,
    time,
  };
  const bytes = payload(request);
  const signatures = {
    user: sign(keys.sign, bytes),
    log: sign(logKey, bytes),
    certificate: toBase64url(
      signBytes('sha256', bytes, { key: keys.certificate, dsaEncoding: 'ieee-p1363' }),
    ),
  };
  return sealJoinFile(invitation, 'request', JSON.stringify({ request, signatures }));
}

function certificateKey(spki: string): KeyObject | null {
  const der = fromBase64url(spki);
  if (der === null) return null;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

function certificateSigned(request: JoinRequest, bytes: Uint8Array, text: string): boolean {
  const key = certificateKey(request.certificate);
  const raw = fromBase64url(text, 64);
  return key !== null && raw !== null && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, raw);
}

/** Reads a request on the inviting PC: it opens with the secret, names this invitation, and its keys signed it. */
export function decodeRequest(invitation: Invitation, file: Uint8Array): Decoded<JoinRequest, RequestFault> {
  const content = openJoinFile(invitation, 'request', file);
  if (content === null) return refused('request-not-openable');
  const json = parseStrictJson(content, { bytes: JOIN_CONTENT_LIMITS.request, depth: 3 });
  if (!json.ok) return refused('request-not-valid');
  const signed = signedSchema.safeParse(json.value.value);
  if (!signed.success) {
    const newer = z.object({ request: z.object({ v: z.int().min(1) }) }).safeParse(json.value.value);
    return refused(newer.success ? 'request-newer' : 'request-not-valid');
  }
  const { request, signatures } = signed.data;
  if (request.office !== invitation.officeId || request.invitation !== invitation.id) {
    return refused('request-not-valid');
  }
  const bytes = payload(request);
  const genuine =
    verifySignature(request.sign, bytes, signatures.user) &&
    verifySignature(request.log, bytes, signatures.log) &&
    certificateSigned(request, bytes, signatures.certificate);
  return genuine ? decoded(request) : refused('request-forged');
}
