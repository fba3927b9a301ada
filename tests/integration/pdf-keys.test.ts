import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createOfficeAuthority,
  generatePersonalKey,
  issuePersonalCertificate,
  type OfficeAuthority,
} from '#main/engine/keys/ca/authority.ts';
import { makeP12 } from '#main/engine/keys/p12/make.ts';
import { openP12 } from '#main/engine/keys/p12/open.ts';
import { signingCredential } from '#main/engine/keys/p12/credential.ts';

const OFFICE = 'Dinas Komunikasi dan Informatika Kota Tirtawangsa';
const now = new Date('2026-10-09T03:42:00Z');
const nextYear = new Date('2027-10-09T03:42:00Z');
const subject = {
  commonName: 'Bambang Hariyanto, S.Sos., M.M.',
  organization: OFFICE,
  title: 'Sekretaris',
  employeeNumber: '19731108 199903 1 005',
};

let folder: string;
let authority: OfficeAuthority;
const at = (name: string): string => join(folder, name);
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', cwd: folder, stdio: 'pipe' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nirkertas-keys-'));
  const made = createOfficeAuthority(OFFICE, now);
  if (!made.ok) throw new Error(made.error.code);
  authority = made.value;
  writeFileSync(at('root.pem'), new X509Certificate(authority.certificate).toString());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A leaf with its key, as PEM files on disk for openssl, under the given name. */
function leafOnDisk(name: string, kind: 'p256' | 'rsa2048'): void {
  const pair = generatePersonalKey(kind);
  const issued = issuePersonalCertificate(authority, {
    subject,
    publicKey: pair.publicKey,
    now,
    until: nextYear,
  });
  if (!issued.ok) throw new Error(issued.error.code);
  writeFileSync(at(`${name}.pem`), new X509Certificate(issued.value).toString());
  writeFileSync(at(`${name}.key`), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

describe('the office authority', () => {
  test.each(['p256', 'rsa2048'] as const)(
    'issues a %s certificate that openssl verifies strictly',
    (kind) => {
      leafOnDisk(kind, kind);
      const seconds = String(now.getTime() / 1000);
      expect(
        openssl('verify', '-x509_strict', '-attime', seconds, '-CAfile', 'root.pem', `${kind}.pem`),
      ).toContain('OK');
      const text = openssl('x509', '-in', `${kind}.pem`, '-noout', '-text');
      expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/u);
      expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/u);
      expect(text).toContain('1.3.6.1.5.5.7.3.36');
      expect(text).toContain('CN = "Bambang Hariyanto, S.Sos., M.M."');
      expect(text).toContain('serialNumber = 197311081999031005');
    },
  );

  test('issues nothing that would outlive the root, and nothing to nobody', () => {
    const { publicKey } = generatePersonalKey();
    const late = new Date('2050-01-01T00:00:00Z');
    const beyond = issuePersonalCertificate(authority, { subject, publicKey, now, until: late });
    expect(beyond).toMatchObject({ ok: false, error: { code: 'authority-validity' } });
    const nameless = { ...subject, commonName: '  ' };
    const nobody = issuePersonalCertificate(authority, {
      subject: nameless,
      publicKey,
      now,
      until: nextYear,
    });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'authority-subject' } });
  });

  test('refuses to certify a key that a court would call weak', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const issued = issuePersonalCertificate(authority, { subject, publicKey, now, until: nextYear });
    expect(issued).toMatchObject({
      ok: false,
      error: { code: 'p12-key-unsupported', params: { kind: 'RSA 1024' } },
    });
  });

  test('keeps a certificate within the standard when a name has 300 characters', () => {
    const { publicKey } = generatePersonalKey();
    const long = { ...subject, commonName: 'Raden '.repeat(50) };
    const issued = issuePersonalCertificate(authority, { subject: long, publicKey, now, until: nextYear });
    if (!issued.ok) throw new Error(issued.error.code);
    const name = /CN=(.*)/u.exec(new X509Certificate(issued.value).subject)?.[1] ?? '';
    expect([...name].length).toBeLessThanOrEqual(64);
    expect(name.endsWith('…')).toBe(true);
  });

  test('writes a root that lives past 2049', () => {
    const made = createOfficeAuthority(OFFICE, now, 30);
    if (!made.ok) throw new Error(made.error.code);
    expect(new Date(new X509Certificate(made.value.certificate).validTo).getUTCFullYear()).toBe(2056);
  });
});

describe('a personal P12', () => {
  const PASSPHRASE = 'kunci rahasia 2026';
  const LEGACY = ['-legacy', '-provider', 'default', '-provider', 'legacy'];
  const VARIANTS: readonly [string, 'p256' | 'rsa2048', readonly string[]][] = [
    ['AES-256 and PBKDF2, RSA', 'rsa2048', []],
    ['AES-256 and PBKDF2, P-256', 'p256', []],
    [
      'AES-128, SHA-512 MAC',
      'rsa2048',
      ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512'],
    ],
    ['RC2-40 and 3DES of old Windows', 'rsa2048', LEGACY],
    ['RC2-128', 'rsa2048', [...LEGACY, '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-128']],
    [
      '3DES throughout, P-256',
      'p256',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['two-key 3DES', 'rsa2048', ['-certpbe', 'PBE-SHA1-2DES', '-keypbe', 'PBE-SHA1-2DES']],
    ['certificates in the clear', 'p256', ['-certpbe', 'NONE']],
  ];

  test.each(VARIANTS)('made by openssl opens: %s', (_name, kind, options) => {
    leafOnDisk('p12', kind);
    openssl(
      'pkcs12',
      '-export',
      '-in',
      'p12.pem',
      '-inkey',
      'p12.key',
      '-certfile',
      'root.pem',
      '-out',
      'file.p12',
      '-passout',
      `pass:${PASSPHRASE}`,
      ...options,
    );
    const opened = openP12(readFileSync(at('file.p12')), PASSPHRASE, now);
    if (!opened.ok) throw new Error(opened.error.code);
    const key = createPrivateKey(readFileSync(at('p12.key')));
    expect(opened.value.key.equals(key)).toBe(true);
    expect(opened.value.certificate).toEqual(
      new Uint8Array(new X509Certificate(readFileSync(at('p12.pem'))).raw),
    );
    expect(opened.value.chain.map((der) => Buffer.from(der))).toEqual([Buffer.from(authority.certificate)]);
    const wrong = openP12(readFileSync(at('file.p12')), 'kunci salah', now);
    expect(wrong).toEqual({ ok: false, error: { code: 'p12-passphrase-wrong' } });
  });

  test('opens with a passphrase beyond ASCII', () => {
    leafOnDisk('p12', 'rsa2048');
    openssl(
      'pkcs12',
      '-export',
      '-in',
      'p12.pem',
      '-inkey',
      'p12.key',
      '-out',
      'file.p12',
      '-passout',
      'pass:ꦏꦸꦚ꧀ꦕꦶ-é',
    );
    expect(openP12(readFileSync(at('file.p12')), 'ꦏꦸꦚ꧀ꦕꦶ-é', now).ok).toBe(true);
  });

  test('opens a P-384 key, refuses P-521', () => {
    for (const [curve, good] of [
      ['secp384r1', true],
      ['secp521r1', false],
    ] as const) {
      openssl(
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        `ec_paramgen_curve:${curve}`,
        '-nodes',
        '-keyout',
        'ec.key',
        '-out',
        'ec.pem',
        '-subj',
        '/CN=Uji',
        '-days',
        '9000',
      );
      openssl(
        'pkcs12',
        '-export',
        '-in',
        'ec.pem',
        '-inkey',
        'ec.key',
        '-out',
        'file.p12',
        '-passout',
        'pass:x',
      );
      const later = new Date(Date.now() + 60_000);
      const opened = openP12(readFileSync(at('file.p12')), 'x', later);
      expect(opened.ok ? 'opened' : opened.error.code).toBe(good ? 'opened' : 'p12-key-unsupported');
    }
  });

  test('says which thing is wrong with it', () => {
    leafOnDisk('p12', 'p256');
    const pass = ['-passout', 'pass:x'];
    openssl('pkcs12', '-export', '-in', 'p12.pem', '-nokeys', '-out', 'nokey.p12', ...pass);
    openssl('pkcs12', '-export', '-inkey', 'p12.key', '-nocerts', '-out', 'nocert.p12', ...pass);
    openssl('pkcs12', '-export', '-in', 'p12.pem', '-inkey', 'p12.key', '-out', 'good.p12', ...pass);
    const code = (file: Uint8Array, at_: Date): string => {
      const opened = openP12(file, 'x', at_);
      return opened.ok ? 'opened' : opened.error.code;
    };
    const good = readFileSync(at('good.p12'));
    expect({
      noKey: code(readFileSync(at('nokey.p12')), now),
      noCertificate: code(readFileSync(at('nocert.p12')), now),
      expired: code(good, new Date('2031-01-01T00:00:00Z')),
      early: code(good, new Date('2020-01-01T00:00:00Z')),
      text: code(Buffer.from('bukan P12'), now),
      empty: code(new Uint8Array(), now),
      half: code(good.subarray(0, good.length / 2), now),
    }).toEqual({
      noKey: 'p12-no-key',
      noCertificate: 'p12-no-certificate',
      expired: 'certificate-expired',
      early: 'certificate-not-yet-valid',
      text: 'p12-unreadable',
      empty: 'p12-unreadable',
      half: 'p12-unreadable',
    });
  });

  test('refuses a certificate that is not for signing', () => {
    const made = createOfficeAuthority(OFFICE, now);
    if (!made.ok) throw new Error(made.error.code);
    const credential = signingCredential(made.value.key, made.value.certificate, [], now);
    expect(credential).toEqual({ ok: false, error: { code: 'certificate-not-for-signing' } });
  });

  test.each(['p256', 'rsa2048'] as const)('made by us (%s) is read by openssl and by us', (kind) => {
    const pair = generatePersonalKey(kind);
    const issued = issuePersonalCertificate(authority, {
      subject,
      publicKey: pair.publicKey,
      now,
      until: nextYear,
    });
    if (!issued.ok) throw new Error(issued.error.code);
    const credential = { key: pair.privateKey, certificate: issued.value, chain: [authority.certificate] };
    const file = makeP12(credential, PASSPHRASE);
    writeFileSync(at('ours.p12'), file);
    const listed = openssl('pkcs12', '-in', 'ours.p12', '-passin', `pass:${PASSPHRASE}`, '-nodes');
    expect(listed.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
    expect(createPrivateKey(listed.slice(listed.indexOf('-----BEGIN PRIVATE'))).equals(pair.privateKey)).toBe(
      true,
    );
    const opened = openP12(file, PASSPHRASE, now);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.key.equals(pair.privateKey)).toBe(true);
    expect(opened.value.chain).toHaveLength(1);
  });
});
