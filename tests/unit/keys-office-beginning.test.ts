import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { makeInvitation } from '#main/engine/keys/invitation.ts';
import { saveRecoveryKit } from '#main/engine/keys/kit-file.ts';
import { makeRecoveryKit, readRecoveryKit } from '#main/engine/keys/recovery-kit.ts';
import { generateRootKey, rootKeyFrom } from '#main/engine/keys/root-key.ts';
import { decodeCrockford, encodeCrockford } from '#main/engine/log/crockford.ts';
import { parseGenesis, recoverOfficeKey } from '#main/engine/log/genesis.ts';

import { flippedAt, sampleGenesis, verdict } from './keys-samples.ts';

const folder = await mkdtemp(join(tmpdir(), 'nirkertas-keys-'));
afterAll(() => rm(folder, { recursive: true }));

const { genesis, root, officeKey } = sampleGenesis();

describe('a genesis', () => {
  it('reads back, and gives the office key to the holder of the kit', () => {
    expect(parseGenesis(genesis.bytes)).toEqual({ ok: true, value: genesis });
    expect(genesis.hash.startsWith(genesis.officeId)).toBe(true);
    expect(recoverOfficeKey(genesis, rootKeyFrom(root.secret))).toEqual(officeKey);
    expect(recoverOfficeKey(genesis, generateRootKey())).toBeNull();
  });

  it('is refused with any byte changed', () => {
    for (let at = 0; at < genesis.bytes.length; at += 1) {
      expect(parseGenesis(flippedAt(genesis.bytes, at)).ok, `byte ${at}`).toBe(false);
    }
  });

  it('of a newer program is told apart from rubbish', () => {
    const newer = Buffer.from(Buffer.from(genesis.bytes).toString().replace('"v":0', '"v":1'));
    const cases = [newer, Buffer.from('{}'), Buffer.alloc(0), Buffer.alloc(100_000, 0x5b)];
    expect(cases.map((bytes) => verdict(parseGenesis(bytes)))).toEqual([
      'genesis-newer',
      'genesis-not-valid',
      'genesis-not-valid',
      'genesis-not-valid',
    ]);
  });
});

describe('Crockford’s base 32', () => {
  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(decodeCrockford(encodeCrockford(bytes), bytes.length)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('the recovery kit', () => {
  const text = makeRecoveryKit({
    officeName: 'Kecamatan Contoh\nKUNCI-INDUK:\n',
    officeId: genesis.officeId,
    day: '2026-10-09',
    root,
  });
  const key = /KUNCI-INDUK:\n([\s\S]*?)\n\n/.exec(text.slice(text.indexOf('\n\nKUNCI-INDUK')))?.[1] ?? '';

  it('gives the root key back from the file, from a DOS copy of it, and from the typed key', () => {
    const typed = [text, text.replaceAll('\n', '\r\n'), key, key.toLowerCase().replaceAll('-', ' ')];
    for (const given of typed) {
      const read = readRecoveryKit(given);
      expect(read.ok && read.value.officeId).toBe(genesis.officeId);
      expect(read.ok && recoverOfficeKey(genesis, read.value.root)).toEqual(officeKey);
    }
    expect(text).toContain('Kecamatan Contoh');
    expect(text.split('\n').every((line) => line.length <= 90)).toBe(true);
  });

  it('notices a wrong symbol, and what is no kit', () => {
    const at = text.indexOf(key.trim()) + 3;
    const wrong = text.slice(0, at) + (text.charAt(at) === '7' ? '8' : '7') + text.slice(at + 1);
    expect(
      [wrong, '', 'surat biasa', 'x'.repeat(100_000), makeInvitation(genesis.officeId).code].map(
        readRecoveryKit,
      ),
    ).toEqual([
      { ok: false, code: 'kit-mistyped' },
      ...Array.from({ length: 4 }, () => ({ ok: false, code: 'kit-unreadable' })),
    ]);
  });

  it('is on the disk before the office is made, and overwrites nothing', async () => {
    const path = join(folder, 'kit.txt');
    expect(await saveRecoveryKit(path, text)).toEqual({ ok: true, value: null });
    expect(await readFile(path, 'utf8')).toBe(text);
    await writeFile(path, 'kit kantor lain');
    expect(await saveRecoveryKit(path, text)).toEqual({ ok: false, code: 'kit-exists' });
    expect(await readFile(path, 'utf8')).toBe('kit kantor lain');
    expect(await saveRecoveryKit(join(folder, 'tidak', 'ada'), text)).toEqual({
      ok: false,
      code: 'kit-unwritable',
    });
  });
});
