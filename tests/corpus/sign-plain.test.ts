import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficeAuthority } from '#main/engine/keys/ca/authority.ts';
import type { SigningCredential } from '#main/engine/keys/p12/credential.ts';
import { importFiles } from '#main/engine/pdf/intake/import.ts';
import { lossNames } from '#main/engine/pdf/losses.ts';
import { normalisePdf } from '#main/engine/pdf/normalise/normalise.ts';
import { signDocument } from '#main/engine/pdf/sign.ts';
import { stampFonts } from '#main/engine/pdf/stamp/font-face.ts';
import { missingTools, Oracles } from '../integration/pdf-oracles.ts';
import { credentialOf, NOW, officeAuthority, STAMP } from '../integration/pdf-samples.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const fonts = stampFonts(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));

/** Every tenth file in `npm test`, all in the full run: a fixed rule, so that a failure can be had again. */
const EVERY = process.env['NIRKERTAS_FULL'] === '1' ? 1 : 10;

/** Files that cannot be taken in, each with its reason; everything else must be signed. */
const REFUSED: Readonly<Record<string, string>> = {
  'js-PDFBOX-4352-0.pdf': 'pdf-encrypted',
  'js-issue6010_1.pdf': 'pdf-encrypted',
  'py-libreoffice-writer-password.pdf': 'pdf-encrypted',
  // A page tree that names itself, a file that ends inside an object, a catalog without pages.
  'js-Pages-tree-refs.pdf': 'pdf-damaged',
  'js-bug1250079.pdf': 'pdf-damaged',
  'py-unreadablemetadata.pdf': 'pdf-damaged',
};

function samples(folder: string): string[] {
  if (!existsSync(`${corpus}${folder}`)) {
    console.log(`skipped: no corpus at ${corpus}${folder}`);
    return [];
  }
  const files = readdirSync(`${corpus}${folder}`).filter((name) => name.endsWith('.pdf'));
  return files.filter((_, index) => index % EVERY === 0);
}

const plain = samples('pdf-plain');
const signed = samples('pdf-signatures');
const missing = missingTools();
const skip = missing !== '' || plain.length === 0;

let authority: OfficeAuthority;
let credential: SigningCredential;
let oracles: Oracles;
beforeAll(() => {
  authority = officeAuthority();
  credential = credentialOf(authority, 'Bambang Hariyanto', 'p256');
  if (!skip) oracles = new Oracles(authority.certificate);
});
afterAll(() => {
  if (!skip) oracles.dispose();
});

/** qpdf's exit code for a file: 0 clean, 3 warnings, 2 errors. */
function structure(pdf: Uint8Array): number {
  writeFileSync(oracles.at('structure.pdf'), pdf);
  return oracles.run('qpdf', '--check', 'structure.pdf').code ?? 2;
}

describe.skipIf(skip)('real unsigned PDFs', () => {
  test.each(plain)('%s is signed correctly or refused with its reason', async (name) => {
    const bytes = readFileSync(`${corpus}pdf-plain/${name}`);
    const imported = await importFiles([{ name, bytes }], NOW);
    if (!imported.ok) {
      expect([name, imported.error.code]).toEqual([name, REFUSED[name]]);
      return;
    }
    expect(REFUSED[name]).toBeUndefined();
    const normal = await normalisePdf(bytes, { time: NOW, acceptLosses: true });
    if (!normal.ok) throw new Error(`${name}: ${normal.error.code}`);
    const { pdf, losses, repaired } = normal.value;
    expect(normal.value.pages).toBe(imported.value.report.pages);
    // A faulty picture stays faulty; nothing becomes worse.
    expect(structure(pdf)).toBeLessThanOrEqual(repaired ? 3 : structure(bytes));
    if (lossNames(losses).length === 0 && !repaired) expect(oracles.looksLike(pdf, bytes)).toBe(true);

    const placement = { page: 1, x: 0, y: 0, width: 120, height: 40 };
    const common = { field: 'TTE', credential, time: NOW, fonts } as const;
    const visible = await signDocument({ ...common, pdf, placement, stamp: STAMP });
    // Some of these pages are smaller than a stamp.
    const result = visible.ok ? visible : await signDocument({ ...common, pdf, placement: 'invisible' });
    if (!visible.ok) expect([name, visible.error.code]).toEqual([name, 'placement-outside']);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    const judged = oracles.pdfsig(result.value.pdf, 1);
    expect(judged.accepted, judged.said).toBe(true);
    expect(structure(result.value.pdf)).toBeLessThanOrEqual(structure(pdf));
    if (!visible.ok) expect(oracles.looksLike(result.value.pdf, pdf)).toBe(true);
  });

  test.each(plain)('%s takes a signature as it is, or says what stands in the way', async (name) => {
    const pdf = readFileSync(`${corpus}pdf-plain/${name}`);
    const result = await signDocument({
      pdf,
      field: 'TTE',
      placement: 'invisible',
      credential,
      time: NOW,
      fonts,
    });
    if (!result.ok) {
      expect([
        'pdf-encrypted',
        'pdf-damaged',
        'pdf-hybrid',
        'pdf-dynamic-form',
        'pdf-junk-before-header',
      ]).toContain(result.error.code);
      return;
    }
    const output = Buffer.from(result.value.pdf);
    expect(output.subarray(0, pdf.length).equals(pdf)).toBe(true);
    const judged = oracles.pdfsig(output, 1);
    expect(judged.accepted, judged.said).toBe(true);
  });
});

describe.skipIf(skip || signed.length === 0)('real signed PDFs', () => {
  test.each(signed)('%s is signed further with its signatures intact, or refused', async (name) => {
    const pdf = readFileSync(`${corpus}pdf-signatures/${name}`);
    // The output is verified before it is returned, so `ok` means that every signature in it holds.
    const result = await signDocument({
      pdf,
      field: 'TTE',
      placement: 'invisible',
      credential,
      time: NOW,
      fonts,
    });
    if (result.ok) {
      expect(Buffer.from(result.value.pdf).subarray(0, pdf.length).equals(pdf)).toBe(true);
      expect(result.value.signatures).toBeGreaterThanOrEqual(1);
    } else expect(result.error.code).toMatch(/^(?:pdf-|signature-)/u);
  });
});
