/**
 * `node tests/golden/make-golden.ts`: writes `tests/golden/office.json`, one file of every kind of a small office with
 * what is in it. The version of the format that it belongs to is frozen: it is made once, and kept.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { encodeAuditCode } from '#main/engine/keys/audit-code.ts';
import { encrypt } from '#main/engine/keys/aead.ts';
import { derive } from '#main/engine/keys/derive.ts';
import { exchangeKeyFromSecret } from '#main/engine/keys/exchange-key.ts';
import { invitationFrom } from '#main/engine/keys/invitation.ts';
import { encodeInvite } from '#main/engine/keys/invite-file.ts';
import { encodeAnswer } from '#main/engine/keys/join-answer.ts';
import { sealJoinFile } from '#main/engine/keys/join-envelope.ts';
import { encodeRequest } from '#main/engine/keys/join-request.ts';
import { letterKeyId, sealContent, sealDocument, wrapLetterKey } from '#main/engine/keys/letter-key.ts';
import { makeRecoveryKit } from '#main/engine/keys/recovery-kit.ts';
import { sealPurposes, sealTo } from '#main/engine/keys/seal.ts';
import { sixDigits } from '#main/engine/keys/six-digits.ts';
import { generateUserKeys } from '#main/engine/keys/user-keys.ts';
import { toBase64url } from '#main/engine/log/base64url.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { blobName, chunkName, headName } from '#main/engine/log/file-names.ts';
import { encodeHeadFile } from '#main/engine/log/head-file.ts';
import { letterIdAt } from '#main/engine/log/letter-id.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { encodeIndex, indexName } from '#main/engine/log/sealed-index.ts';
import { sealFile } from '#main/engine/log/sealed-file.ts';
import { encodeManifest } from '#main/engine/share/blob-manifest.ts';
import { FORMAT } from '#main/engine/share/public-files.ts';
import { bodySamples } from './body-samples.ts';
import {
  bytesOf,
  signingKey,
  TIME,
  root,
  user,
  position,
  dispositionUser,
  userKey,
  userExchange,
  founderLog,
  oldKey,
  officeKey,
  genesis,
  officeId,
  office,
  earlier,
  paths,
  files,
  put,
} from './golden-keys.ts';
import { Writer } from './golden-writer.ts';

put(paths.format, FORMAT);
put(paths.genesis, genesis.bytes);

// Documents: whole, in pieces, and one of a secret letter.
const text = Buffer.from('%PDF-1.7 naskah “contoh”\n');
const document = sha256Hex(text);
put(paths.blob(blobName(officeKey, document)), sealFile(office, 'blob', blobName(officeKey, document), text));
put(paths.blob(blobName(oldKey, document), 1), sealFile(earlier, 'blob', blobName(oldKey, document), text));
const large = Buffer.from('%PDF-1.7 besar\n');
const largeHash = sha256Hex(large);
const manifest = encodeManifest(largeHash, large.length, [largeHash]);
const largeName = blobName(officeKey, largeHash);
const pieceName = chunkName(officeKey, largeHash, 0);
put(paths.blob(largeName), sealFile(office, 'manifest', largeName, manifest));
put(paths.blob(pieceName), sealFile(office, 'chunk', pieceName, large));
const letterKey = bytesOf('letter key');
const secretDocument = sealDocument(letterKey, officeId, text);
const secretHash = sha256Hex(secretDocument);
const secretName = blobName(officeKey, secretHash);
put(paths.blob(secretName), sealFile(office, 'blob', secretName, secretDocument));

// A log that ended, which the other one has seen.
const ended = new Writer(signingKey('ended log'));
ended.open('LAMA-01');
ended.write('log.retired', {}, { actor: { user, position: null, standing: 'definitive' } });
const endedSegment = ended.segment(0, 1, 1);
const endedHead = ended.head(1);
const endedName = headName(
  ended.log,
  1,
  encodeHeadFile(office, { head: endedHead, segments: [endedSegment] }),
);
const index = encodeIndex(office, 1, [{ name: endedName, head: endedHead, segments: [endedSegment] }]);
put(`${paths.root}/sealed/${indexName(1, index)}`, index);

// The founder's log: an entry of every type, and a secret letter.
const writer = new Writer(founderLog);
writer.open('TU-01');
const last = ended.entries[1];
const someLetter = letterIdAt(writer.log, 1);
for (const [place, [type, body]] of bodySamples.entries()) {
  if (type === 'log.opened') continue;
  const deps = place === 0 && last !== undefined ? [{ log: ended.log, seq: 1, hash: last.hash }] : [];
  const isLetter = /^(?:letter|memo|blob)\.|^number\.(?:issued|corrected)$/.test(type);
  const subject = isLetter ? someLetter : null;
  const actor =
    type === 'letter.disposed'
      ? { user, position, standing: 'dailyActing' as const, decision: 'SPT/1' }
      : { user, position, standing: 'definitive' as const };
  writer.write(type, body, { deps, subject, actor, basis: isLetter ? [sha256Hex(type)] : [] });
}
const letter = letterIdAt(writer.log, writer.entries.length);
const content = {
  from: 'Setda “é”',
  subject: 'Isi rahasia',
  enclosure: '',
  classification: '',
  document: { name: 'rahasia.pdf', pages: 3 },
};
const registered = bodySamples.find(([type]) => type === 'letter.registered')?.[1] ?? {};
writer.write(
  'letter.registered',
  {
    ...registered,
    from: 'Rahasia',
    subject: 'Rahasia',
    enclosure: '',
    classification: '',
    securityClass: 'rahasia',
    document: {
      sha256: secretHash,
      size: secretDocument.length,
      mime: 'application/pdf',
      name: '',
      pages: 1,
    },
    sealed: sealContent(letterKey, { officeId, letter, type: 'letter.registered', user }, content),
    keys: {
      id: letterKeyId(letterKey),
      wraps: [
        wrapLetterKey(letterKey, officeId, user, userExchange.public),
        wrapLetterKey(letterKey, officeId, 'root', root.exchange.public),
      ],
    },
  },
  { subject: letter },
);
const end = writer.entries.length - 1;
const segments = [writer.segment(0, 9, null), writer.segment(10, end, 7)];
const head = encodeHeadFile(office, { head: writer.head(7), segments });
put(paths.head(headName(writer.log, 7, head)), head);

// Joining.
const invitation = invitationFrom(officeId, bytesOf('invitation').subarray(0, 16));
const invite = {
  genesisHash: genesis.hash,
  officeName: 'Dinas “Contoh”',
  purpose: 'person' as const,
  user: dispositionUser,
  position,
  name: 'Budi',
  title: 'Analis',
  nip: '',
  expires: TIME + 86_400_000,
};
put(paths.joinFile(invitation.id, 'invite'), encodeInvite(invitation, invite, userKey));
const joiner = {
  ...generateUserKeys(),
  sign: signingKey('joiner'),
  exchange: exchangeKeyFromSecret(bytesOf('joiner exchange')),
};
const request = encodeRequest(invitation, {
  user: dispositionUser,
  keys: joiner,
  logKey: signingKey('joiner log'),
  device: 'dev_g01den0samp1e001',
  deviceName: 'BUDI-01',
  machine: sha256Hex('BUDI-01'),
  time: TIME,
});
put(paths.joinFile(invitation.id, 'request'), request);
const answer = encodeAnswer(
  invitation,
  {
    user: dispositionUser,
    exchange: joiner.exchange.public,
    request,
    roster: { index: 0, hash: genesis.hash },
    officeKeys: [officeKey, oldKey],
    userKeys: null,
  },
  userKey,
);
put(paths.joinFile(invitation.id, 'answer'), answer);

// How whoever has the old office key finds the new one.
const rotation = {
  id: officeKey.id,
  wraps: [
    {
      user,
      sealed: sealTo(userExchange.public, sealPurposes.officeKeyToPerson(officeId, user), officeKey.bytes),
    },
  ],
  sealedPredecessor: toBase64url(
    encrypt(
      officeKey.bytes,
      oldKey.bytes,
      Buffer.from(`nirkertas/key-predecessor/0\n${officeId}\n${officeKey.id}`),
    ),
  ),
  sealedToRoot: sealTo(
    root.exchange.public,
    sealPurposes.laterKeyToRoot(officeId, officeKey.id),
    officeKey.bytes,
  ),
};
const succession = invitationFrom(
  officeId,
  derive(oldKey.bytes, Buffer.from(officeId, 'hex'), 'nirkertas/key-succession/0', 16),
);
put(paths.joinFile(succession.id, 'key'), sealJoinFile(succession, 'key', canonicalJson(rotation)));

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const golden = {
  genesisHash: genesis.hash,
  kit: makeRecoveryKit({ officeName: 'Dinas “Contoh”', officeId, day: '2026-11-24', root }),
  audit: encodeAuditCode({
    genesisHash: genesis.hash,
    reader: 'Inspektorat',
    made: TIME,
    keys: [officeKey, oldKey],
  }),
  invitation: invitation.code,
  secrets: {
    root: hex(root.secret),
    userExchange: hex(bytesOf('user exchange')),
    joinerExchange: hex(bytesOf('joiner exchange')),
    officeKeys: [hex(officeKey.bytes), hex(oldKey.bytes)],
    letterKey: hex(letterKey),
  },
  files,
  holds: {
    officeId,
    logs: [writer, ended].map(({ log, entries }) => ({
      log,
      entries: entries.map(({ hash, envelope }) => ({ hash, envelope })),
    })),
    documents: { [document]: hex(text), [largeHash]: hex(large), [secretHash]: hex(secretDocument) },
    secretLetter: { letter, content, document: hex(text) },
    invite: { v: 0, ...invite, writer: userKey.public },
    requestLog: logIdOf(signingKey('joiner log').public),
    digits: sixDigits(invitation, genesis.hash, request),
    rotation,
  },
};
writeFileSync(join(import.meta.dirname, 'office.json'), `${JSON.stringify(golden, null, 1)}\n`);
