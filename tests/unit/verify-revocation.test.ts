import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';
import { appendRevision, by, letter, signField, signNewField, streamObject } from './verify-writer.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');

const DAY = 86_400_000;

describe.skipIf(!hasOpenssl)('revocation', () => {
  const authority = new Authority();
  const signer = authority.issue('p256', 'Kepala Dinas');
  const other = authority.issue('p256', 'Orang Lain');
  const tsa = authority.issue('rsa', 'TSA', {
    extendedKeyUsage: 'timeStamping',
    keyUsage: 'digitalSignature',
  });
  afterAll(() => authority.remove());

  const signed = signField(letter(), 'ttd1', by(authority, signer));
  const stamped = signNewField(signed, (content) => authority.stamp(tsa, content), {
    subFilter: 'ETSI.RFC3161',
    rect: '0 0 0 0',
  });
  const now = Date.now();

  const revoked = ['invalid', 'intact', 'untrusted', ['certificate-revoked']];

  const judge = (bytes: Buffer, revocationLists: readonly Buffer[], at = new Date(now)) => {
    const result = verifyPdf(bytes, {
      trustedRoots: [{ der: authority.root.der, category: 'office' }],
      revocationLists,
      at,
    });
    const [first] = result.signatures;
    const codes = first?.findings.map(({ code }) => code).filter((code) => code.includes('revo'));
    return [result.verdict, first?.integrity, first?.trust, codes];
  };

  it('is said to be unchecked where no current list is at hand', () => {
    expect(judge(signed, [])).toEqual(['valid', 'intact', 'trusted', ['revocation-unchecked']]);
    const stale = authority.revocationList([], 1);
    expect(judge(signed, [stale], new Date(now + 3 * DAY))).toEqual([
      'valid',
      'intact',
      'trusted',
      ['revocation-unchecked'],
    ]);
  });

  it('is checked by a current list that does not name the certificate', () => {
    expect(judge(signed, [authority.revocationList([[other, new Date(now - DAY)]])])).toEqual([
      'valid',
      'intact',
      'trusted',
      [],
    ]);
  });

  it('refuses a revoked certificate, whether by list or by OCSP response in the file', () => {
    const since = [[signer, new Date(now - DAY)]] as const;
    expect(judge(signed, [authority.revocationList(since)])).toEqual(revoked);
    const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/DSS 20 0 R>>';
    const withStore = (response: Buffer): Buffer =>
      appendRevision(signed, {
        1: catalog,
        20: '<</OCSPs[21 0 R]>>',
        21: streamObject('', response.toString('latin1')),
      });
    expect(judge(withStore(authority.ocspResponse(signer, since)), [])).toEqual(revoked);
    expect(judge(withStore(authority.ocspResponse(signer, [])), [])).toEqual([
      'valid',
      'intact',
      'trusted',
      [],
    ]);
  });

  it('believes an OCSP responder only if the authority appointed it', () => {
    const appointed = authority.issue('p256', 'Penjawab', { extendedKeyUsage: 'OCSPSigning' });
    const ask = (response: Buffer) =>
      judge(
        appendRevision(signed, {
          1: '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/DSS 20 0 R>>',
          20: '<</OCSPs[21 0 R]>>',
          21: streamObject('', response.toString('latin1')),
        }),
        [],
      );
    const since = [[signer, new Date(now - DAY)]] as const;
    expect(ask(authority.ocspResponse(signer, since, appointed))).toEqual(revoked);
    expect(ask(authority.ocspResponse(signer, since, other))).toEqual([
      'valid',
      'intact',
      'trusted',
      ['revocation-unchecked'],
    ]);
  });

  it('ignores a list that another authority made', () => {
    const stranger = new Authority('Uji Akar');
    const list = stranger.revocationList([[signer, new Date(now - DAY)]]);
    stranger.remove();
    expect(judge(signed, [list])).toEqual(['valid', 'intact', 'trusted', ['revocation-unchecked']]);
  });

  it('after a proven signing time leaves the signature standing, and without proof does not', () => {
    const later = new Date(now + 20 * DAY);
    const list = authority.revocationList([[signer, new Date(now + 10 * DAY)]], 60);
    expect(judge(stamped, [list], later)).toEqual(['valid', 'intact', 'trusted', []]);
    expect(judge(signed, [list], later)).toEqual(revoked);
    const before = authority.revocationList([[signer, new Date(now - 10 * DAY)]], 60);
    expect(judge(stamped, [before], later)).toEqual(revoked);
  });
});
