import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';
import {
  appendRevision,
  by,
  certifies,
  letter,
  signField,
  signNewField,
  streamObject,
} from './verify-writer.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');

describe.skipIf(!hasOpenssl)('a change that is allowed after a signature', () => {
  const authority = new Authority();
  const make = by(authority, authority.issue('p256', 'Kepala Dinas'));
  const tsa = authority.issue('rsa', 'TSA', {
    extendedKeyUsage: 'timeStamping',
    keyUsage: 'digitalSignature',
  });
  const stamp = (content: Buffer): Buffer => authority.stamp(tsa, content);
  afterAll(() => authority.remove());

  /** Integrity of the first signature, and what is said of later changes. */
  const judge = (bytes: Buffer) => {
    const result = verifyPdf(bytes, { trustedRoots: [{ der: authority.root.der, category: 'certified' }] });
    const [first] = result.signatures;
    const later = first?.findings.map(({ code }) => code).filter((code) => code.startsWith('later-'));
    return [result.verdict, first?.integrity, first?.coversWholeFile, later];
  };

  const signed = signField(letter(), 'ttd1', make);
  const catalog = (extra: string): string => `<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R${extra}>>`;
  const store = {
    20: '<</Type/DSS/Certs[21 0 R]>>',
    21: streamObject('', authority.root.der.toString('latin1')),
  };

  it('is none', () => {
    expect(judge(signed)).toEqual(['valid', 'intact', true, []]);
  });

  it('is a further signature in a field that was there', () => {
    expect(judge(signField(signed, 'ttd2', make))).toEqual(['valid', 'intact', false, ['later-signature']]);
  });

  it('is a new field, empty or signed', () => {
    const empty = appendRevision(signed, {
      5: '<</Fields[6 0 R 7 0 R 8 0 R 30 0 R]/SigFlags 3>>',
      30: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ketiga)/F 132/P 3 0 R/Rect[0 0 0 0]>>',
    });
    expect(judge(empty)).toEqual(['valid', 'intact', false, ['later-empty-field']]);
    expect(judge(signNewField(signed, make))).toEqual(['valid', 'intact', false, ['later-signature']]);
  });

  it('is validation data, then more of it in the same store', () => {
    const once = appendRevision(signed, { 1: catalog('/DSS 20 0 R'), ...store });
    expect(judge(once)).toEqual(['valid', 'intact', false, ['later-validation-data']]);
    const twice = appendRevision(once, {
      20: '<</Type/DSS/Certs[21 0 R 22 0 R]>>',
      22: streamObject('', tsa.der.toString('latin1')),
    });
    expect(judge(twice)).toEqual(['valid', 'intact', false, ['later-validation-data']]);
  });

  it('is a store only where nothing else uses it', () => {
    const base = signField(
      letter({ 1: catalog('/DSS<</Certs 40 0 R>>'), 40: '[21 0 R]', 21: store[21], 3: pageWith('40 0 R') }),
      'ttd1',
      make,
    );
    const later = appendRevision(base, {
      40: '[21 0 R 60 0 R]',
      60: streamObject('', 'BT (84.500.000) Tj ET'),
    });
    expect(judge(later).slice(0, 2)).toEqual(['invalid', 'modified']);
    const { signatures } = verifyPdf(later, { trustedRoots: [] });
    expect(signatures[0]?.findings).toContainEqual(expect.objectContaining({ code: 'object-changed' }));
  });

  it('is a document timestamp and validation data even where nothing else is permitted (P 1)', () => {
    const certified = signField(letter(), 'ttd1', make, { dictionary: certifies(1) });
    const preserved = appendRevision(certified, { 1: catalog('/DSS 20 0 R'), ...store });
    const stamped = signNewField(preserved, stamp, { subFilter: 'ETSI.RFC3161', rect: '0 0 0 0' });
    expect(judge(stamped)).toEqual(['valid', 'intact', false, ['later-validation-data', 'later-timestamp']]);
  });

  it('is filling a field that was made for it where forms and signatures are permitted (P 2)', () => {
    const certified = signField(letter(), 'ttd1', make, { dictionary: certifies(2) });
    expect(judge(signField(certified, 'ttd2', make))).toEqual([
      'valid',
      'intact',
      false,
      ['later-signature'],
    ]);
  });

  it('is the dates of the document, but not its title', () => {
    const info = { info: 30 };
    const titled = letter({ 30: '<</Title(Surat)/ModDate(D:2025)>>' }, info);
    const base = signField(titled, 'ttd1', make, { update: info });
    const dated = appendRevision(base, { 30: '<</Title(Surat)/ModDate(D:2026)>>' }, info);
    const renamed = appendRevision(base, { 30: '<</Title(Surat lain)/ModDate(D:2026)>>' }, info);
    expect(judge(dated)).toEqual(['valid', 'intact', false, ['later-metadata']]);
    expect(judge(renamed)).toEqual(['invalid', 'modified', false, []]);
  });

  it('is an object that nothing leads to', () => {
    expect(judge(appendRevision(signed, { 30: '<</Tidak true>>' }))).toEqual([
      'valid',
      'intact',
      false,
      ['later-unused-object'],
    ]);
  });

  it('is the catalog under a new number, saying the same', () => {
    expect(judge(appendRevision(signed, { 30: catalog('') }, { root: 30 }))).toEqual([
      'valid',
      'intact',
      false,
      ['later-root-moved'],
    ]);
  });
});

const pageWith = (contents: string): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents ${contents}/Annots[6 0 R 7 0 R 8 0 R]>>`;
