import { PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { normalisePdf } from '#main/engine/pdf/normalise/normalise.ts';
import { lintPdf } from '#main/engine/pdf/lint.ts';
import { openPdf } from '#main/engine/pdf/read/pdf-file.ts';
import { missingTools, Oracles } from './pdf-oracles.ts';
import { codeOf, letter, NOW, officeAuthority, valueOf } from './pdf-samples.ts';

const missing = missingTools();
let oracles: Oracles;
beforeAll(() => {
  if (missing === '') oracles = new Oracles(officeAuthority().certificate);
});
afterAll(() => {
  if (missing === '') oracles.dispose();
});

const options = { time: NOW, acceptLosses: false };

/** A letter with everything that copying would lose. */
async function laden(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText('Formulir', { x: 70, y: 700, size: 20, font });
  const field = document.getForm().createTextField('nama');
  field.setText('Siti Rahmawati');
  field.addToPage(page, { x: 70, y: 600, width: 200, height: 24 });
  document.getForm().createTextField('kosong').addToPage(page, { x: 70, y: 560, width: 200, height: 24 });
  await document.attach(Buffer.from('isi lampiran'), 'lampiran.txt');
  document.addJavaScript('jahat', 'app.alert(1)');
  const layer = document.context.register(
    document.context.obj({ Type: 'OCG', Name: PDFString.of('Konsep') }),
  );
  document.catalog.set(
    PDFName.of('OCProperties'),
    document.context.obj({ OCGs: [layer], D: { ON: [layer] } }),
  );
  return document.save();
}

describe('normalising an unsigned PDF', () => {
  test('gives one gapless revision with an /ID, whatever the cross-reference was', async () => {
    for (const xref of ['table', 'stream'] as const) {
      const normal = valueOf(await normalisePdf(await letter(xref, [0, 90]), options));
      const opened = openPdf(normal.pdf);
      if (!opened.ok) throw new Error(opened.failure.reason);
      const [revision, ...more] = opened.file.revisions;
      expect(more).toEqual([]);
      const section = revision?.sections[0];
      expect(section?.kind).toBe('table');
      expect(section?.trailer.entries.has('ID')).toBe(true);
      const numbers = [...(section?.entries.keys() ?? [])];
      expect(numbers).toEqual(numbers.map((_, index) => index));
      expect([normal.pages, normal.repaired]).toEqual([2, false]);
      if (missing === '') expect(oracles.qpdf(normal.pdf).accepted).toBe(true);
    }
  });

  test('is the same for the same file and moment', async () => {
    const pdf = await letter('stream');
    const [a, b] = [valueOf(await normalisePdf(pdf, options)), valueOf(await normalisePdf(pdf, options))];
    expect(Buffer.from(a.pdf).equals(Buffer.from(b.pdf))).toBe(true);
  });

  test('drops what no page reaches: a shadow object does not survive', async () => {
    const document = await PDFDocument.load(await letter('table'));
    document.context.register(PDFString.of('BAYANGAN TERSEMBUNYI'));
    const pdf = await document.save({ useObjectStreams: false });
    expect(Buffer.from(pdf).includes('BAYANGAN')).toBe(true);
    const normal = valueOf(await normalisePdf(pdf, options));
    expect(Buffer.from(normal.pdf).includes('BAYANGAN')).toBe(false);
  });

  test('names what would be lost, and loses it only when told to', async () => {
    const pdf = await laden();
    const report = valueOf(await lintPdf(pdf));
    expect(report.losses).toEqual({
      layers: 1,
      filledFields: 1,
      emptyFields: 1,
      attachments: 1,
      dynamicForm: false,
    });
    const asked = await normalisePdf(pdf, options);
    expect(asked).toEqual({
      ok: false,
      error: { code: 'pdf-would-lose', params: { losses: 'layers filledFields emptyFields attachments' } },
    });
    const normal = valueOf(await normalisePdf(pdf, { ...options, acceptLosses: true }));
    const text = Buffer.from(normal.pdf).toString('latin1');
    expect(text).not.toMatch(/EmbeddedFile|JavaScript|OCProperties|\/Widget/u);
    const after = valueOf(await lintPdf(normal.pdf));
    expect(after.losses).toEqual({
      layers: 0,
      filledFields: 0,
      emptyFields: 0,
      attachments: 0,
      dynamicForm: false,
    });
    if (missing === '') {
      expect(oracles.qpdf(normal.pdf).accepted).toBe(true);
      // What was filled in stays to be seen.
      oracles.render(normal.pdf);
      expect(oracles.run('mutool', 'draw', '-F', 'txt', 'judged.pdf').said).toContain('Siti Rahmawati');
    }
  });

  test('mends a file with a wrong startxref and says so', async () => {
    const text = Buffer.from(await letter('table')).toString('latin1');
    const broken = Buffer.from(text.replace(/startxref\s+\d+/u, 'startxref\n9'), 'latin1');
    const normal = valueOf(await normalisePdf(broken, options));
    expect(normal.repaired).toBe(true);
    expect(valueOf(await lintPdf(normal.pdf)).needsRepair).toBe(false);
  });

  test('refuses what it must not touch', async () => {
    const document = await PDFDocument.load(await letter('table'));
    document.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    expect(codeOf(await normalisePdf(await document.save(), options))).toBe('pdf-encrypted');
    expect(codeOf(await normalisePdf(Buffer.from('%PDF-1.7\nrusak'), options))).toBe('pdf-damaged');
  });

  test.skipIf(missing !== '')('leaves every page looking the same', async () => {
    const pdf = await letter('stream', [0, 90, 180, 270]);
    const normal = valueOf(await normalisePdf(pdf, options));
    for (const page of [1, 2, 3, 4])
      expect(oracles.render(normal.pdf, page).equals(oracles.render(pdf, page))).toBe(true);
  });
});
