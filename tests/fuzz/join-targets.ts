import { decodeAuditCode, encodeAuditCode } from '#main/engine/keys/audit-code.ts';
import { decodeInvite, encodeInvite } from '#main/engine/keys/invite-file.ts';
import { parseInvitationCode } from '#main/engine/keys/invitation.ts';
import { decodeAnswer, encodeAnswer } from '#main/engine/keys/join-answer.ts';
import { JOIN_CONTENT_LIMITS, openJoinFile, sealJoinFile } from '#main/engine/keys/join-envelope.ts';
import type { JoinFileKind } from '#main/engine/keys/join-envelope.ts';
import { decodeRequest, encodeRequest } from '#main/engine/keys/join-request.ts';
import {
  openContent,
  openDocument,
  openLetterKey,
  sealContent,
  sealDocument,
} from '#main/engine/keys/letter-key.ts';
import { letterKeyId, wrapLetterKey } from '#main/engine/keys/letter-key.ts';
import { makeRecoveryKit, readRecoveryKit } from '#main/engine/keys/recovery-kit.ts';
import { openSealed, sealTo } from '#main/engine/keys/seal.ts';
import { unwrapLogKey, wrapLogKey } from '#main/engine/keys/wrapped-log-key.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { sha256, sha256Hex } from '#main/engine/log/digest.ts';
import { readSuccession, successionOf } from '#main/engine/office/key-rotation.ts';

import { FUZZ_OFFICE, invitation, logKey, officeKey, root, user, userKeys } from './fuzz-office.ts';
import { promise } from './fuzz-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';

const text = (value: string) => Buffer.from(value);

/** The plain content of a join file that one of us sealed. */
function contentOf(kind: JoinFileKind, file: Uint8Array): Buffer {
  const content = openJoinFile(invitation, kind, file);
  if (content === null) throw new Error(`the sample of ${kind} does not open`);
  return content;
}

/** Seals what somebody with the code may have sealed; null for more than the format lets them. */
function sealed(kind: JoinFileKind, input: Uint8Array): Buffer | null {
  const content = Buffer.from(input).toString();
  return Buffer.byteLength(content) > JOIN_CONTENT_LIMITS[kind]
    ? null
    : sealJoinFile(invitation, kind, content);
}

const request = encodeRequest(invitation, {
  user,
  keys: userKeys,
  logKey,
  device: 'dev_0123456789abcdef',
  deviceName: 'TU-01',
  machine: 'a'.repeat(64),
  time: 1_790_000_000_000,
});
const genesisHash = FUZZ_OFFICE.padEnd(64, '0');
const invite = encodeInvite(
  invitation,
  {
    genesisHash,
    officeName: 'Dinas Komunikasi',
    purpose: 'person',
    user,
    position: 'pos_0123456789abcdef',
    name: 'Bambang Hariyanto',
    title: 'Kepala Dinas',
    nip: '',
    expires: 1_790_000_000_000,
  },
  userKeys.sign,
);
const answer = encodeAnswer(
  invitation,
  {
    user,
    exchange: userKeys.exchange.public,
    request,
    roster: { index: 5, hash: 'c'.repeat(64) },
    officeKeys: [officeKey],
    userKeys: null,
  },
  userKeys.sign,
);

const requestTarget: FuzzTarget = {
  name: 'join request content',
  samples: [contentOf('request', request)],
  run: (input) => {
    const file = sealed('request', input);
    if (file === null) return 'too-large';
    const read = decodeRequest(invitation, file);
    if (!read.ok) return read.code;
    promise(read.value.sign === userKeys.sign.public, 'a request for a key whose holder did not sign it');
    promise(read.value.deviceName === 'TU-01', 'a request that was changed under its signatures');
    return 'accepted';
  },
};

const inviteTarget: FuzzTarget = {
  name: 'invite content',
  samples: [contentOf('invite', invite)],
  run: (input) => {
    const file = sealed('invite', input);
    if (file === null) return 'too-large';
    const read = decodeInvite(invitation, file);
    if (!read.ok) return read.code;
    promise(read.value.name === 'Bambang Hariyanto', 'an invitation that was changed under its signature');
    return 'accepted';
  },
};

const answerTarget: FuzzTarget = {
  name: 'join answer content',
  samples: [contentOf('answer', answer)],
  run: (input) => {
    const file = sealed('answer', input);
    if (file === null) return 'too-large';
    const awaited = { user, request, exchange: userKeys.exchange, writerSign: userKeys.sign.public };
    const read = decodeAnswer(invitation, file, awaited);
    if (!read.ok) return read.code;
    promise(read.value.officeKeys[0].id === officeKey.id, 'another key of the office');
    return 'accepted';
  },
};

const rotation = {
  id: '0'.repeat(16),
  wraps: [{ user, sealed: 'A'.repeat(124) }],
  sealedPredecessor: 'B'.repeat(80),
  sealedToRoot: 'C'.repeat(124),
};

const successionTarget: FuzzTarget = {
  name: 'succession content',
  samples: [text(canonicalJson(rotation))],
  run: (input) => {
    const place = successionOf(FUZZ_OFFICE, officeKey);
    const content = Buffer.from(input).toString();
    if (Buffer.byteLength(content) > JOIN_CONTENT_LIMITS.key) return 'too-large';
    const read = readSuccession(FUZZ_OFFICE, officeKey, sealJoinFile(place, 'key', content));
    if (read === null) return 'refused';
    promise(read.wraps.length <= 2048, 'more wraps than an office has people');
    return 'accepted';
  },
};

const joinFileTarget: FuzzTarget = {
  name: 'join file',
  samples: [request, invite, answer],
  run: (input) => {
    const kinds = ['request', 'invite', 'answer', 'key'] as const;
    const opened = kinds.filter((kind) => openJoinFile(invitation, kind, input) !== null);
    promise(opened.length <= 1, 'a join file that opens as two kinds');
    return opened[0] ?? 'refused';
  },
};

const auditTarget: FuzzTarget = {
  name: 'audit code',
  samples: [
    text(
      encodeAuditCode({
        genesisHash: 'a'.repeat(64),
        reader: 'Inspektorat',
        made: 1_790_000_000_000,
        keys: [officeKey, officeKey],
      }),
    ),
  ],
  run: (input) => {
    const read = decodeAuditCode(input);
    if (!read.ok) return read.code;
    promise(
      read.value.keys.length > 0 && read.value.keys.every(({ bytes }) => bytes.length === 32),
      'a key of another length',
    );
    promise(input.length <= 64 * 1024, 'a file over the limit');
    promise(
      encodeAuditCode(read.value).trimEnd() === Buffer.from(input).toString().trimEnd(),
      'another spelling',
    );
    return 'accepted';
  },
};

const kit = makeRecoveryKit({ officeName: 'Dinas', officeId: FUZZ_OFFICE, day: '2026-10-09', root });
const kitKey = /KUNCI-INDUK:\n([\s\S]*?)\n\n/.exec(kit)?.[1] ?? '';

const kitTarget: FuzzTarget = {
  name: 'recovery kit',
  samples: [text(kit), text(kit.replaceAll('\n', '\r\n')), text(kitKey), text(kitKey.toLowerCase())],
  run: (input) => {
    const read = readRecoveryKit(Buffer.from(input).toString());
    if (!read.ok) return read.code;
    promise(read.value.root.secret.length === 32, 'a root key of another length');
    return read.value.officeId === FUZZ_OFFICE ? 'accepted' : 'mistyped and not noticed';
  },
};

const codeTarget: FuzzTarget = {
  name: 'invitation code',
  samples: [text(invitation.code), text(invitation.code.toLowerCase().replaceAll('-', ' '))],
  run: (input) => {
    const read = parseInvitationCode(Buffer.from(input).toString());
    if (!read.ok) return read.code;
    promise(parseInvitationCode(read.value.code).ok, 'a code that does not read back');
    return read.value.code === invitation.code ? 'accepted' : 'mistyped and not noticed';
  },
};

const place = { officeId: FUZZ_OFFICE, machine: 'a'.repeat(64) };
const logKeyTarget: FuzzTarget = {
  name: 'wrapped log key',
  samples: [text(wrapLogKey(logKey, userKeys, place))],
  run: (input) => {
    const read = unwrapLogKey(Buffer.from(input).toString(), userKeys, place);
    if (!read.ok) return read.code;
    promise(read.value.public === logKey.public, 'another log key');
    return 'accepted';
  },
};

const letterKey = sha256('letter key');
const wrap = wrapLetterKey(letterKey, FUZZ_OFFICE, user, userKeys.exchange.public);
const letterPlace = { officeId: FUZZ_OFFICE, letter: 'let_0123456789abcdef', type: 'letter.read', user };
const secret = sealContent(letterKey, letterPlace, { note: 'isi' });
const sealedDocument = sealDocument(letterKey, FUZZ_OFFICE, text('isi surat'));

const secretTarget: FuzzTarget = {
  name: 'letter secrets',
  samples: [
    text(wrap.sealed),
    text(secret),
    sealedDocument,
    text(sealTo(userKeys.exchange.public, 'apa saja', letterKey)),
  ],
  run: (input) => {
    const words = Buffer.from(input).toString();
    const key = openLetterKey(
      { to: user, sealed: words },
      FUZZ_OFFICE,
      userKeys.exchange,
      letterKeyId(letterKey),
    );
    promise(key === null || Buffer.from(key).equals(letterKey), 'another letter key');
    const content = openContent(letterKey, letterPlace, words);
    promise(content === null || content.toString() === '{"note":"isi"}', 'content that nobody sealed');
    const document = openDocument(letterKey, FUZZ_OFFICE, input);
    promise(document === null || sha256Hex(document) === sha256Hex('isi surat'), 'a document nobody sealed');
    const bare = openSealed(userKeys.exchange, 'apa saja', words);
    promise(bare === null || bare.equals(letterKey), 'a sealed text that nobody sealed');
    return (key ?? content ?? document ?? bare) ? 'accepted' : 'refused';
  },
};

/** What people carry, type and put into `join/`, and what is sealed to one person. */
export const joinTargets: readonly FuzzTarget[] = [
  requestTarget,
  inviteTarget,
  answerTarget,
  successionTarget,
  joinFileTarget,
  auditTarget,
  kitTarget,
  codeTarget,
  logKeyTarget,
  secretTarget,
];
