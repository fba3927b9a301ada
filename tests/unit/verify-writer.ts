import type { Authority, Identity } from './verify-identity.ts';

/** Object number to the text between `obj` and `endobj`. */
export type Objects = Readonly<Record<number, string>>;

export type UpdateOptions = {
  /** Numbers to list as free. */
  readonly free?: readonly number[];
  /** Entries that point at bytes which stand in the file already. */
  readonly pointAt?: Readonly<Record<number, number>>;
  /** Objects that are written but not listed. */
  readonly unlisted?: Objects;
  readonly root?: number;
  /** The document information that the trailer names. */
  readonly info?: number;
  /** What to leave out of the update, as attackers do. */
  readonly without?: readonly ('xref' | 'startxref')[];
  readonly stream?: boolean;
};

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Text of a stream object. */
export const streamObject = (dictionary: string, data: string): string =>
  `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

type Entry = {
  readonly num: number;
  readonly line: string;
  readonly field: readonly [number, number, number];
};

const runsOf = (entries: readonly Entry[]): Entry[][] => {
  const runs: Entry[][] = [];
  for (const entry of entries.toSorted((left, right) => left.num - right.num)) {
    const last = runs.at(-1);
    if (last && last.at(-1)?.num === entry.num - 1) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
};

const lastStartxref = (bytes: Buffer): number => {
  const at = bytes.lastIndexOf('startxref');
  return Number(/startxref\s+(\d+)/.exec(bytes.toString('latin1', at))?.[1] ?? 0);
};

const sizeOf = (bytes: Buffer): number => {
  const sizes = [...bytes.toString('latin1').matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1]));
  return Math.max(1, ...sizes);
};

/** Appends a revision: the objects, a cross-reference table or stream of them, trailer, ending. */
export const appendRevision = (bytes: Buffer, objects: Objects, options: UpdateOptions = {}): Buffer => {
  const parts: Buffer[] = [bytes];
  let position = bytes.length;
  const write = (text: string): void => {
    const part = latin(text);
    parts.push(part);
    position += part.length;
  };
  const entries: Entry[] = [];
  const list = (num: number, offset: number): void => {
    entries.push({ num, line: `${pad(offset, 10)} 00000 n \n`, field: [1, offset, 0] });
  };
  for (const [num, text] of Object.entries(objects)) {
    list(Number(num), position);
    write(`${num} 0 obj\n${text}\nendobj\n`);
  }
  for (const [num, text] of Object.entries(options.unlisted ?? {})) write(`${num} 0 obj\n${text}\nendobj\n`);
  for (const [num, offset] of Object.entries(options.pointAt ?? {})) list(Number(num), offset);
  for (const num of options.free ?? [])
    entries.push({ num, line: `0000000000 00001 f \n`, field: [0, 0, 1] });
  if (bytes.length < 32) entries.push({ num: 0, line: '0000000000 65535 f \n', field: [0, 0, 65535] });
  const previous = bytes.length < 32 ? '' : `/Prev ${lastStartxref(bytes)}`;
  const highest = Math.max(sizeOf(bytes) - 1, ...entries.map(({ num }) => num));
  const info = options.info === undefined ? '' : `/Info ${options.info} 0 R`;
  const common = `/Root ${options.root ?? 1} 0 R${info}${previous}`;
  const start = position;
  if (options.without?.includes('xref')) return Buffer.concat(parts);
  if (options.stream) {
    const num = highest + 1;
    list(num, start);
    const runs = runsOf(entries);
    const index = runs.map((run) => `${run[0]?.num} ${run.length}`).join(' ');
    const data = runs
      .flat()
      .map(
        ({ field: [kind, second, third] }) =>
          `${pad(kind, 2)}${second.toString(16).padStart(8, '0')}${third.toString(16).padStart(4, '0')}`,
      )
      .join('');
    const dictionary = `/Type/XRef/Size ${num + 1}/W[1 4 2]/Index[${index}]${common}/Filter/ASCIIHexDecode`;
    write(`${num} 0 obj\n${streamObject(dictionary, `${data}>`)}\nendobj\n`);
  } else {
    write('xref\n');
    for (const run of runsOf(entries))
      write(`${run[0]?.num} ${run.length}\n${run.map(({ line }) => line).join('')}`);
    write(`trailer\n<</Size ${highest + 1}${common}>>\n`);
  }
  if (!options.without?.includes('startxref')) write(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
};

/** A document from scratch. */
export const newDocument = (objects: Objects, options: UpdateOptions = {}): Buffer =>
  appendRevision(latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), objects, options);

const RESERVED = 16_384;
const PLACE = '0'.repeat(RESERVED);
const RANGE = '/ByteRange[0 0000000000 0000000000 0000000000]';

/** A signature dictionary with its place reserved. */
export const signatureDictionary = (extra = '', subFilter = 'ETSI.CAdES.detached'): string =>
  `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${subFilter}/M(D:20261124080000+07'00')${extra}` +
  `${RANGE}/Contents<${PLACE}>>>`;

/** Fills the last reserved place: ByteRange, then the CMS that `make` gives for the covered bytes. */
export const fillSignature = (bytes: Buffer, make: (content: Buffer) => Buffer): Buffer => {
  const out = Buffer.from(bytes);
  const contents = out.lastIndexOf(`<${PLACE}>`);
  const after = contents + RESERVED + 2;
  const range = out.lastIndexOf(RANGE, contents);
  const filled = `/ByteRange[0 ${pad(contents, 10)} ${pad(after, 10)} ${pad(out.length - after, 10)}]`;
  out.write(filled, range, 'latin1');
  const cms = make(Buffer.concat([out.subarray(0, contents), out.subarray(after)]));
  if (cms.length * 2 > RESERVED) throw new Error('signature does not fit');
  out.write(cms.toString('hex'), contents + 1, 'latin1');
  return out;
};

/** Fields of the letter that `letter` makes. */
export const letterObjects = {
  catalog: 1,
  pages: 2,
  page: 3,
  contents: 4,
  form: 5,
  first: 6,
  second: 7,
  text: 8,
  textLook: 9,
  font: 10,
  figure: 11,
} as const;

/** The letter's page content with an amount of money. */
export const contentOf = (amount: string): string =>
  streamObject('', `BT /F1 12 Tf 72 700 Td (Jumlah: ${amount}) Tj ET /Im Do`);

/** A one-page letter with two empty signature fields and a text field. */
export const letter = (extra: Objects = {}, options: UpdateOptions = {}): Buffer =>
  newDocument(
    {
      1: '<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>',
      2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents 4 0 R/Annots[6 0 R 7 0 R 8 0 R]>>',
      4: contentOf('48.500.000'),
      5: '<</Fields[6 0 R 7 0 R 8 0 R]/SigFlags 3>>',
      6: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd1)/F 132/P 3 0 R/Rect[72 100 252 160]>>',
      7: '<</Type/Annot/Subtype/Widget/FT/Sig/T(ttd2)/F 132/P 3 0 R/Rect[300 100 480 160]>>',
      8: '<</Type/Annot/Subtype/Widget/FT/Tx/T(nama)/V(Budi)/DA(/F1 12 Tf)/P 3 0 R/Rect[72 600 300 620]/AP<</N 9 0 R>>>>',
      9: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 228 20]', 'BT /F1 12 Tf (Budi) Tj ET'),
      10: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      11: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 100 100]', '0 0 10 10 re f'),
      ...extra,
    },
    options,
  );

const fieldText = (field: 'ttd1' | 'ttd2', value: number, extra: string): string => {
  const rect = field === 'ttd1' ? '72 100 252 160' : '300 100 480 160';
  return `<</Type/Annot/Subtype/Widget/FT/Sig/T(${field})/F 132/P 3 0 R/Rect[${rect}]/V ${value} 0 R${extra}>>`;
};

/** Signs one of the letter's own empty fields in a revision of its own. */
export const signField = (
  bytes: Buffer,
  field: 'ttd1' | 'ttd2',
  make: (content: Buffer) => Buffer,
  options: { dictionary?: string; subFilter?: string; update?: UpdateOptions; fieldExtra?: string } = {},
): Buffer => {
  const value = sizeOf(bytes);
  const num = field === 'ttd1' ? letterObjects.first : letterObjects.second;
  const appearance = value + 1;
  const objects: Objects = {
    [num]: fieldText(field, value, `/AP<</N ${appearance} 0 R>>${options.fieldExtra ?? ''}`),
    [value]: signatureDictionary(options.dictionary, options.subFilter),
    [appearance]: streamObject('/Type/XObject/Subtype/Form/BBox[0 0 180 60]', '0 0 180 60 re S'),
  };
  return fillSignature(appendRevision(bytes, objects, options.update), make);
};

/** Signs with an identity by OpenSSL. */
export const by =
  (authority: Authority, identity: Identity) =>
  (content: Buffer): Buffer =>
    authority.sign(identity, content);

/** Adds a signature field that the letter did not have, and signs it. */
export const signNewField = (
  bytes: Buffer,
  make: (content: Buffer) => Buffer,
  options: {
    rect?: string;
    widget?: string;
    look?: string;
    dictionary?: string;
    subFilter?: string;
    annots?: string;
    fields?: string;
  } = {},
): Buffer => {
  const field = sizeOf(bytes);
  const objects: Objects = {
    3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 10 0 R>>/XObject<</Im 11 0 R>>>>/Contents 4 0 R/Annots[${options.annots ?? '6 0 R 7 0 R 8 0 R'} ${field} 0 R]>>`,
    5: `<</Fields[${options.fields ?? '6 0 R 7 0 R 8 0 R'} ${field} 0 R]/SigFlags 3>>`,
    [field]: `<</Type/Annot/Subtype/Widget/FT/Sig/T(baru${field})/F 132/P 3 0 R/Rect[${options.rect ?? '72 200 252 260'}]/V ${field + 1} 0 R/AP<</N ${field + 2} 0 R>>${options.widget ?? ''}>>`,
    [field + 1]: signatureDictionary(options.dictionary, options.subFilter),
    [field + 2]: streamObject(
      '/Type/XObject/Subtype/Form/BBox[0 0 180 60]',
      options.look ?? '0 0 180 60 re S',
    ),
  };
  return fillSignature(appendRevision(bytes, objects), make);
};

/** /Reference of a certifying signature. */
export const certifies = (level: 1 | 2 | 3): string =>
  `/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P ${level}/V/1.2>>>>]`;
