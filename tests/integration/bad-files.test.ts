import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { plainFileName } from '#main/engine/office/intake.ts';

import { register, samplePdf, testOffice, twoPcs, value } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { clerk, told } from './refusals.ts';

const stage = (pc: Pc, name: string, bytes: Uint8Array) =>
  pc.engine.call('intake.stage', { files: [{ name, bytes }] });

describe('a file that cannot be a letter', () => {
  const pdf = Buffer.from(samplePdf());
  const withEncrypt = Buffer.from(
    pdf.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 >>'),
    'latin1',
  );
  it.each([
    ['is empty', 'kosong.pdf', new Uint8Array(0), 'file-empty'],
    ['is a text called PDF', 'surat.pdf', Buffer.from('Dengan hormat, bersama ini'), 'file-not-document'],
    [
      'is a program called PDF',
      'surat.pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
      'file-not-document',
    ],
    [
      'is an archive called JPG',
      'foto.jpg',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500)]),
      'file-not-document',
    ],
    ['is encrypted', 'LHP_final.pdf', withEncrypt, 'pdf-encrypted'],
    ['ends in the middle', 'potong.pdf', pdf.subarray(0, pdf.length - 120), 'pdf-damaged'],
    ['is a picture that ends in the middle', 'foto.png', readPng().subarray(0, 60), 'image-damaged'],
  ])('%s', async (_what, name, bytes, code) => {
    const tu = await clerk();
    const error = await told(stage(tu, name, bytes));
    expect(error.code).toBe(code);
    expect(await tu.call('intake.list', undefined)).toEqual([]);
    expect(readdirSync(tu.dir)).not.toContain('staged');
  });

  it('is 200 MB: refused without being read', async () => {
    const tu = await clerk();
    const path = join(tu.dir, 'besar.pdf');
    writeFileSync(path, pdf);
    truncateSync(path, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const error = await told(tu.engine.call('intake.stage', { files: [{ path }] }));
    expect(error).toMatchObject({ code: 'file-too-large', params: { megabytes: 200 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is gone, or is a folder', async () => {
    const tu = await clerk();
    for (const path of [join(tu.dir, 'tidak-ada.pdf'), tu.dir]) {
      const error = await told(tu.engine.call('intake.stage', { files: [{ path }] }));
      expect(error.code).toBe('file-unreadable');
    }
  });
});

/** A chunk of a PNG: length, type, data, CRC (PNG specification, 5.3). */
function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey picture of 40 by 60 points. */
function readPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40, 0);
  header.writeUInt32BE(60, 4);
  header[8] = 8;
  const rows = Buffer.alloc(60 * 41, 0x80);
  for (let row = 0; row < 60; row += 1) rows[row * 41] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

describe('a file whose name is odd', () => {
  it('is taken by its content when the ending lies, and says so', async () => {
    const tu = await clerk();
    const staged = await value(stage(tu, 'pindaian.pdf', readPng()));
    expect(staged).toMatchObject({ from: 'image', misnamed: true, name: 'pindaian.pdf' });
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\TU\\surat: penting?.PDF', 'surat penting.pdf'],
    ['undangan 😀 rapat.pdf', 'undangan 😀 rapat.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['   .pdf', 'pdf.pdf'],
    ['', 'dokumen.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(plainFileName(given)).toBe(kept);
  });

  it('has 300 characters: shortened, taken, registered and read by another PC', async () => {
    const office = testOffice();
    const { tu, head, headPosition } = await twoPcs(office);
    const name = `${'é😀/a'.repeat(75)}.pdf`;
    const staged = await value(stage(tu, name, samplePdf('panjang')));
    expect([...staged.name].length).toBeLessThanOrEqual(120);
    const { letterId } = await register(tu, headPosition, { pdf: samplePdf('nama panjang') });
    await tu.call('letters.attach', { letter: letterId, staged: staged.id });
    await tu.sync();
    await head.sync();
    const { attachments } = await head.call('letters.show', { letter: letterId });
    expect(attachments.map((a) => a.name)).toEqual([staged.name]);
  });
});
