import { describe, expect, it } from 'vitest';
import { openPdf, type PdfFile } from '#main/engine/pdf/read/pdf-file.ts';
import { verifyPdf } from '#main/engine/pdf/verify/verify-pdf.ts';
import { appendRevision, contentOf, letter, streamObject } from './verify-writer.ts';

const open = (bytes: Buffer): PdfFile => {
  const result = openPdf(bytes);
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.reason}`);
  return result.file;
};

const failure = (bytes: Buffer): string => {
  const result = openPdf(bytes);
  return result.ok ? 'opened' : result.failure.kind;
};

describe('the reader of files', () => {
  it('shows each revision as it was', () => {
    const first = letter();
    const second = appendRevision(first, { 4: contentOf('2') });
    const third = appendRevision(second, { 12: '<</Baru true>>' }, { stream: true });
    const file = open(third);
    expect(file.revisions.map(({ end }) => end)).toEqual([first.length, second.length, third.length]);
    const contents = file.revisions.map(({ view }) =>
      Buffer.from(view.decode(view.object(4))).toString('latin1'),
    );
    expect(contents[0]).toContain('48.500.000');
    expect(contents[1]).toContain('Jumlah: 2');
    expect(contents[2]).toBe(contents[1]);
    expect(file.revisions.map(({ view }) => view.object(12) !== undefined)).toEqual([false, false, true]);
  });

  it('reads an older revision only as far as it reached', () => {
    const first = letter();
    const { view } = open(appendRevision(first, { 4: contentOf('2') })).revisions[0] ?? {};
    expect(view?.end).toBe(first.lastIndexOf('%%EOF') + 5);
  });

  it('finds objects in object streams', () => {
    const members = ['<</Satu 1>>', '[2 3]'];
    const offsets = `30 0 31 ${(members[0] ?? '').length + 1}`;
    const data = `${offsets} ${members.join(' ')}`;
    const bytes = appendRevision(letter(), {
      20: streamObject(`/Type/ObjStm/N 2/First ${offsets.length + 1}`, data),
    });
    // A table cannot list members, so a stream is written by hand that does.
    const start = bytes.length;
    const entry = (kind: number, second: number, third: number): string =>
      `0${kind}${second.toString(16).padStart(8, '0')}${third.toString(16).padStart(4, '0')}`;
    const rows = [entry(2, 20, 0), entry(2, 20, 1), entry(1, start, 0)].join('');
    const previous = /startxref\n(\d+)/g;
    const last = [...bytes.toString('latin1').matchAll(previous)].at(-1)?.[1];
    const dictionary = `/Type/XRef/Size 33/W[1 4 2]/Index[30 3]/Root 1 0 R/Prev ${last}/Filter/ASCIIHexDecode`;
    const tail = `32 0 obj\n${streamObject(dictionary, `${rows}>`)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
    const view = open(Buffer.concat([bytes, Buffer.from(tail, 'latin1')])).revisions.at(-1)?.view;
    expect(view?.object(31)).toEqual([2, 3]);
    expect(view?.object(30)).toMatchObject({ kind: 'dict' });
  });

  it('counts offsets from the header where junk stands before it', () => {
    const junk = Buffer.from('Subject: surat\r\n\r\n');
    const file = open(Buffer.concat([junk, letter()]));
    expect(file.base).toBe(junk.length);
    expect(verifyPdf(Buffer.concat([junk, letter()]), { trustedRoots: [] })).toMatchObject({
      verdict: 'unsigned',
      findings: [{ code: 'header-offset' }],
    });
  });

  it('refuses circles, wrong places and missing ends instead of repairing them', () => {
    const text = letter().toString('latin1');
    const at = (from: string | RegExp, to: string): string =>
      failure(Buffer.from(text.replace(from, to), 'latin1'));
    const xref = text.lastIndexOf('\nxref\n') + 1;
    expect(at(/\/Root 1 0 R/, `/Root 1 0 R/Prev ${xref}`)).toBe('broken');
    expect(at(/startxref\n\d+/, 'startxref\n12')).toBe('broken');
    expect(at(/startxref\n\d+/, 'startxref\n99999999')).toBe('broken');
    expect(at(/%%EOF\n$/, '')).toBe('no-xref');
    expect(at('%PDF-', '%PDX-')).toBe('no-header');
    expect(at(/\/Root 1 0 R/, '/Root 9 9 R')).toBe('broken');
    expect(at(/\/Root 1 0 R/, '/Root 1 0 R/Encrypt 2 0 R')).toBe('encrypted');
    expect(failure(letter().subarray(0, 300))).toBe('no-xref');
  });

  it('does not follow a stream length that leads to itself', () => {
    const bytes = appendRevision(letter(), { 1: '<</Length 1 0 R>>\nstream\nx\nendstream' });
    expect(failure(bytes)).toBe('broken');
  });

  it('opens a file of a hundred megabytes without reading its pages', () => {
    const image = streamObject('/Type/XObject/Subtype/Image', 'x'.repeat(100 * 1024 * 1024));
    const bytes = letter({ 12: image });
    const before = process.memoryUsage().arrayBuffers;
    const result = verifyPdf(bytes, { trustedRoots: [] });
    expect(result.verdict).toBe('unsigned');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });

  it('opens a hundred thousand objects', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index + 12, '<</K 1>>']));
    const file = open(letter(many));
    expect(file.revisions[0]?.view.object(100_000)).toMatchObject({ kind: 'dict' });
  });
});
