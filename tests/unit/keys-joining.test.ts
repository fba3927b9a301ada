import { sign as signBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { generateExchangeKey } from '#main/engine/keys/exchange-key.ts';
import { invitationFrom, makeInvitation, parseInvitationCode } from '#main/engine/keys/invitation.ts';
import { decodeInvite, encodeInvite } from '#main/engine/keys/invite-file.ts';
import { decodeAnswer, encodeAnswer } from '#main/engine/keys/join-answer.ts';
import { sealJoinFile } from '#main/engine/keys/join-envelope.ts';
import { decodeRequest, encodeRequest } from '#main/engine/keys/join-request.ts';
import type { JoinRequest } from '#main/engine/keys/join-request.ts';
import { makeRecoveryKit } from '#main/engine/keys/recovery-kit.ts';
import { generateSigningKey, sign } from '#main/engine/keys/signing-key.ts';
import { sixDigits } from '#main/engine/keys/six-digits.ts';
import { certificateSpki, generateUserKeys } from '#main/engine/keys/user-keys.ts';
import { wrapUserKeys } from '#main/engine/keys/wrapped-user-keys.ts';
import { canonicalJson } from '#main/engine/log/canonical-json.ts';
import { newId } from '#main/engine/log/new-id.ts';

import { flippedAt, sampleGenesis, verdict } from './keys-samples.ts';

const { genesis, root, officeKey, writer } = sampleGenesis();

describe('an invitation code', () => {
  const invitation = makeInvitation(genesis.officeId);

  it('has eleven groups of five and reads back however it is typed', () => {
    expect(invitation.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/);
    const typed = [
      invitation.code,
      invitation.code.toLowerCase(),
      invitation.code.replaceAll('-', ''),
      `  ${invitation.code.replaceAll('-', ' ')}\n`,
      invitation.code.replaceAll('-', '–'),
      invitation.code.replaceAll('0', 'O').replaceAll('1', 'l'),
      invitation.code.replaceAll('1', 'I'),
    ];
    for (const text of typed) expect(parseInvitationCode(text)).toEqual({ ok: true, value: invitation });
    expect(invitationFrom(invitation.officeId, invitation.secret)).toEqual(invitation);
  });

  it('notices a wrong, missing or foreign symbol', () => {
    const { code } = invitation;
    let passed = 0;
    for (let at = 0; at < code.length; at += 1) {
      if (code.charAt(at) === '-') continue;
      const wrong = code.slice(0, at) + (code.charAt(at) === '7' ? '8' : '7') + code.slice(at + 1);
      if (parseInvitationCode(wrong).ok) passed += 1;
    }
    expect(passed).toBe(0);
    expect(
      [code.slice(1), `${code}0`, code.replace(/.$/, 'U'), '', 'salah'].map(parseInvitationCode),
    ).toEqual(Array.from({ length: 5 }, () => ({ ok: false, code: 'code-unreadable' })));
    const kit = makeRecoveryKit({ officeName: 'K', officeId: genesis.officeId, day: '2026-10-09', root });
    expect(parseInvitationCode(kit).ok).toBe(false);
  });
});

describe('joining', () => {
  const invitation = makeInvitation(genesis.officeId);
  const stranger = makeInvitation(genesis.officeId);
  const invite = {
    genesisHash: genesis.hash,
    officeName: 'Kecamatan Contoh',
    purpose: 'person' as const,
    user: newId('usr'),
    position: newId('pos'),
    name: 'Sari Wulandari',
    title: 'Kepala Seksi Pelayanan',
    nip: '',
    expires: 1_791_000_000_000,
  };
  const parts = {
    user: invite.user,
    keys: generateUserKeys(),
    logKey: generateSigningKey(),
    device: newId('dev'),
    deviceName: 'PC-SARI',
    machine: 'a'.repeat(64),
    time: 1_790_100_000_000,
  };
  const inviteFile = encodeInvite(invitation, invite, writer.sign);
  const request = encodeRequest(invitation, parts);
  const roster = { index: 9, hash: 'f'.repeat(64) };
  const answered = {
    user: invite.user,
    exchange: parts.keys.exchange.public,
    request,
    roster,
    officeKeys: [officeKey],
    userKeys: null,
  };
  const answer = encodeAnswer(invitation, answered, writer.sign);
  const awaited = {
    user: invite.user,
    request,
    exchange: parts.keys.exchange,
    writerSign: writer.sign.public,
  };

  it('brings the wrapped keys of a person to a further PC of theirs, sealed to the key that asked', () => {
    const wrapped = wrapUserKeys(parts.keys, invite.user, 'kata sandi yang panjang 1');
    const file = encodeAnswer(invitation, { ...answered, userKeys: wrapped }, writer.sign);
    const opened = decodeAnswer(invitation, file, awaited);
    expect(opened.ok && opened.value.userKeys).toBe(wrapped);
    const elsewhere = { ...awaited, exchange: generateUserKeys().exchange };
    expect(verdict(decodeAnswer(invitation, file, elsewhere))).toBe('answer-keys-sealed');
  });

  it('goes from invitation over request to the office key', () => {
    const read = decodeInvite(invitation, inviteFile);
    expect(read).toEqual({ ok: true, value: { v: 0, ...invite, writer: writer.sign.public } });
    const asked = decodeRequest(invitation, request);
    expect(asked.ok && asked.value).toMatchObject({
      user: invite.user,
      sign: parts.keys.sign.public,
      exchange: parts.keys.exchange.public,
      log: parts.logKey.public,
      deviceName: 'PC-SARI',
    });
    const admitted = decodeAnswer(invitation, answer, awaited);
    expect(admitted).toEqual({
      ok: true,
      value: { user: invite.user, roster, officeKeys: [officeKey], userKeys: null },
    });
    expect(request.length).toBeLessThanOrEqual(4096);
  });

  it('accepts no file with any byte changed, and none of another invitation', () => {
    const readers = [
      [inviteFile, (bytes: Uint8Array) => decodeInvite(invitation, bytes).ok],
      [request, (bytes: Uint8Array) => decodeRequest(invitation, bytes).ok],
      [answer, (bytes: Uint8Array) => decodeAnswer(invitation, bytes, awaited).ok],
    ] as const;
    for (const [file, accepts] of readers) {
      expect(accepts(file)).toBe(true);
      for (let at = 0; at < file.length; at += 1) expect(accepts(flippedAt(file, at))).toBe(false);
      for (const [other] of readers) if (other !== file) expect(accepts(other)).toBe(false);
      expect(accepts(Buffer.alloc(0))).toBe(false);
      expect(accepts(Buffer.alloc(1_000_000))).toBe(false);
    }
    expect(verdict(decodeRequest(stranger, request))).toBe('request-not-openable');
  });

  it('trusts only what the writer that the invitation names signed', () => {
    const other = generateSigningKey();
    const inTheirName = { ...other, public: writer.sign.public };
    expect([
      verdict(decodeInvite(invitation, encodeInvite(invitation, invite, inTheirName))),
      verdict(
        decodeInvite(
          invitation,
          encodeInvite(invitation, { ...invite, genesisHash: '0'.repeat(64) }, writer.sign),
        ),
      ),
      verdict(decodeAnswer(invitation, encodeAnswer(invitation, answered, other), awaited)),
    ]).toEqual(['invite-forged', 'invite-not-valid', 'answer-forged']);
  });

  it('shows a swapped request to both sides', () => {
    const swapped = encodeRequest(invitation, { ...parts, keys: generateUserKeys() });
    const digits = (bytes: Uint8Array) => sixDigits(invitation, genesis.hash, bytes);
    expect(digits(request)).toMatch(/^\d{6}$/);
    expect(digits(request)).toBe(digits(Buffer.from(request)));
    expect(digits(swapped)).not.toBe(digits(request));
    expect(sixDigits(stranger, genesis.hash, request)).not.toBe(digits(request));
    expect(sixDigits(invitation, '0'.repeat(64), request)).not.toBe(digits(request));
    const toSwapped = encodeAnswer(invitation, { ...answered, request: swapped }, writer.sign);
    expect(verdict(decodeAnswer(invitation, toSwapped, awaited))).toBe('answer-other-request');
    const toOther = encodeAnswer(
      invitation,
      { ...answered, exchange: generateExchangeKey().public },
      writer.sign,
    );
    expect(verdict(decodeAnswer(invitation, toOther, awaited))).toBe('answer-keys-sealed');
  });

  it('certifies no key whose owner did not ask', () => {
    const victim = { keys: generateUserKeys(), logKey: generateSigningKey() };
    const asked = decodeRequest(invitation, request);
    if (!asked.ok) throw new Error(asked.code);
    const signedBy = (change: Partial<JoinRequest>) => {
      const changed = { ...asked.value, ...change };
      const payload = Buffer.from(`nirkertas/join-request/0\n${canonicalJson(changed)}`);
      const signatures = {
        user: sign(parts.keys.sign, payload),
        log: sign(parts.logKey, payload),
        certificate: signBytes('sha256', payload, {
          key: parts.keys.certificate,
          dsaEncoding: 'ieee-p1363',
        }).toString('base64url'),
      };
      const file = sealJoinFile(invitation, 'request', JSON.stringify({ request: changed, signatures }));
      return verdict(decodeRequest(invitation, file));
    };
    expect([
      signedBy({ deviceName: 'PC-LAIN' }),
      signedBy({ sign: victim.keys.sign.public }),
      signedBy({ log: victim.logKey.public }),
      signedBy({ certificate: certificateSpki(victim.keys) }),
      signedBy({ office: '9'.repeat(32) }),
      signedBy({ invitation: stranger.id }),
    ]).toEqual([
      'accepted',
      'request-forged',
      'request-forged',
      'request-forged',
      'request-not-valid',
      'request-not-valid',
    ]);
  });

  it('tells files of a newer program apart', () => {
    const sealed = (kind: 'invite' | 'request' | 'answer') =>
      sealJoinFile(invitation, kind, JSON.stringify({ [kind]: { v: 1 } }));
    expect([
      verdict(decodeInvite(invitation, sealed('invite'))),
      verdict(decodeRequest(invitation, sealed('request'))),
      verdict(decodeAnswer(invitation, sealed('answer'), awaited)),
    ]).toEqual(['invite-newer', 'request-newer', 'answer-newer']);
  });
});
