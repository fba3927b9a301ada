import type { FindingCode } from '#core/contract/findings.ts';
import { type Attack, byteRange, contents, FORGED, swap } from './verify-attack.ts';
import { appendRevision, contentOf, letter, signField } from './verify-writer.ts';

/** Universal signature forgery: the validator finds a signature but nothing to check it with. */
export const forgedSignatures = (signed: Buffer): Attack[] => {
  const make = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'USF',
    name,
    bytes,
    finding,
  });
  return [
    make(
      'Contents missing',
      swap(signed, contents, () => ''),
      'contents-malformed',
    ),
    make(
      'Contents null',
      swap(signed, contents, () => '/Contents null'),
      'contents-malformed',
    ),
    make(
      'Contents empty',
      swap(signed, contents, () => '/Contents<>'),
      'byterange-gap',
    ),
    make(
      'Contents zero',
      swap(signed, contents, (found) => found.replace(/[1-9a-f](?=[0-9a-f]*>)/g, '0')),
      'cms-unreadable',
    ),
    make(
      'ByteRange missing',
      swap(signed, byteRange, () => ''),
      'byterange-malformed',
    ),
    make(
      'ByteRange null',
      swap(signed, byteRange, () => '/ByteRange null'),
      'byterange-malformed',
    ),
    make(
      'ByteRange empty',
      swap(signed, byteRange, () => '/ByteRange[]'),
      'byterange-malformed',
    ),
    make(
      'ByteRange zeros',
      swap(signed, byteRange, () => '/ByteRange[0 0 0 0]'),
      'byterange-gap',
    ),
    make(
      'ByteRange negative',
      swap(signed, byteRange, () => '/ByteRange[0 -9 9 9]'),
      'byterange-malformed',
    ),
    make(
      'ByteRange real',
      swap(signed, byteRange, (found) => found.replace('[0 0', '[0.')),
      'byterange-malformed',
    ),
    make(
      'SubFilter missing',
      swap(signed, /\/SubFilter\/ETSI.CAdES.detached/, () => ''),
      'digest-mismatch',
    ),
  ];
};

/** Incremental saving: content after the signed revision. */
export const laterContent = (signed: Buffer): Attack[] => {
  const make = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'ISA',
    name,
    bytes,
    finding,
  });
  const forgedPage =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents 30 0 R/Annots[6 0 R 7 0 R 8 0 R]>>';
  const value = Number(/\/V (\d+) 0 R/.exec(signed.toString('latin1'))?.[1]);
  return [
    make('contents replaced', appendRevision(signed, { 4: contentOf(FORGED) }), 'page-changed'),
    make(
      'page points elsewhere',
      appendRevision(signed, { 3: forgedPage, 30: contentOf(FORGED) }),
      'page-changed',
    ),
    make(
      'font replaced',
      appendRevision(signed, { 10: '<</Type/Font/Subtype/Type1/BaseFont/Symbol>>' }),
      'object-changed',
    ),
    make(
      'pages replaced',
      appendRevision(signed, { 2: '<</Type/Pages/Kids[31 0 R 3 0 R]/Count 2>>', 31: forgedPage }),
      'pages-changed',
    ),
    make(
      'catalog replaced',
      appendRevision(
        signed,
        { 40: '<</Type/Catalog/Pages 41 0 R/AcroForm 5 0 R>>', 41: '<</Type/Pages/Kids[]/Count 0>>' },
        { root: 40 },
      ),
      'catalog-changed',
    ),
    make('catalog is an old object', appendRevision(signed, {}, { root: 2 }), 'byterange-unowned'),
    make(
      'script added',
      appendRevision(signed, {
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
      }),
      'catalog-changed',
    ),
    make(
      'objects without xref',
      appendRevision(signed, { 4: contentOf(FORGED) }, { without: ['xref'] }),
      'trailing-bytes',
    ),
    make(
      'update without startxref',
      appendRevision(signed, { 4: contentOf(FORGED) }, { without: ['startxref'] }),
      'trailing-bytes',
    ),
    make(
      'unlisted object in an update',
      appendRevision(signed, {}, { unlisted: { 4: contentOf(FORGED) } }),
      'stray-bytes',
    ),
    make(
      'signature copied',
      appendRevision(signed, {
        4: contentOf(FORGED),
        [value]: /<<\/Type\/Sig[^]*?>>>>?/.exec(signed.toString('latin1'))?.[0] ?? '',
      }),
      'byterange-gap',
    ),
    make(
      'field removed',
      appendRevision(signed, { 5: '<</Fields[7 0 R 8 0 R]/SigFlags 3>>' }),
      'signature-removed',
    ),
    make(
      'signature value emptied',
      appendRevision(signed, {
        6: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd1)/F 132/P 3 0 R/Rect[72 100 252 160]>>',
      }),
      'signature-removed',
    ),
    make(
      'signature moved',
      appendRevision(signed, {
        6: `<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd1)/F 132/P 3 0 R/Rect[0 0 595 842]/V ${value} 0 R/AP<</N ${value + 1} 0 R>>>>`,
      }),
      'signature-field-changed',
    ),
    make(
      'signature shown twice',
      appendRevision(signed, {
        7: `<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd2)/F 132/P 3 0 R/Rect[300 100 480 160]/V ${value} 0 R>>`,
      }),
      'signature-shared',
    ),
    make(
      'bytes after the end',
      Buffer.concat([signed, Buffer.from('99 0 obj\n<<>>\nendobj\n')]),
      'trailing-bytes',
    ),
  ];
};

/** Signature wrapping: the second covered part is moved away; in the gap, where its cross-reference used to be,
 * stands another one that leads to other content. */
export const wrapped = (signed: Buffer): Attack[] => {
  const text = signed.toString('latin1');
  const [, length1 = '', start2 = '', length2 = ''] = /\/ByteRange\[0 (\d+) (\d+) (\d+)\]/.exec(text) ?? [];
  const start = Number(start2);
  const xref = text.lastIndexOf('\nxref\n') + 1;
  const entries = [...text.slice(xref).matchAll(/^(\d+) (\d+)\n((?:\d{10} \d{5} n \n)+)/gm)];
  const forged = `>>\nendobj\n4 0 obj\n${contentOf(FORGED)}\nendobj\n`;
  const offset = String(start + forged.indexOf('4 0 obj')).padStart(10, '0');
  const table = ['xref\n', `4 1\n${offset} 00000 n \n`, ...entries.map(([found]) => found)].join('');
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const injected = Buffer.from(forged.padEnd(xref - start - 1, ' ') + '\n' + table + trailer, 'latin1');
  if (forged.length >= xref - start) throw new Error('no room for the forged object');
  const moved = String(start + injected.length).padStart(10, '0');
  const range = `/ByteRange[0 ${length1} ${moved} ${length2}]`;
  const bytes = Buffer.concat([signed.subarray(0, start), injected, signed.subarray(start)]);
  // The gap as it was, but with a forged object in the place of padding zeros.
  const object = `>/Kosong 1>>\nendobj\n4 0 obj\n${contentOf(FORGED)}\nendobj\n`;
  const inside = swap(signed, contents, (found) => found.slice(0, found.length - object.length) + object);
  return [
    {
      family: 'SWA',
      name: 'second part moved',
      bytes: swap(bytes, byteRange, () => range),
      finding: 'byterange-gap',
    },
    { family: 'SWA', name: 'object in the padding', bytes: inside, finding: 'contents-malformed' },
  ];
};

/** Ambiguities that make readers disagree. */
export const ambiguities = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'other',
    name,
    bytes,
    finding,
  });
  const signed = signField(letter(), 'ttd1', make);
  const twoContents = signField(letter(), 'ttd1', make, { dictionary: '/Contents<30820000>' });
  return [
    attack('two Contents in one dictionary', twoContents, 'duplicate-key'),
    attack(
      'upper case in Contents',
      swap(signed, contents, (found) =>
        found.replace(/[a-f](?=[0-9a-f]*>$)/, (letterOf) => letterOf.toUpperCase()),
      ),
      'contents-malformed',
    ),
    attack(
      'a byte in the padding',
      swap(signed, /0>>>\nendobj/, () => '1>>>\nendobj'),
      'contents-padding',
    ),
    attack(
      'the page twice in an update',
      appendRevision(signed, { 1: '<</Type/Catalog/Pages 2 0 R/Pages 4 0 R/AcroForm 5 0 R>>' }),
      'duplicate-key',
    ),
    attack(
      'amount changed in place',
      swap(signed, /48\.500\.000/, () => FORGED),
      'digest-mismatch',
    ),
  ];
};
