import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { Authority, hasOpenssl, type KeyKind } from './verify-identity.ts';
import { appendRevision, by, letter, signField, signNewField, streamObject } from './verify-writer.ts';

if (!hasOpenssl)
  process.stdout.write('skipped: openssl, the independent signer of these tests, is not installed\n');

const summary = (bytes: Buffer, roots: readonly Buffer[] = [], at?: Date) => {
  const result = verifyPdf(bytes, {
    trustedRoots: roots.map((der) => ({ der, category: 'office' as const })),
    ...(at ? { at } : {}),
  });
  return {
    verdict: result.verdict,
    signatures: result.signatures.map(({ field, kind, integrity, level, trust, category }) =>
      [field, kind, integrity, level, trust, category].join(' '),
    ),
    codes: [...result.findings, ...result.signatures.flatMap((item) => item.findings)]
      .filter((finding) => finding.severity !== 'info')
      .map((finding) => finding.code),
  };
};

describe.skipIf(!hasOpenssl)('a signature by an independent signer', () => {
  const authority = new Authority();
  const signer = authority.issue('p256', 'Kepala Dinas');
  afterAll(() => authority.remove());

  it.each<KeyKind>(['rsa', 'rsa-pss', 'p256', 'p384', 'p521'])('is intact and trusted: %s', (kind) => {
    const identity = authority.issue(kind, `Penanda ${kind}`);
    const extra = kind === 'rsa-pss' ? ['-keyopt', 'rsa_padding_mode:pss'] : [];
    const bytes = signField(letter(), 'ttd1', (content) => authority.sign(identity, content, extra));
    expect(summary(bytes, [authority.root.der])).toEqual({
      verdict: 'valid',
      signatures: ['ttd1 signature intact B-B trusted office'],
      codes: [],
    });
  });

  it('is indeterminate, never invalid, where its root is not installed', () => {
    const bytes = signField(letter(), 'ttd1', by(authority, signer));
    expect(summary(bytes)).toEqual({
      verdict: 'indeterminate',
      signatures: ['ttd1 signature intact B-B unknown-root unknown'],
      codes: [],
    });
  });

  it('stays intact when a second person signs a field made for it, and a third a new one', () => {
    const once = signField(letter(), 'ttd1', by(authority, signer));
    const second = authority.issue('rsa', 'Sekretaris');
    const twice = signField(once, 'ttd2', by(authority, second));
    const thrice = signNewField(twice, by(authority, signer));
    expect(summary(thrice, [authority.root.der])).toEqual({
      verdict: 'valid',
      signatures: [
        'ttd1 signature intact B-B trusted office',
        'ttd2 signature intact B-B trusted office',
        expect.stringMatching(/^baru\d+ signature intact B-B trusted office$/),
      ],
      codes: [],
    });
  });

  it('is the same through cross-reference streams', () => {
    const once = signField(letter({}, { stream: true }), 'ttd1', by(authority, signer), {
      update: { stream: true },
    });
    const twice = signField(once, 'ttd2', by(authority, signer), { update: { stream: true } });
    expect(summary(twice, [authority.root.der]).signatures).toEqual([
      'ttd1 signature intact B-B trusted office',
      'ttd2 signature intact B-B trusted office',
    ]);
  });

  it('is expired after its certificate, and proven by a document timestamp made before', () => {
    const brief = authority.issue('p256', 'Singkat', { days: 1 });
    const later = new Date(Date.now() + 10 * 86_400_000);
    const signed = signField(letter(), 'ttd1', by(authority, brief));
    expect(summary(signed, [authority.root.der], later)).toEqual({
      verdict: 'indeterminate',
      signatures: ['ttd1 signature intact B-B expired office'],
      codes: ['certificate-expired'],
    });
    const tsa = authority.issue('rsa', 'TSA', {
      extendedKeyUsage: 'timeStamping',
      keyUsage: 'digitalSignature',
    });
    const stamped = signNewField(signed, (content) => authority.stamp(tsa, content), {
      subFilter: 'ETSI.RFC3161',
      rect: '0 0 0 0',
    });
    expect(summary(stamped, [authority.root.der], later)).toEqual({
      verdict: 'valid',
      signatures: [
        'ttd1 signature intact B-T trusted office',
        expect.stringMatching(/^baru\d+ timestamp intact timestamp trusted office$/),
      ],
      codes: [],
    });
  });

  it('refuses a document timestamp over other bytes', () => {
    const signed = signField(letter(), 'ttd1', by(authority, signer));
    const tsa = authority.issue('rsa', 'TSA', {
      extendedKeyUsage: 'timeStamping',
      keyUsage: 'digitalSignature',
    });
    const other = (content: Buffer): Buffer =>
      authority.stamp(tsa, Buffer.concat([content, Buffer.from('x')]));
    const stamped = signNewField(signed, other, { subFilter: 'ETSI.RFC3161', rect: '0 0 0 0' });
    expect(summary(stamped, [authority.root.der])).toEqual({
      verdict: 'invalid',
      signatures: [
        'ttd1 signature intact B-B trusted office',
        expect.stringMatching(/^baru\d+ timestamp digest-mismatch timestamp trusted office$/),
      ],
      codes: ['timestamp-wrong'],
    });
  });

  it('is untrusted where the certificate may not sign or was issued by no authority', () => {
    const server = authority.issue('p256', 'Server', { extendedKeyUsage: 'serverAuth' });
    const issued = authority.issue('p256', 'Anak', { issuer: signer });
    const chain = authority.withCertificates([signer]);
    const wrongUse = signField(letter(), 'ttd1', by(authority, server));
    const wrongIssuer = signField(letter(), 'ttd1', (content) => authority.sign(issued, content, chain));
    expect(summary(wrongUse, [authority.root.der])).toEqual({
      verdict: 'indeterminate',
      signatures: ['ttd1 signature intact B-B untrusted office'],
      codes: ['certificate-usage'],
    });
    expect(summary(wrongIssuer, [authority.root.der])).toEqual({
      verdict: 'indeterminate',
      signatures: ['ttd1 signature intact B-B untrusted unknown'],
      codes: ['chain-broken'],
    });
  });

  it('finds its way over an intermediate certificate, to it, or past it', () => {
    const middle = authority.issue('p256', 'Antara', { ca: true });
    const leaf = authority.issue('p256', 'Di bawah antara', { issuer: middle });
    const chain = authority.withCertificates([middle]);
    const bytes = signField(letter(), 'ttd1', (content) => authority.sign(leaf, content, chain));
    expect(summary(bytes, [authority.root.der]).signatures).toEqual([
      'ttd1 signature intact B-B trusted office',
    ]);
    expect(summary(bytes, [middle.der]).signatures).toEqual(['ttd1 signature intact B-B trusted office']);
    expect(summary(bytes, [leaf.der]).signatures).toEqual(['ttd1 signature intact B-B trusted office']);
  });

  it('minds who may issue: the CA mark, and how many authorities may stand below', () => {
    const noAuthority = authority.issue('p256', 'Bukan CA', { keyUsage: 'digitalSignature,keyCertSign' });
    const last = authority.issue('p256', 'Terakhir', { ca: true, pathLength: 0 });
    const tooLow = authority.issue('p256', 'Terlalu rendah', { ca: true, issuer: last });
    for (const [issuer, certificates] of [
      [noAuthority, [noAuthority]],
      [tooLow, [tooLow, last]],
    ] as const) {
      const leaf = authority.issue('p256', 'Daun', { issuer });
      const chain = authority.withCertificates(certificates);
      const bytes = signField(letter(), 'ttd1', (content) => authority.sign(leaf, content, chain));
      expect(summary(bytes, [authority.root.der])).toEqual({
        verdict: 'indeterminate',
        signatures: ['ttd1 signature intact B-B untrusted unknown'],
        codes: ['chain-broken'],
      });
    }
  });

  it('is refused when the certificate was exchanged for a twin with another name', () => {
    const office = new Authority('Akar Kembar', 'rsa');
    const real = office.issue('rsa', 'Kepala Dinas A');
    const twin = office.issue('rsa', 'Kepala Dinas B', { twinOf: real });
    const exchanged = (content: Buffer): Buffer => {
      const cms = office.sign(real, content);
      const at = cms.indexOf(real.der);
      return Buffer.concat([cms.subarray(0, at), twin.der, cms.subarray(at + real.der.length)]);
    };
    expect(twin.der.length).toBe(real.der.length);
    const bytes = signField(letter(), 'ttd1', exchanged);
    expect(summary(bytes, [office.root.der])).toMatchObject({ verdict: 'invalid', codes: ['ess-mismatch'] });
    expect(summary(signField(letter(), 'ttd1', by(office, real)), [office.root.der]).verdict).toBe('valid');
    office.remove();
  });

  it('is never valid with a method that is no longer safe, and says so', () => {
    const short = authority.issue('rsa1024', 'Kunci Pendek');
    const shortKey = signField(letter(), 'ttd1', by(authority, short));
    const sha1 = signField(letter(), 'ttd1', (content) => authority.sign(signer, content, ['-md', 'sha1']));
    for (const bytes of [shortKey, sha1])
      expect(summary(bytes, [authority.root.der])).toEqual({
        verdict: 'indeterminate',
        signatures: ['ttd1 signature intact B-B trusted office'],
        codes: ['algorithm-weak'],
      });
  });

  it('stays intact when validation data is added, and is then B-LT or B-LTA with a timestamp', () => {
    const signed = signField(letter(), 'ttd1', by(authority, signer));
    const der = authority.root.der.toString('latin1');
    const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/DSS 20 0 R>>';
    const bytes = appendRevision(signed, {
      1: catalog,
      20: '<</Type/DSS/Certs[21 0 R]>>',
      21: streamObject('', der),
    });
    expect(summary(bytes, [authority.root.der])).toEqual({
      verdict: 'valid',
      signatures: ['ttd1 signature intact B-B trusted office'],
      codes: [],
    });
  });

  it('is unsigned without a signature, and unreadable where there is no PDF', () => {
    expect(summary(letter())).toEqual({ verdict: 'unsigned', signatures: [], codes: [] });
    expect(summary(Buffer.from('bukan pdf'))).toEqual({
      verdict: 'unreadable',
      signatures: [],
      codes: ['file-no-header'],
    });
    expect(summary(Buffer.alloc(0)).verdict).toBe('unreadable');
  });
});
