import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import type { PdfVerification } from '#main/engine/pdf/verify/verification.ts';
import { Authority, hasOpenssl } from './verify-identity.ts';
import {
  appendRevision,
  by,
  letter,
  newDocument,
  type Objects,
  signField,
  streamObject,
} from './verify-writer.ts';

if (!hasOpenssl) process.stdout.write('skipped: openssl, which signs these fixtures, is not installed\n');

const SECONDS = 10;
const MEGABYTES = 500;

/** The verdict, reached within the time and memory that any file may take. */
const within = (bytes: Buffer): PdfVerification => {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const result = verifyPdf(bytes, { trustedRoots: [] });
  expect((performance.now() - started) / 1000).toBeLessThan(SECONDS);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(MEGABYTES);
  return result;
};

const numbered = (count: number, from: number, text: (num: number) => string): Objects =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [from + index, text(from + index)]));

const codesOf = (result: PdfVerification): string[] =>
  [...result.findings, ...result.signatures.flatMap(({ findings }) => findings)].map(({ code }) => code);

// The limit is on the verifier; making these files takes longer than that.
describe.skipIf(!hasOpenssl)('a hostile file', { timeout: 60_000 }, () => {
  const authority = new Authority();
  const make = by(authority, authority.issue('p256', 'Kepala Dinas'));
  afterAll(() => authority.remove());

  /** Signed for real, so that everything after it, and everything before it, is looked at. */
  const signed = (extra: Objects = {}): Buffer => signField(letter(extra), 'ttd1', make);

  it('with a hundred thousand entries into one endless string', () => {
    const tail = Buffer.alloc(40 * 1024 * 1024, 0x61);
    const base = signed();
    const at = base.length;
    const opening = Buffer.from('500 0 obj\n(');
    const pointAt = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index + 500, at]));
    const bytes = appendRevision(Buffer.concat([base, opening, tail]), {}, { pointAt });
    expect(within(bytes).verdict).toBe('unreadable');
  });

  it('with fields that share their children level by level', () => {
    const kids = (num: number): string => `<</T(a)/Kids[${`${num + 1} 0 R `.repeat(40)}]>>`;
    const later = { ...numbered(30, 100, kids), 5: '<</Fields[6 0 R 7 0 R 8 0 R 100 0 R]>>' };
    expect(codesOf(within(appendRevision(signed(), later)))).toContain('fields-malformed');
    const base = signed({ ...numbered(30, 100, kids), 5: '<</Fields[6 0 R 7 0 R 8 0 R 100 0 R]>>' });
    expect(codesOf(within(appendRevision(base, { 100: kids(100) })))).toContain('fields-malformed');
  });

  it('with fields that all share one long list of children', () => {
    const list = `[${'6 0 R '.repeat(100_000)}]`;
    const fields = numbered(20_000, 100, (num) => `<</T(f${num})/Kids 99 0 R>>`);
    const all = Object.keys(fields)
      .map((num) => `${num} 0 R`)
      .join(' ');
    const bytes = appendRevision(signed(), { ...fields, 99: list, 5: `<</Fields[6 0 R ${all}]>>` });
    expect(within(bytes).verdict).toBe('unreadable');
  });

  it('with references in a circle, in pages, fields, lengths and streams', () => {
    const pages = { 2: '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>', 20: '21 0 R', 21: '20 0 R' };
    expect(within(signed(pages)).verdict).toBe('indeterminate');
    expect(within(appendRevision(signed(pages), { 3: '[2 0 R]', 20: '[20 0 R]' })).verdict).toBe('invalid');
    expect(within(appendRevision(signed(), { 5: '5 0 R' })).verdict).toBe('unreadable');
    const fields = letter({ 5: '<</Fields[6 0 R]>>', 6: '<</T(a)/Kids[6 0 R 6 0 R]>>' });
    expect(codesOf(within(fields))).toContain('fields-malformed');
  });

  it('with a cross-reference stream that claims millions of objects', () => {
    const data = deflateSync(Buffer.alloc(40_000_000)).toString('latin1');
    const dictionary = '/Type/XRef/Size 8000000/W[0 1 0]/Root 1 0 R/Filter/FlateDecode';
    const text = `%PDF-1.7\n1 0 obj\n${streamObject(dictionary, data)}\nendobj\nstartxref\n9\n%%EOF\n`;
    expect(within(Buffer.from(text, 'latin1'))).toMatchObject({
      verdict: 'unreadable',
      findings: [{ code: 'file-too-complex' }],
    });
  });

  it('with an object stream that unfolds without end', () => {
    const zeros = deflateSync(deflateSync(Buffer.alloc(400_000_000)));
    const dictionary = '/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]';
    const start = 15;
    const container = `10 0 obj\n${streamObject(dictionary, zeros.toString('latin1'))}\nendobj\n`;
    const xref = start + container.length;
    const entry = `${'00'.repeat(7)}02${'0000000a'}0000`;
    const index = '/Index[0 2 10 2]/Size 12/W[1 4 2]/Root 1 0 R/Filter/ASCIIHexDecode/Type/XRef';
    const own = [start, xref].map((offset) => `01${offset.toString(16).padStart(8, '0')}0000`).join('');
    const stream = `11 0 obj\n${streamObject(index, `${entry}${own}>`)}\nendobj\nstartxref\n${xref}\n%%EOF\n`;
    const bytes = Buffer.from(`%PDF-1.7\n%abcd\n${container}${stream}`, 'latin1');
    expect(within(bytes).verdict).toBe('unreadable');
  });

  it('with a signature of millions of elements, in DER and in BER', () => {
    const elements = Buffer.alloc(14_000_000, Buffer.from([5, 0]));
    const length = Buffer.from([0x30, 0x83, 0xd5, 0x9f, 0x80]);
    const indefinite = Buffer.concat([Buffer.from([0x30, 0x80]), elements, Buffer.from([0, 0])]);
    for (const cms of [Buffer.concat([length, elements]), indefinite, Buffer.alloc(14_000_000, 0x30)]) {
      const field = (range: string): string =>
        `<</FT/Sig/T(s)/V<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange${range}/Contents<${cms.toString('hex')}>>>>>`;
      const place = '[0 0000000000 0000000000 0000000000]';
      const bytes = letter({ 5: '<</Fields[6 0 R]>>', 6: field(place) });
      const start = bytes.indexOf('/Contents<') + 9;
      const end = start + cms.length * 2 + 2;
      const pad = (value: number): string => String(value).padStart(10, '0');
      bytes.write(`[0 ${pad(start)} ${pad(end)} ${pad(bytes.length - end)}]`, bytes.indexOf(place), 'latin1');
      expect(codesOf(within(bytes))).toContain('cms-unreadable');
    }
  });

  it('with a thousand revisions', () => {
    const base = signed();
    const parts = [base];
    // Appended by hand in one go: every revision rewrites the same object.
    let previous = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(base.toString('latin1'))?.[1]);
    let length = base.length;
    for (let index = 0; index < 1500; index += 1) {
      const object = `12 0 obj\n${index}\nendobj\n`;
      const table = `xref\n12 1\n${String(length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 13/Root 1 0 R/Prev ${previous}>>\n`;
      previous = length + object.length;
      const part = Buffer.from(`${object}${table}startxref\n${previous}\n%%EOF\n`);
      parts.push(part);
      length += part.length;
    }
    expect(within(Buffer.concat(parts))).toMatchObject({
      verdict: 'unreadable',
      findings: [{ code: 'file-too-complex' }],
    });
  });

  it('with values nested a million deep, and with one of millions of parts', () => {
    const deep = newDocument({ 1: `<</Type/Catalog/AcroForm ${'['.repeat(1_000_000)}>>` });
    expect(within(deep).verdict).toBe('unreadable');
    const wide = newDocument({ 1: `<</Type/Catalog/AcroForm<</Fields[${'(a)'.repeat(3_000_000)}]>>>>` });
    expect(within(wide).verdict).toBe('unreadable');
  });

  it('of two hundred megabytes with many signatures over all of it', () => {
    const filler = streamObject('', 'x'.repeat(100 * 1024 * 1024));
    const fields = numbered(
      60,
      100,
      (num) =>
        `<</FT/Sig/T(s${num})/V<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 9 99 104857600]/Contents<30>>>>>`,
    );
    const all = Object.keys(fields)
      .map((num) => `${num} 0 R`)
      .join(' ');
    const bytes = letter({ 12: filler, ...fields, 5: `<</Fields[${all}]>>` });
    expect(within(bytes)).toMatchObject({ verdict: 'unreadable', findings: [{ code: 'file-too-complex' }] });
  });
});
