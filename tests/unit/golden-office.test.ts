import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { decodeAuditCode } from '#main/engine/keys/audit-code.ts';
import { exchangeKeyFromSecret } from '#main/engine/keys/exchange-key.ts';
import { parseInvitationCode } from '#main/engine/keys/invitation.ts';
import { decodeInvite } from '#main/engine/keys/invite-file.ts';
import { decodeRequest } from '#main/engine/keys/join-request.ts';
import { openContent, openDocument, openLetterKey } from '#main/engine/keys/letter-key.ts';
import { keyRing } from '#main/engine/keys/office-key.ts';
import { readRecoveryKit } from '#main/engine/keys/recovery-kit.ts';
import { sixDigits } from '#main/engine/keys/six-digits.ts';
import { checkChain } from '#main/engine/log/chain.ts';
import { encodeEntry, verifyUserSignature } from '#main/engine/log/entry-codec.ts';
import { blobName, parseHeadName, parseSegmentName } from '#main/engine/log/file-names.ts';
import { parseGenesis, recoverOfficeKey } from '#main/engine/log/genesis.ts';
import { decodeHeadFile } from '#main/engine/log/head-file.ts';
import type { HeadFile } from '#main/engine/log/head-file.ts';
import { openFile } from '#main/engine/log/sealed-file.ts';
import { decodeIndex, parseIndexName } from '#main/engine/log/sealed-index.ts';
import { decodeSegment } from '#main/engine/log/segment.ts';
import { entryTypes } from '#tests/golden/type-table.ts';
import {
  beginsLetter,
  isSignedBy,
  keyBefore,
  openLetter,
  openSealed,
  ranksOf,
  readDocument,
  readGenesis,
  readJoining,
  readKit,
  readOffice,
  readSuccession,
} from '#tests/golden/second-reader.mjs';

const golden = JSON.parse(readFileSync(path.join(import.meta.dirname, '../golden/office.json'), 'utf8'));
const { holds, secrets } = golden;
const files = new Map<string, Buffer>(
  Object.entries<string>(golden.files).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]),
);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

function valueOf<T>(
  read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
): T {
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

describe('the golden office', () => {
  it('has an entry of every type, and a file of every kind', () => {
    const types = new Set(
      holds.logs.flatMap((log: { entries: { envelope: { type: string } }[] }) =>
        log.entries.map(({ envelope }) => envelope.type),
      ),
    );
    expect([...types].toSorted()).toEqual(entryTypes.map(([type]) => type).toSorted());
    const kinds = new Set([...files.values()].flatMap((file) => (file[0] === 0x4e ? [file[9]] : [])));
    expect([...kinds].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    const joining = [...files.keys()].flatMap((name) => /\/join\/.*\.([a-z]+)$/.exec(name)?.[1] ?? []);
    expect(joining.toSorted()).toEqual(['answer', 'invite', 'key', 'request']);
  });
});

describe('the program reads the golden office', () => {
  const audit = valueOf(decodeAuditCode(Buffer.from(golden.audit)));
  const [newest, ...older] = audit.keys;
  if (newest === undefined) throw new Error('no key');
  const office = { officeId: holds.officeId as string, keys: keyRing(newest, ...older) };
  const root = `nirkertas-${office.officeId.slice(0, 8)}`;
  const under = (folder: string) =>
    [...files].flatMap(([name, file]) =>
      name.startsWith(`${root}/${folder}/`)
        ? [[name.slice(root.length + folder.length + 2), file] as const]
        : [],
    );

  function logOf({ head, segments }: HeadFile) {
    const entries = segments.flatMap((name) => {
      const range = parseSegmentName(name);
      if (range === null) throw new Error(name);
      const file = files.get(`${root}/logs/${head.log.slice(0, 16)}/${name}`) ?? Buffer.alloc(0);
      return valueOf(decodeSegment(office, { log: head.log, from: range.from, to: range.to }, file)).entries;
    });
    expect(valueOf(checkChain(head.log, null, entries))).toEqual({ seq: head.seq, hash: head.hash });
    return {
      log: head.log,
      entries: entries.map(({ hash, envelope }) => ({ hash, envelope })),
      parsed: entries,
    };
  }

  it('its logs, entry by entry, and writes the same bytes again', () => {
    const heads = under('heads').map(([name, file]) => {
      const at = parseHeadName(name);
      if (at === null) throw new Error(name);
      return valueOf(decodeHeadFile(office, at, file));
    });
    const ended = under('sealed').flatMap(([name, file]) =>
      valueOf(decodeIndex(office, parseIndexName(name)?.index ?? 0, file)),
    );
    const logs = [...heads, ...ended].map(logOf);
    expect(logs.map(({ log, entries }) => ({ log, entries }))).toEqual(holds.logs);
    const genesis = valueOf(parseGenesis(files.get(`${root}/genesis.json`) ?? Buffer.alloc(0)));
    expect(genesis.hash).toBe(golden.genesisHash);
    for (const entry of logs.flatMap(({ parsed }) => parsed)) {
      const { userSig = '', ...draft } = entry.envelope;
      expect(verifyUserSignature(entry, office.officeId, genesis.genesis.writer.userSign)).toBe(true);
      const again = valueOf(encodeEntry(draft, { officeId: office.officeId, sign: () => userSig }));
      expect(Buffer.from(again.bytes).equals(entry.bytes)).toBe(true);
    }
  });

  it('its kit, its joining files and its secret letter', () => {
    const kit = valueOf(readRecoveryKit(golden.kit));
    expect(hex(kit.root.secret)).toBe(secrets.root);
    const genesis = valueOf(parseGenesis(files.get(`${root}/genesis.json`) ?? Buffer.alloc(0)));
    expect(hex(recoverOfficeKey(genesis, kit.root)?.bytes ?? Buffer.alloc(0))).toBe(secrets.officeKeys[1]);
    const invitation = valueOf(parseInvitationCode(golden.invitation));
    const join = (kind: string) => files.get(`${root}/join/${invitation.id}.${kind}`) ?? Buffer.alloc(0);
    expect(valueOf(decodeInvite(invitation, join('invite')))).toEqual(holds.invite);
    expect(valueOf(decodeRequest(invitation, join('request'))).deviceName).toBe('BUDI-01');
    expect(sixDigits(invitation, golden.genesisHash, join('request'))).toBe(holds.digits);
    const { letter, content } = holds.secretLetter;
    const { body, actor, type } = holds.logs[0].entries.at(-1).envelope;
    const exchange = exchangeKeyFromSecret(bytes(secrets.userExchange));
    const key = openLetterKey(body.keys.wraps[0], office.officeId, exchange, body.keys.id);
    if (key === null) throw new Error('the key of the letter');
    const place = { officeId: office.officeId, letter, type, user: actor.user };
    expect(JSON.parse(openContent(key, place, body.sealed)?.toString() ?? 'null')).toEqual(content);
    const name = blobName(newest, body.document.sha256);
    const sealed = files.get(`${root}/blobs/${name.slice(0, 2)}/${name}`) ?? Buffer.alloc(0);
    const document = openDocument(key, office.officeId, valueOf(openFile(office, 'blob', name, sealed)));
    expect(hex(document ?? Buffer.alloc(0))).toBe(holds.secretLetter.document);
  });
});

describe('a reader written from the page of the format alone', () => {
  const { office, genesis, logs } = readOffice(files, golden.audit);

  it('finds the same entries, signatures and ranks', () => {
    for (const { log, entries } of holds.logs) {
      const read = logs.get(log);
      expect(
        read.map(({ hash, envelope }: { hash: string; envelope: unknown }) => ({ hash, envelope })),
      ).toEqual(entries);
      for (const entry of read) expect(isSignedBy(office, entry, genesis.writer.userSign)).toBe(true);
    }
    const ranks = ranksOf(logs);
    expect(ranks.size).toBe([...logs.values()].flat().length);
    const writer = logs.get(holds.logs[0].log);
    // The first entry after the opening has seen the two of the other log.
    expect(ranks.get(writer[1].hash)).toBe(3);
  });

  it('finds the documents, and opens the secret letter with its key', () => {
    for (const [hash, content] of Object.entries<string>(holds.documents)) {
      expect(hex(readDocument(office, files, hash))).toBe(content);
    }
    const { letter, content, document } = holds.secretLetter;
    const entry = logs.get(holds.logs[0].log).at(-1);
    expect([beginsLetter(entry), entry.envelope.subject]).toEqual([true, letter]);
    const wrap = entry.envelope.body.keys.wraps.find(({ to }: { to: string }) => to === 'root');
    const { exchange } = readKit(golden.kit);
    const key = openSealed(exchange, `letter-key\n${office.id}\nroot`, wrap.sealed);
    const opened = openLetter(
      office,
      key,
      entry,
      readDocument(office, files, entry.envelope.body.document.sha256),
    );
    expect(opened.content).toEqual(content);
    expect(hex(opened.document)).toBe(document);
  });

  it('reads kit, genesis, invitation and the succession of keys', () => {
    const kit = readKit(golden.kit);
    expect([kit.officeId, kit.sign]).toEqual([office.id, genesis.root.sign]);
    const file = files.get(`${office.folder}/genesis.json`);
    const { officeKeySealedToRoot, nonce } = readGenesis(file, golden.genesisHash);
    expect(hex(openSealed(kit.exchange, `office-key-to-root\n${nonce}`, officeKeySealedToRoot))).toBe(
      secrets.officeKeys[1],
    );
    const joined = readJoining(files, golden.invitation, golden.genesisHash, bytes(secrets.joinerExchange));
    expect([joined.invite, joined.digits]).toEqual([holds.invite, holds.digits]);
    expect(joined.officeKeys.map(hex)).toEqual(secrets.officeKeys);
    const rotation = readSuccession(office, files, bytes(secrets.officeKeys[1]));
    expect(rotation).toEqual(holds.rotation);
    expect(hex(keyBefore(office, rotation, bytes(secrets.officeKeys[0])))).toBe(secrets.officeKeys[1]);
  });

  it('refuses a file with any byte changed', () => {
    for (const [name, file] of files) {
      if (!/\/(?:heads|logs|sealed)\//.test(name)) continue;
      const changed = new Map(files);
      const copy = Buffer.from(file);
      copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
      changed.set(name, copy);
      expect(() => readOffice(changed, golden.audit)).toThrow();
    }
  });
});
