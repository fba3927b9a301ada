import type { FindingCode } from '#core/contract/findings.ts';
import type { Authority, Identity } from './verify-identity.ts';
import {
  appendRevision,
  by,
  certifies,
  contentOf,
  letter,
  newDocument,
  signField,
  signNewField,
  streamObject,
} from './verify-writer.ts';

/** A forged file, the class of its attack in the literature, and the finding that must name it. */
export type Attack = {
  readonly family: 'USF' | 'ISA' | 'SWA' | 'shadow' | 'EAA' | 'SSA' | 'DocMDP' | 'other';
  readonly name: string;
  readonly bytes: Buffer;
  readonly finding: FindingCode;
};

const FORGED = '84.500.000';

/** Replaces text of equal length, once, so that no offset moves. */
const swap = (bytes: Buffer, from: RegExp, to: (found: string) => string): Buffer => {
  const text = bytes.toString('latin1');
  const match = from.exec(text);
  const found = match?.[0];
  if (!match || found === undefined) throw new Error(`nothing like ${from.source} to replace`);
  const replacement = to(found).padEnd(found.length, ' ');
  if (replacement.length !== found.length) throw new Error('replacement too long');
  return Buffer.from(
    text.slice(0, match.index) + replacement + text.slice(match.index + found.length),
    'latin1',
  );
};

const byteRange = /\/ByteRange\[[^\]]*\]/;
const contents = /\/Contents<[0-9a-f]*>/;

/** Universal signature forgery: the validator finds a signature but nothing to check it with. */
const forgedSignatures = (signed: Buffer): Attack[] => {
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
const laterContent = (signed: Buffer): Attack[] => {
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
const wrapped = (signed: Buffer): Attack[] => {
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

/** Shadow attacks: the signer sees one thing, prepared so that a harmless-looking update shows another. */
const shadows = (make: (content: Buffer) => Buffer): Attack[] => {
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

/** Annotations that cover or add content: evil annotation attack, on certified documents and others. */
const annotations = (make: (content: Buffer) => Buffer): Attack[] => {
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents 4 0 R/Annots[6 0 R 7 0 R 8 0 R 30 0 R]>>';
  const note = '<</Type/Annot/Subtype/FreeText/Rect[72 690 300 720]/Contents(84.500.000)/DA(/F1 12 Tf)>>';
  return ([1, 2, 3] as const).flatMap((level): Attack[] => {
    const signed = signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
    const add = appendRevision(signed, { 3: page, 30: note });
    return [
      { family: 'EAA', name: `note over the amount, P ${level}`, bytes: add, finding: 'annotation-changed' },
    ];
  });
};

/** Signature fields with foreign content: sneaky signature attack. */
const sneaky = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'SSA',
    name,
    bytes,
    finding,
  });
  const certified = (level: 2 | 3): Buffer =>
    signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
  const plain = signField(letter(), 'ttd1', make);
  return [
    attack(
      'new field, P 2',
      signNewField(certified(2), make, { look: 'BT (84.500.000) Tj ET' }),
      'docmdp-violated',
    ),
    attack(
      'new field, P 3',
      signNewField(certified(3), make, { look: 'BT (84.500.000) Tj ET' }),
      'docmdp-violated',
    ),
    attack(
      'new field covers the page',
      signNewField(plain, make, { rect: '0 0 595 842' }),
      'widget-covers-page',
    ),
    attack(
      'new field over a signature',
      signNewField(plain, make, { rect: '80 110 240 150' }),
      'widget-over-signature',
    ),
    attack(
      'new field with an action',
      signNewField(plain, make, { widget: '/A<</S/URI/URI(http://contoh.id)>>' }),
      'widget-action',
    ),
    attack(
      'new field hides an annotation',
      signNewField(plain, make, { annots: '6 0 R 7 0 R' }),
      'annotation-changed',
    ),
  ];
};

const certification = (make: (content: Buffer) => Buffer): Attack[] => {
  const attack = (name: string, bytes: Buffer, finding: FindingCode): Attack => ({
    family: 'DocMDP',
    name,
    bytes,
    finding,
  });
  const signed = (level: 1 | 2 | 3): Buffer =>
    signField(letter(), 'ttd1', make, { dictionary: certifies(level) });
  const locked = signField(letter(), 'ttd1', make, {
    fieldExtra: '/Lock<</Type/SigFieldLock/Action/Include/Fields[(ttd2)]>>',
  });
  const lockedBefore = letter({
    6: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd1)/F 132/P 3 0 R/Rect[72 100 252 160]/Lock<</Type/SigFieldLock/Action/All>>>>',
  });
  const all = signField(lockedBefore, 'ttd1', make, { fieldExtra: '/Lock<</Type/SigFieldLock/Action/All>>' });
  return [
    attack('P 1: a field is signed', signField(signed(1), 'ttd2', make), 'docmdp-violated'),
    attack('P 1: a field is added', signNewField(signed(1), make), 'docmdp-violated'),
    attack('P 2: page changed', appendRevision(signed(2), { 4: contentOf(FORGED) }), 'docmdp-violated'),
    attack('P 3: page changed', appendRevision(signed(3), { 4: contentOf(FORGED) }), 'docmdp-violated'),
    attack('locked field is signed', signField(locked, 'ttd2', make), 'fieldmdp-violated'),
    attack('all fields locked, one is signed', signField(all, 'ttd2', make), 'fieldmdp-violated'),
  ];
};

/** Ambiguities that make readers disagree. */
const ambiguities = (make: (content: Buffer) => Buffer): Attack[] => {
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
const prepared = (make: (content: Buffer) => Buffer): Attack[] => {
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

/** All forged files, signed by `identity` where they need a signature. */
export const makeAttacks = (authority: Authority, identity: Identity): readonly Attack[] => {
  const make = by(authority, identity);
  const signed = signField(letter(), 'ttd1', make);
  return [
    ...forgedSignatures(signed),
    ...laterContent(signed),
    ...wrapped(signed),
    ...shadows(make),
    ...annotations(make),
    ...sneaky(make),
    ...prepared(make),
    ...certification(make),
    ...ambiguities(make),
    {
      family: 'USF',
      name: 'a name and a date, no signature',
      bytes: newDocument({
        1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>>>',
        2: '<</Type/Pages/Kids[]/Count 0>>',
        6: '<</FT/Sig/T(ttd)/V<</Type/Sig/Filter/Adobe.PPKLite/Name(Kepala Dinas)/M(D:20260101)>>>>',
      }),
      finding: 'byterange-malformed',
    },
  ];
};
