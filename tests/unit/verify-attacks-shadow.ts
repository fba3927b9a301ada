import type { FindingCode } from '#core/contract/findings.ts';
import { type Attack, FORGED } from './verify-attack.ts';
import { appendRevision, contentOf, letter, signField, streamObject } from './verify-writer.ts';

/** Shadow attacks: the signer sees one thing, prepared so that a harmless-looking update shows another. */
export const shadows = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'shadow',
    name,
    bytes,
    finding,
  });
  const hidden = letter({
    11: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 595 842]', '1 g 60 690 300 30 re f'),
  });
  const hideSigned = signField(hidden, 'ttd1', make);
  const plain = signField(letter(), 'ttd1', make);
  // The second text stands in the signed part under the number of the first, listed nowhere.
  const both = appendRevision(letter(), { 20: '<</Ada true>>' }, { unlisted: { 4: contentOf(FORGED) } });
  const bothSigned = signField(both, 'ttd1', make);
  const secret = bothSigned.toString('latin1').lastIndexOf('4 0 obj', bothSigned.indexOf(FORGED));
  const dangling = signField(
    letter({
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents[4 0 R 60 0 R]/Annots[6 0 R 7 0 R 8 0 R]>>',
    }),
    'ttd1',
    make,
  );
  return [
    attack('hide: the cover is freed', appendRevision(hideSigned, {}, { free: [11] }), 'object-removed'),
    attack(
      'hide: the cover is emptied',
      appendRevision(hideSigned, { 11: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 1 1]', '') }),
      'page-changed',
    ),
    attack(
      'replace: form value',
      appendRevision(plain, {
        8: '<</Type/Annot/Subtype/Widget/FT/Tx/T(nama)/V(Joko)/DA(/F1 12 Tf)/P 3 0 R/Rect[72 600 300 620]/AP<</N 9 0 R>>>>',
      }),
      'form-filled',
    ),
    attack(
      'replace: form appearance',
      appendRevision(plain, {
        9: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 228 20]', 'BT /F1 12 Tf (Joko) Tj ET'),
      }),
      'form-filled',
    ),
    attack(
      'replace: font',
      appendRevision(plain, { 10: '<</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]>>' }),
      'object-changed',
    ),
    attack(
      'hide and replace: xref points at the hidden object',
      appendRevision(bothSigned, {}, { pointAt: { 4: secret } }),
      'object-reused',
    ),
    attack(
      'hide and replace: dangling reference filled',
      appendRevision(dangling, { 60: contentOf(FORGED) }),
      'object-revived',
    ),
  ];
};

/** A hybrid update: its table says one thing to old viewers, the stream that it names another to new ones. */
const hybridUpdate = (signed: Buffer, tableEntry: string, offset: number): Buffer => {
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(signed.toString('latin1'))?.[1];
  const entry = `01${offset.toString(16).padStart(8, '0')}0000`;
  const common = '/Size 101/Root 1 0 R';
  const dictionary = `/Type/XRef${common}/W[1 4 2]/Index[11 1]/Filter/ASCIIHexDecode`;
  const start = signed.length;
  const stream = `100 0 obj\n${streamObject(dictionary, `${entry}>`)}\nendobj\n`;
  const listed = `100 1\n${String(start).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<<${common}/Prev ${previous}/XRefStm ${start}>>\n`;
  const text = `${stream}xref\n11 1\n${tableEntry}${listed}${trailer}startxref\n${start + stream.length}\n%%EOF\n`;
  return Buffer.concat([signed, Buffer.from(text, 'latin1')]);
};

/** Numbers and places that the signed part had prepared. */
export const prepared = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'shadow',
    name,
    bytes,
    finding,
  });
  const freed = appendRevision(letter({ 20: '<</Satu 1>>' }), {}, { free: [20] });
  const otherCatalog = letter({ 40: '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>' });
  const defaults = (font: string): string =>
    `<</Fields[6 0 R 7 0 R 8 0 R]/SigFlags 3/DR<</Font<</F1 ${font}>>>>>>`;
  const withDefaults = signField(letter({ 5: defaults('10 0 R') }), 'ttd1', make);
  const signed = signField(letter(), 'ttd1', make);
  const cover = signed.indexOf('11 0 obj');
  return [
    attack(
      'a number freed before is used again',
      appendRevision(signField(freed, 'ttd1', make), { 20: '<</Dua 2>>' }),
      'object-reused',
    ),
    attack(
      'the catalog becomes one that waited',
      appendRevision(signField(otherCatalog, 'ttd1', make), {}, { root: 40 }),
      'root-changed',
    ),
    attack(
      'default font exchanged',
      appendRevision(withDefaults, {
        5: defaults('30 0 R'),
        30: '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>',
      }),
      'form-changed',
    ),
    attack(
      'hybrid: freed for old viewers',
      hybridUpdate(signed, '0000000000 00001 f \n', cover),
      'object-reused',
    ),
    attack(
      'hybrid: elsewhere for new viewers',
      hybridUpdate(signed, `${String(cover).padStart(10, '0')} 00000 n \n`, signed.indexOf('10 0 obj')),
      'object-reused',
    ),
  ];
};
