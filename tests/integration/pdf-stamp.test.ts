import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { signDocument } from '#main/engine/pdf/sign.ts';
import { stampFonts } from '#main/engine/pdf/stamp/font-face.ts';
import { missingTools, Oracles } from './pdf-oracles.ts';
import { changedBox, cropOf, meanDifference, pixelsOf, upsideDown } from './pdf-pixels.ts';
import { credentialOf, letter, NOW, officeAuthority, STAMP, valueOf } from './pdf-samples.ts';

const fonts = stampFonts(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));
const missing = missingTools();
const common = { time: NOW, fonts } as const;

let credential: SigningCredential;
let oracles: Oracles;
beforeAll(() => {
  const authority = officeAuthority();
  credential = credentialOf(authority, 'Bambang Hariyanto', 'p256');
  if (missing === '') oracles = new Oracles(authority.certificate);
});
afterAll(() => {
  if (missing === '') oracles.dispose();
});

describe.skipIf(missing !== '')('the stamp on the page', () => {
  test('stands upright at its place on pages turned by 0, 90, 180 and 270 degrees', async () => {
    const rotations = [0, 90, 180, 270];
    const blank = await letter('table', rotations);
    const shots: Buffer[] = [];
    for (const [index] of rotations.entries()) {
      const placement = { page: index + 1, x: 100, y: 80, width: 255, height: 68 };
      const signed = valueOf(
        await signDocument({
          ...common,
          pdf: blank,
          field: 'TTE',
          placement,
          credential: credential,
          stamp: STAMP,
        }),
      ).pdf;
      expect(oracles.pdfsig(signed, 1).accepted).toBe(true);
      const dpi = 72;
      const before = pixelsOf(oracles.render(blank, index + 1, dpi));
      const after = pixelsOf(oracles.render(signed, index + 1, dpi));
      const changed = changedBox(before, after);
      // Seen from the lower left corner, in points (one pixel each at 72 dpi), whatever the page's rotation.
      expect(changed.left).toBeGreaterThanOrEqual(100);
      expect(changed.right).toBeLessThanOrEqual(100 + 255 + 1);
      expect(after.height - changed.bottom).toBeGreaterThanOrEqual(80 - 1);
      expect(after.height - changed.top).toBeLessThanOrEqual(80 + 68 + 1);
      shots.push(cropOf(after, 100, after.height - 80 - 68, 255, 68));
      for (const other of rotations.keys()) {
        if (other === index) continue;
        expect(oracles.render(signed, other + 1).equals(oracles.render(blank, other + 1))).toBe(true);
      }
    }
    // Text anti-aliasing differs a little between rotations; a stamp on its head differs by much more.
    const [upright] = shots;
    if (upright === undefined) throw new Error('no picture');
    for (const shot of shots.slice(1)) {
      const onItsHead = meanDifference(upsideDown(shot), upright);
      expect(meanDifference(shot, upright)).toBeLessThan(onItsHead / 2);
    }
  });

  test('carries its words as text, whatever script the name is in', async () => {
    const names = ['Bambang Hariyanto', 'Nguyễn Đặng Ṭāhā Şahin', 'Łukasz Žižek Ğüler', 'Αλέξανδρος Иванов'];
    for (const name of names) {
      const signed = valueOf(
        await signDocument({
          ...common,
          pdf: await letter('table'),
          field: 'TTE',
          placement: { page: 1, x: 290, y: 300, width: 255, height: 68 },
          credential: credential,
          stamp: { ...STAMP, name },
        }),
      ).pdf;
      oracles.render(signed);
      const { said } = oracles.run('pdftotext', '-layout', 'judged.pdf', '-');
      expect(said.normalize('NFC')).toContain(name);
      expect(said).toContain('Ditandatangani secara elektronik oleh:');
      expect(said).toContain('Plh. Kepala Dinas Kominfo');
      expect(said).toContain('NIP 19731108 199903 1 005');
    }
  });
});
