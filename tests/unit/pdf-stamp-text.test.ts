import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { capacityLines } from '#main/engine/pdf/stamp/capacity.ts';
import { stampFonts } from '#main/engine/pdf/stamp/font-face.ts';
import { drawQr } from '#main/engine/pdf/stamp/qr.ts';
import { setTextBlock, type BlockText } from '#main/engine/pdf/stamp/text-block.ts';
import { drawableText, missingCharacters, shapeText } from '#main/engine/pdf/stamp/text-run.ts';

const fonts = stampFonts(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));
const plain = (text: string): BlockText => ({ text, faces: fonts.regular, relativeSize: 1, gray: 0 });

describe('the words of a stamp', () => {
  test('name the capacity as a letter does', () => {
    const title = 'Sekretaris';
    expect(capacityLines({ kind: 'holder', title })).toEqual(['Sekretaris']);
    expect(capacityLines({ kind: 'acting', title })).toEqual(['Plt. Sekretaris']);
    expect(capacityLines({ kind: 'dailyActing', title })).toEqual(['Plh. Sekretaris']);
    expect(capacityLines({ kind: 'onBehalfOf', superior: 'Kepala Dinas', title })).toEqual([
      'a.n. Kepala Dinas',
      'Sekretaris',
    ]);
    const byOrder = { kind: 'byOrderOf', superior: 'Wali Kota', between: 'Kepala Dinas', title } as const;
    expect(capacityLines(byOrder)).toEqual(['a.n. Wali Kota', 'Kepala Dinas', 'u.b. Sekretaris']);
  });

  test('stay on one line each where that costs little size', () => {
    const block = setTextBlock([plain('Kepala Dinas'), plain('Bambang Hariyanto')], 180, 60, 8.5);
    expect(block?.lines.map((line) => line.size)).toEqual([8.5, 8.5]);
  });

  test('shrink and wrap inside the box, never past it', () => {
    const texts = [
      plain('Kepala Bidang Pengelolaan Informasi dan Komunikasi Publik '.repeat(2)),
      plain('X'.repeat(90)),
    ];
    const block = setTextBlock(texts, 180, 60, 8.5);
    if (block === undefined) throw new Error('does not fit');
    expect(block.height).toBeLessThanOrEqual(60);
    expect(block.lines.length).toBeGreaterThan(2);
    for (const line of block.lines) expect((line.shaped.width / 1000) * line.size).toBeLessThanOrEqual(180);
    const smallest = Math.min(...block.lines.map((line) => line.size));
    expect(smallest).toBeGreaterThanOrEqual(4.5);
  });

  test('are refused when nobody could read them', () => {
    expect(setTextBlock([plain('kata '.repeat(300))], 180, 60, 8.5)).toBeUndefined();
  });

  test('come in any Latin script and beyond; only what no font has is missing', () => {
    const names = [
      'I Gusti Ngurah Rai',
      'Nguyễn Thị Ánh',
      'Šćepan Đurđević',
      'Þórður Ægisson',
      'Ωμέγα',
      'Юрий',
      'שלום',
    ];
    for (const name of names) expect(missingCharacters(name, fonts.bold)).toEqual([]);
    expect(missingCharacters('Budi 🙂 ꦱ', fonts.bold)).toEqual(['🙂', 'ꦱ']);
  });

  test('are composed, with one kind of space and no invisible characters', () => {
    expect(drawableText('  e\u0301 \u00a0\u200bx\ny ')).toBe('é x y');
    expect(shapeText('AV', fonts.regular).width).toBeLessThan(
      shapeText('A', fonts.regular).width + shapeText('V', fonts.regular).width,
    );
  });
});

describe('the QR of a stamp', () => {
  test('covers its square and nothing beyond its quiet ground', () => {
    const drawn = drawQr('nirkertas:kantor/01J9/41d0b7e2', 7, 8, 54);
    if (!drawn.ok) throw new Error(drawn.error.code);
    const boxes = [...drawn.value.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/gu)].map((match) =>
      match.slice(1).map(Number),
    );
    const [, ...modules] = boxes;
    expect(modules.length).toBeGreaterThan(200);
    for (const [x = 0, y = 0, w = 0, h = 0] of modules) {
      expect(x).toBeGreaterThanOrEqual(7 - 0.01);
      expect(y).toBeGreaterThanOrEqual(8 - 0.01);
      expect(x + w).toBeLessThanOrEqual(7 + 54 + 0.02);
      expect(y + h).toBeLessThanOrEqual(8 + 54 + 0.02);
    }
  });

  test('refuses a payload that would need too fine a grain', () => {
    expect(drawQr('x'.repeat(288), 0, 0, 54)).toEqual({
      ok: false,
      error: { code: 'stamp-qr-too-long', params: { bytes: 288 } },
    });
  });
});
