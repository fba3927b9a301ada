import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, rgb } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFiles, type ImportedDocument } from '#main/engine/pdf/intake/import.ts';
import { readIncomingFile } from '#main/engine/pdf/intake/read-file.ts';
import { missingTools, Oracles } from './pdf-oracles.ts';
import { pixelsOf } from './pdf-pixels.ts';
import { codeOf, letter, NOW, officeAuthority, valueOf } from './pdf-samples.ts';

const missing = missingTools();
let folder: string;
let oracles: Oracles;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nirkertas-import-'));
  if (missing === '') oracles = new Oracles(officeAuthority().certificate);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  if (missing === '') oracles.dispose();
});

const importOne = (bytes: Uint8Array, name = 'surat.pdf'): ReturnType<typeof importFiles> =>
  importFiles([{ name, bytes }], NOW);

/** A PNG of one colour type, by its own rules (PNG section 11): rows without a filter. */
function png(
  width: number,
  height: number,
  color: 0 | 2 | 3 | 6,
  pixel: (x: number, y: number) => number[],
  extra: [string, Buffer][] = [],
): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = color;
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let x = 0; x < width; x += 1) rows.push(...pixel(x, y));
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours near the four corners of what a page shows, in reading order, as r g b w. */
function cornersOf(pdf: Uint8Array, inset: number): string {
  const { width: w, height: h, rgba } = pixelsOf(oracles.render(pdf, 1, 40));
  const at = (x: number, y: number): string => {
    const from = (Math.round(y) * w + Math.round(x)) * 4;
    const [r = 0, g = 0, b = 0] = rgba.subarray(from, from + 3);
    if (r > 200 && g > 200 && b > 200) return 'w';
    return r > 150 ? 'r' : g > 150 ? 'g' : b > 150 ? 'b' : '?';
  };
  return (
    at(w * inset, h * inset) +
    at(w * (1 - inset), h * inset) +
    at(w * inset, h * (1 - inset)) +
    at(w * (1 - inset), h * (1 - inset))
  );
}

const QUARTERS = (x: number, y: number, w: number, h: number): number[] => {
  if (y < h / 2) return x < w / 2 ? [255, 0, 0] : [0, 255, 0];
  return x < w / 2 ? [0, 0, 255] : [255, 255, 255];
};

describe('a PDF comes in', () => {
  test('byte for byte, whatever it is called', async () => {
    const pdf = await letter('stream', [0, 0]);
    const imported = valueOf(await importOne(pdf, 'pindaian 🙂/../x.JPG'));
    expect(Buffer.from(imported.pdf).equals(Buffer.from(pdf))).toBe(true);
    expect(imported).toMatchObject({ source: 'pdf', report: { pages: 2, signatures: 0, xref: 'stream' } });
    expect(imported.misnamed).toEqual(['pindaian 🙂/../x.JPG']);
  });

  test('or is refused with what it really is', async () => {
    const pdf = await letter('table');
    const encrypted = await PDFDocument.load(pdf);
    encrypted.encrypt({ userPassword: 'rahasia', ownerPassword: 'y' });
    const noPages = await PDFDocument.create();
    const refusal = async (bytes: Uint8Array): Promise<unknown> => {
      const result = await importOne(bytes);
      return result.ok ? 'ok' : (result.error.params?.['kind'] ?? result.error.code);
    };
    expect({
      empty: await refusal(new Uint8Array()),
      encrypted: await refusal(await encrypted.save()),
      half: await refusal(pdf.subarray(0, pdf.length / 2)),
      cutTail: await refusal(pdf.subarray(0, pdf.length - 40)),
      headerOnly: await refusal(Buffer.from('%PDF-1.7\n%%EOF\n')),
      noPages: await refusal(await noPages.save({ addDefaultPage: false })),
      word: await refusal(
        Buffer.concat([
          Buffer.from('PK\x03\x04', 'latin1'),
          Buffer.from('.....[Content_Types].xml word/document.xml'),
        ]),
      ),
      oldWord: await refusal(Buffer.from('d0cf11e0a1b11ae100000000', 'hex')),
      program: await refusal(Buffer.from('4d5a90000300', 'hex')),
      page: await refusal(Buffer.from('<!DOCTYPE html><html></html>')),
      text: await refusal(Buffer.from('Yth. Kepala Dinas')),
      noise: await refusal(Buffer.from('000102030405060708', 'hex')),
    }).toEqual({
      empty: 'file-empty',
      encrypted: 'pdf-encrypted',
      half: 'pdf-damaged',
      cutTail: 'pdf-damaged',
      headerOnly: 'pdf-damaged',
      noPages: 'pdf-no-pages',
      word: 'office-document',
      oldWord: 'old-office-document',
      program: 'program',
      page: 'html',
      text: 'text',
      noise: 'unknown',
    });
  });

  test('is refused by its size alone when it has 200 MB', async () => {
    const path = join(folder, 'besar.pdf');
    writeFileSync(path, '%PDF-1.7\n');
    truncateSync(path, 200 * 1024 * 1024);
    const before = process.memoryUsage.rss();
    const result = await readIncomingFile(path);
    expect(result).toEqual({
      ok: false,
      error: { code: 'file-too-large', params: { megabytes: 200, limitMegabytes: 100 } },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
    expect(codeOf(await readIncomingFile(join(folder, 'tidak-ada.pdf')))).toBe('file-unreadable');
    expect(codeOf(await readIncomingFile(folder))).toBe('file-unreadable');
    writeFileSync(join(folder, 'kosong.pdf'), '');
    expect(codeOf(await readIncomingFile(join(folder, 'kosong.pdf')))).toBe('file-empty');
  });

  test('with a wrong startxref it is taken and marked as needing repair', async () => {
    const text = Buffer.from(await letter('table')).toString('latin1');
    const broken = Buffer.from(text.replace(/startxref\s+\d+/u, 'startxref\n9'), 'latin1');
    const imported = valueOf(await importOne(broken));
    expect(imported.report).toMatchObject({ needsRepair: true, pages: 1, obstacle: { code: 'pdf-damaged' } });
    expect(Buffer.from(imported.pdf).equals(broken)).toBe(true);
  });
});

describe.skipIf(missing !== '')('pictures become pages', () => {
  /** A JPEG of four coloured quarters, twice as high as wide, made by poppler. */
  const quartersJpeg = async (): Promise<Buffer> => {
    const document = await PDFDocument.create();
    const page = document.addPage([100, 200]);
    page.drawRectangle({ x: 0, y: 100, width: 50, height: 100, color: rgb(1, 0, 0) });
    page.drawRectangle({ x: 50, y: 100, width: 50, height: 100, color: rgb(0, 1, 0) });
    page.drawRectangle({ x: 0, y: 0, width: 50, height: 100, color: rgb(0, 0, 1) });
    writeFileSync(oracles.at('quarters.pdf'), await document.save());
    oracles.run('pdftoppm', '-r', '150', '-singlefile', '-jpeg', 'quarters.pdf', 'quarters');
    const { readFileSync } = await import('node:fs');
    return readFileSync(oracles.at('quarters.jpg'));
  };

  const withOrientation = (jpeg: Buffer, orientation: number): Buffer => {
    const exif = Buffer.from('4578696600004d4d002a000000080001011200030000000100000000000000000000', 'hex');
    exif.writeUInt16BE(orientation, 24);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
  };

  test.each([
    [1, 'rgbw'],
    [2, 'grwb'],
    [3, 'wbgr'],
    [4, 'bwrg'],
    [5, 'rbgw'],
    [6, 'brwg'],
    [7, 'wgbr'],
    [8, 'gwrb'],
  ])('a JPEG of EXIF orientation %i is shown upright', async (orientation, corners) => {
    const imported = valueOf(await importOne(withOrientation(await quartersJpeg(), orientation), 'foto.jpg'));
    expect(imported.source).toBe('images');
    const [page] = (await PDFDocument.load(imported.pdf)).getPages();
    const { width = 0, height = 0 } = page?.getSize() ?? {};
    // Portrait pictures stand on portrait A4, lying ones on landscape A4.
    expect([Math.round(width), Math.round(height)]).toEqual(orientation < 5 ? [595, 842] : [842, 595]);
    expect(cornersOf(imported.pdf, 0.46)).toBe(corners);
    expect(oracles.qpdf(imported.pdf).accepted).toBe(true);
  });

  test('a scan at 300 dpi fills its A4 page, its data untouched', async () => {
    const jpeg = await (async () => {
      writeFileSync(oracles.at('surat.pdf'), await letter('table'));
      oracles.run(
        'pdftoppm',
        '-r',
        '300',
        '-scale-to-x',
        '2480',
        '-scale-to-y',
        '3508',
        '-singlefile',
        '-jpeg',
        'surat.pdf',
        'surat',
      );
      const { readFileSync } = await import('node:fs');
      return readFileSync(oracles.at('surat.jpg'));
    })();
    const imported = valueOf(await importOne(jpeg, 'scan.jpeg'));
    expect(Buffer.from(imported.pdf).includes(jpeg)).toBe(true);
    const { said } = oracles.run(
      'pdfimages',
      '-list',
      (writeFileSync(oracles.at('hasil.pdf'), imported.pdf), 'hasil.pdf'),
    );
    const [, , line = ''] = said.split('\n');
    const [, , , width, height, , , , , , , , xPpi] = line.trim().split(/\s+/u);
    expect([width, height]).toEqual(['2480', '3508']);
    expect(Number(xPpi)).toBeGreaterThanOrEqual(298);
    expect(Number(xPpi)).toBeLessThanOrEqual(302);
  });

  test('several pictures are the pages of one letter, in order', async () => {
    const files = [
      { name: '1.png', bytes: png(40, 60, 2, () => [255, 0, 0]) },
      { name: '2.jpg', bytes: await quartersJpeg() },
      { name: '3.png', bytes: png(60, 40, 0, () => [128]) },
    ];
    const imported = valueOf(await importFiles(files, NOW));
    expect(imported.report.pages).toBe(3);
    const sizes = (await PDFDocument.load(imported.pdf))
      .getPages()
      .map((page) => Math.round(page.getWidth()));
    expect(sizes).toEqual([595, 595, 842]);
    const mixed = await importFiles([...files, { name: '4.pdf', bytes: await letter('table') }], NOW);
    expect(codeOf(mixed)).toBe('file-not-document');
  });

  test('PNGs of all colour kinds look as they did', async () => {
    const [w, h] = [1000, 1414];
    const palette = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
    const index = (x: number, y: number): number[] => [(y < h / 2 ? 0 : 2) + (x < w / 2 ? 0 : 1)];
    const kinds = {
      rgb: png(w, h, 2, (x, y) => QUARTERS(x, y, w, h)),
      palette: png(w, h, 3, index, [['PLTE', palette]]),
      // The white quarter is transparent black: on paper it must be white all the same.
      alpha: png(w, h, 6, (x, y) =>
        x >= w / 2 && y >= h / 2 ? [0, 0, 0, 0] : [...QUARTERS(x, y, w, h), 255],
      ),
      paletteAlpha: png(w, h, 3, index, [
        ['PLTE', palette],
        ['tRNS', Buffer.from([255, 255, 255, 0])],
      ]),
    };
    for (const [kind, bytes] of Object.entries(kinds)) {
      const imported: ImportedDocument = valueOf(await importOne(bytes, 'gambar.png'));
      expect([kind, cornersOf(imported.pdf, 0.2)]).toEqual([kind, 'rgbw']);
    }
  });

  test('damaged and monstrous pictures are refused', async () => {
    const jpeg = await quartersJpeg();
    const good = png(30, 30, 2, () => [1, 2, 3]);
    const flipped = Buffer.from(good);
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    const header = Buffer.from(png(1, 1, 0, () => [0]));
    const monster = png(1, 1, 0, () => [0]);
    monster.writeUInt32BE(100_000, 16);
    monster.writeUInt32BE(100_000, 20);
    monster.writeUInt32BE(crc32(monster.subarray(12, 29)), 29);
    expect({
      cutJpeg: codeOf(await importOne(jpeg.subarray(0, jpeg.length / 2), 'a.jpg')),
      cutPng: codeOf(await importOne(good.subarray(0, good.length - 14), 'a.png')),
      flippedPng: codeOf(await importOne(flipped, 'a.png')),
      monster: codeOf(await importOne(monster, 'a.png')),
      onlyStart: codeOf(await importOne(header.subarray(0, 20), 'a.png')),
    }).toEqual({
      cutJpeg: 'image-damaged',
      cutPng: 'image-damaged',
      flippedPng: 'image-damaged',
      monster: 'image-too-large',
      onlyStart: 'image-damaged',
    });
  });
});
