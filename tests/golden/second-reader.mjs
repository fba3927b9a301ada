// A second reader of the office log, written from docs/format.md alone. It shares no code with the program: what it
// takes from the files must be what the program says, or the page is wrong.
import { createHmac, createPublicKey, scryptSync, verify } from 'node:crypto';

import {
  none,
  sha256,
  hkdf,
  fail,
  base64url,
  gcm,
  openGcm,
  json,
  canonical,
  publicKey,
  privateKey,
  rawOf,
  checkSignature,
  unsigned,
  crockford,
  codeBytes,
  openSealed,
} from './second-ciphers.mjs';

export { openSealed };

/** The root's keys, from the text of a recovery kit. */
export function readKit(text) {
  const key = text
    .split(/^KUNCI-INDUK:[ \t]*$/m)[1]
    .trimStart()
    .split(/\r?\n[ \t]*\r?\n/)[0];
  const bytes = codeBytes('recovery-kit', key, 48);
  const secret = bytes.subarray(16);
  return {
    officeId: bytes.subarray(0, 16).toString('hex'),
    sign: rawOf(privateKey('70', hkdf(secret, none, 'nirkertas/root-sign/0'))),
    exchange: hkdf(secret, none, 'nirkertas/root-exchange/0'),
  };
}

/** The genesis, if it is the one of this hash. */
export function readGenesis(bytes, genesisHash) {
  if (sha256(bytes).toString('hex') !== genesisHash) fail('another genesis');
  const genesis = json(bytes);
  if (genesis.v !== 0) fail('a newer genesis');
  const payload = `nirkertas/genesis/0\n${unsigned(bytes, 'signature', genesis.signature)}`;
  checkSignature(genesis.root.sign, payload, genesis.signature, 'the root did not sign the genesis');
  return genesis;
}

const KINDS = { head: 1, segment: 2, blob: 3, manifest: 4, chunk: 5, index: 6 };

/** The content of a sealed file. */
function openFile(office, kind, logicalName, bytes) {
  if (bytes.subarray(0, 8).toString('latin1') !== 'NIRKERTA' || bytes[8] !== 0)
    fail('not a file of this format');
  if (bytes[9] !== KINDS[kind]) fail('another kind of file');
  const id = bytes.subarray(10, 18).toString('hex');
  const key = office.keys.find(
    (one) => sha256('nirkertas/key-id/0\n', one).subarray(0, 8).toString('hex') === id,
  );
  if (key === undefined) fail('no key');
  const header = bytes.subarray(0, 46);
  const bound = Buffer.concat([header, Buffer.from(`\n${office.id}\n${kind}\n${logicalName}`)]);
  return gcm(
    hkdf(key, header.subarray(18, 34), `nirkertas/file/0\n${kind}`),
    header.subarray(34),
    bytes.subarray(46),
    bound,
  );
}

function checkHead(office, { log, key, version, seq, hash, signature }) {
  if (sha256(base64url(key)).toString('hex') !== log) fail('the key is not the log’s');
  const said = JSON.stringify({ office: office.id, log, version, seq, hash });
  checkSignature(key, `nirkertas/head/0\n${said}`, signature, 'the log did not sign the head');
}

const MEMBERS = 'v log seq prev deps roster time actor type subject basis body userSig'.split(' ');

function readEntry(bytes) {
  const envelope = json(bytes);
  if (envelope.v !== 0 || Object.keys(envelope).some((name, at) => name !== MEMBERS[at]))
    fail('not an entry');
  return { hash: sha256('nirkertas/entry/0\n', bytes).toString('hex'), envelope, bytes };
}

/** Whether the person's key signed the entry. */
export function isSignedBy(office, { envelope, bytes }, key) {
  const said = unsigned(bytes, 'userSig', envelope.userSig);
  const payload = `nirkertas/act/0\n${office.id}\n${said}`;
  return verify(null, Buffer.from(payload), publicKey('70', base64url(key)), base64url(envelope.userSig));
}

function readSegment(office, log, from, to, bytes) {
  const plain = openFile(office, 'segment', `logs/${log.slice(0, 16)}/${from}-${to}`, bytes);
  if (plain.length % 4096 !== 0) fail('not filled');
  const frames = [];
  let at = 0;
  while (frames.length < to - from + 2) {
    const length = plain.readUInt32BE(at);
    frames.push(plain.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  if (plain.subarray(at).some((byte) => byte !== 0)) fail('the filling is not zero');
  const entries = frames.slice(1).map(readEntry);
  if (frames[0].length > 0) {
    const proof = json(frames[0]);
    checkHead(office, proof);
    if (proof.log !== log || proof.seq !== to || proof.hash !== entries.at(-1).hash) fail('another proof');
  }
  return entries;
}

/** All entries of a log, chained from its first one to its head. */
function readLog(office, files, { head, segments }) {
  checkHead(office, head);
  const entries = segments.flatMap((name) => {
    const [, from, to, hash] = /^(\d+)-(\d+)\.([0-9a-f]{16})$/.exec(name);
    const bytes = files.get(`${office.folder}/logs/${head.log.slice(0, 16)}/${name}`);
    if (!sha256(bytes).toString('hex').startsWith(hash)) fail('a damaged segment');
    return readSegment(office, head.log, Number(from), Number(to), bytes);
  });
  for (const [seq, { envelope }] of entries.entries()) {
    const prev = seq === 0 ? null : entries[seq - 1].hash;
    if (envelope.log !== head.log || envelope.seq !== seq || envelope.prev !== prev) fail('a broken chain');
  }
  const opened = entries[0].envelope;
  if (opened.type !== 'log.opened' || opened.body.key !== head.key) fail('the log was not opened');
  if (entries.at(-1).hash !== head.hash || entries.length !== head.seq + 1) fail('not up to the head');
  return entries;
}

/** A document by its hash, from the first file that is right. */
export function readDocument(office, files, hash) {
  for (const key of office.keys) {
    const nameKey = hkdf(key, none, 'nirkertas/blob-name/0');
    const nameOf = (text) => createHmac('sha256', nameKey).update(text).digest('hex').slice(0, 32);
    for (const copy of ['', '.r1', '.r2', '.r3', '.r4', '.r5', '.r6', '.r7']) {
      const fileOf = (name) => files.get(`${office.folder}/blobs/${name.slice(0, 2)}/${name}${copy}`);
      const name = nameOf(`blob\n${hash}`);
      const bytes = fileOf(name);
      if (bytes === undefined) continue;
      if (bytes[9] === KINDS.blob) return openFile(office, 'blob', name, bytes);
      const manifest = json(openFile(office, 'manifest', name, bytes));
      return Buffer.concat(
        manifest.chunks.map((_, at) => {
          const piece = nameOf(`chunk\n${hash}\n${at}`);
          return openFile(office, 'chunk', piece, fileOf(piece));
        }),
      );
    }
  }
  return fail('no such document');
}

/** Reads a whole office from its files, with what an audit code holds. */
export function readOffice(files, audit) {
  const code = JSON.parse(audit);
  const id = code.genesis.slice(0, 32);
  const office = { id, folder: `nirkertas-${id.slice(0, 8)}`, keys: code.keys.map(base64url) };
  const genesis = readGenesis(files.get(`${office.folder}/genesis.json`), code.genesis);
  const logs = new Map();
  for (const [path, bytes] of files) {
    const [, folder, name] = path.split('/');
    if (folder === 'heads') {
      const [log16, version, hash] = name.split('.');
      if (!sha256(bytes).toString('hex').startsWith(hash)) fail('a damaged head');
      const file = json(openFile(office, 'head', `heads/${log16}.${version}`, bytes));
      logs.set(file.head.log, readLog(office, files, file));
    } else if (folder === 'sealed') {
      const [index] = name.split('.');
      for (const file of json(openFile(office, 'index', `sealed/${index}`, bytes)).heads)
        logs.set(file.head.log, readLog(office, files, file));
    }
  }
  return { office, genesis, logs };
}

/** Whether every dependency of every entry is what it says, and each entry's rank. */
export function ranksOf(logs) {
  const ranks = new Map();
  const all = [...logs.values()].flat();
  for (let left = all, before = -1; left.length !== before;) {
    before = left.length;
    left = left.filter(({ hash, envelope }) => {
      const ground = envelope.deps.map((dep) =>
        logs.get(dep.log)[dep.seq].hash === dep.hash ? dep.hash : fail('a dependency'),
      );
      if (envelope.prev !== null) ground.push(envelope.prev);
      if (ground.some((one) => !ranks.has(one))) return true;
      ranks.set(hash, 1 + Math.max(0, ...ground.map((one) => ranks.get(one))));
      return false;
    });
  }
  return ranks;
}

/** Whether the letter that an entry speaks of begins with it. */
export function beginsLetter({ envelope: { log, seq, subject } }) {
  const drawn = subject.slice(4, 8);
  const bound = sha256(`nirkertas/letter/0\n${log}\n${seq}\n${drawn}`).subarray(0, 10);
  return subject === `let_${drawn}${crockford(bound)}`;
}

function unpadded(bytes) {
  return bytes.subarray(6, 6 + bytes.readUIntBE(0, 6));
}

/** The content of an act on a secret letter, and the document that it names, with the letter's key. */
export function openLetter(office, key, { envelope }, document) {
  const { subject, type, actor, body } = envelope;
  if (sha256(hkdf(key, none, 'nirkertas/letter-key-id/0')).toString('hex') !== body.keys.id)
    fail('another key');
  const use = 'nirkertas/letter-content/0';
  const bound = `${use}\n${office.id}\n${subject}\n${type}\n${actor.user}`;
  const content = JSON.parse(unpadded(openGcm(hkdf(key, none, use), base64url(body.sealed), bound)));
  const documentUse = 'nirkertas/letter-document/0';
  return {
    content,
    document: unpadded(openGcm(hkdf(key, none, documentUse), document, `${documentUse}\n${office.id}`)),
  };
}

/** Reads the files by which somebody joins, with the code. */
export function readJoining(files, code, genesisHash, exchangeSecret) {
  const bytes = codeBytes('invitation', code, 32);
  const invitation = invitationOf(bytes.subarray(0, 16), bytes.subarray(16));
  const file = (kind) =>
    files.get(`nirkertas-${invitation.office.slice(0, 8)}/join/${invitation.id}.${kind}`);
  const { invite, signature } = json(openJoin(invitation, 'invite', file('invite')));
  checkSignature(
    invite.writer,
    `nirkertas/invite/0\n${invitation.id}\n${canonical(invite)}`,
    signature,
    'invite',
  );
  const { request, signatures } = json(openJoin(invitation, 'request', file('request')));
  const payload = `nirkertas/join-request/0\n${canonical(request)}`;
  checkSignature(request.sign, payload, signatures.user, 'request');
  checkSignature(request.log, payload, signatures.log, 'request');
  const certificate = createPublicKey({ key: base64url(request.certificate), format: 'der', type: 'spki' });
  const byCertificate = { key: certificate, dsaEncoding: 'ieee-p1363' };
  if (!verify('sha256', Buffer.from(payload), byCertificate, base64url(signatures.certificate)))
    fail('certificate');
  const answered = json(openJoin(invitation, 'answer', file('answer')));
  const { answer } = answered;
  checkSignature(
    invite.writer,
    `nirkertas/join-answer/0\n${canonical(answer)}`,
    answered.signature,
    'answer',
  );
  if (answer.request !== sha256(file('request')).toString('hex')) fail('another request');
  const salt = sha256(
    'nirkertas/digits/0\n',
    invitation.key('digits'),
    Buffer.from(genesisHash, 'hex'),
    sha256(file('request')),
  );
  const number = scryptSync(invitation.secret, salt, 8, {
    N: 2 ** 14,
    r: 8,
    p: 1,
    maxmem: 2 ** 26,
  }).readBigUInt64BE();
  const purpose = `office-key-to-person\n${invitation.office}\n${answer.user}`;
  return {
    invite,
    request,
    digits: (number % 1_000_000n).toString().padStart(6, '0'),
    officeKeys: answer.keys.map((sealed) => openSealed(exchangeSecret, purpose, sealed)),
  };
}

function invitationOf(officeBytes, secret) {
  const key = (use) => hkdf(secret, officeBytes, `nirkertas/invitation/0\n${use}`);
  return { office: officeBytes.toString('hex'), secret, key, id: key('name').subarray(0, 8).toString('hex') };
}

function openJoin({ office, key, id }, kind, bytes) {
  return openGcm(key(kind), bytes, `nirkertas/join/0\n${kind}\n${office}\n${id}`);
}

/** The rotation that followed an office key, found with that key alone. */
export function readSuccession(office, files, key) {
  const officeBytes = Buffer.from(office.id, 'hex');
  const place = invitationOf(officeBytes, hkdf(key, officeBytes, 'nirkertas/key-succession/0', 16));
  return json(openJoin(place, 'key', files.get(`${office.folder}/join/${place.id}.key`)));
}

/** The office key before a rotation, with the one after it. */
export function keyBefore(office, rotation, key) {
  return openGcm(
    key,
    base64url(rotation.sealedPredecessor),
    `nirkertas/key-predecessor/0\n${office.id}\n${rotation.id}`,
  );
}
