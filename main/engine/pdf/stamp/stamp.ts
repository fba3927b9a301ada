import { deflateSync } from 'node:zlib';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import type { Increment } from '../increment/increment.ts';
import { pdfDict, pdfName, pdfNumber, pdfStream } from '../increment/value.ts';
import { realToken } from '../increment/write-value.ts';
import type { PlacedBox } from '../placement.ts';
import type { PdfRef } from '../read/values.ts';
import { capacityLines, type Capacity } from './capacity.ts';
import type { FontFace, StampFonts } from './font-face.ts';
import { addFont, GlyphSubset, type EmbeddedFont } from './font-subset.ts';
import { drawQr } from './qr.ts';
import { setTextBlock, type BlockLine, type BlockText } from './text-block.ts';
import { missingCharacters } from './text-run.ts';

/** What a signature shows on the page. */
export interface Stamp {
  /** What the QR says: office, document id, prefix of the revision's hash. */
  readonly qr: string;
  readonly capacity: Capacity;
  readonly name: string;
  /** NIP; honorary staff have none. */
  readonly employeeNumber?: string;
}

/** The words of the government's specimen; the language of a letter is Indonesian whatever the app's is. */
const HEADING = 'Ditandatangani secara elektronik oleh:';

/** Everything of a stamp but its QR and place: the same for all letters that one person signs in a session. */
interface PreparedText {
  readonly operators: string;
  readonly fonts: readonly { readonly resource: string; readonly font: EmbeddedFont }[];
  readonly qrSide: number;
  readonly margin: number;
}

const CACHE_SIZE = 64;
const prepared = new Map<string, PreparedText>();

function textsOf(stamp: Stamp, fonts: StampFonts): BlockText[] {
  const black = { relativeSize: 1, gray: 0 };
  const texts: BlockText[] = [
    { text: HEADING, faces: fonts.regular, relativeSize: 0.88, gray: 0.35 },
    ...capacityLines(stamp.capacity).map((text) => ({ text, faces: fonts.regular, ...black })),
    { text: stamp.name, faces: fonts.bold, ...black },
  ];
  if (stamp.employeeNumber)
    texts.push({ text: `NIP ${stamp.employeeNumber}`, faces: fonts.regular, ...black });
  return texts;
}

/** Operators that show a line, and the subsets that it draws from. */
function drawLine(
  line: BlockLine,
  x: number,
  y: number,
  subsetOf: (face: FontFace) => [string, GlyphSubset],
): string {
  const parts = [`${realToken(line.gray)} g BT ${realToken(round(x))} ${realToken(round(y))} Td`];
  for (const { face, glyphs } of line.shaped.runs) {
    const [resource, subset] = subsetOf(face);
    parts.push(`/${resource} ${realToken(round(line.size))} Tf`);
    let shown = '';
    for (const { glyph, advance, xOffset, yOffset } of glyphs) {
      // TJ moves the pen back by thousandths of an em: kerning, and marks that stand over another glyph.
      const correction = Math.round(glyph.advanceWidth * face.scale - advance + xOffset);
      const before = xOffset === 0 ? '' : ` ${-Math.round(xOffset)} `;
      const after = correction === 0 ? '' : ` ${correction} `;
      if (yOffset === 0) {
        shown += `${before}<${subset.codeOf(glyph)}>${after}`;
        continue;
      }
      if (shown !== '') parts.push(`[${shown}] TJ`);
      const rise = realToken(round((yOffset / 1000) * line.size));
      parts.push(`${rise} Ts [${before}<${subset.codeOf(glyph)}>${after}] TJ 0 Ts`);
      shown = '';
    }
    if (shown !== '') parts.push(`[${shown.replaceAll('><', '')}] TJ`);
  }
  return `${parts.join(' ')} ET`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

async function prepareText(
  stamp: Stamp,
  width: number,
  height: number,
  fonts: StampFonts,
): Promise<PdfResult<PreparedText>> {
  const texts = textsOf(stamp, fonts);
  const missing = texts.flatMap(({ text, faces }) => missingCharacters(text, faces));
  if (missing.length > 0)
    return pdfFail('stamp-character-missing', { characters: [...new Set(missing)].join(' ') });
  const margin = Math.min(8, height * 0.1);
  const qrSide = Math.min(height - 2 * margin, width * 0.36);
  const left = margin + qrSide + margin;
  const block = setTextBlock(texts, width - left - margin, height - margin, Math.min(height / 8, 12));
  if (block === undefined) return pdfFail('stamp-text-too-long');
  const subsets = new Map<FontFace, [string, GlyphSubset]>();
  const subsetOf = (face: FontFace): [string, GlyphSubset] => {
    const known = subsets.get(face) ?? [`F${subsets.size}`, new GlyphSubset(face)];
    subsets.set(face, known);
    return known;
  };
  const top = height - (height - block.height) / 2;
  const lines = block.lines.map((line) => drawLine(line, left, top - line.baseline, subsetOf));
  const embedded: { resource: string; font: EmbeddedFont }[] = [];
  for (const [resource, subset] of subsets.values()) embedded.push({ resource, font: await subset.embed() });
  return pdfOk({ operators: lines.join('\n'), fonts: embedded, qrSide, margin });
}

/** Text and fonts of a stamp from a small cache: setting and subsetting costs more than all the rest of a signature. */
async function preparedText(
  stamp: Stamp,
  width: number,
  height: number,
  fonts: StampFonts,
): Promise<PdfResult<PreparedText>> {
  const key = JSON.stringify([stamp.capacity, stamp.name, stamp.employeeNumber, width, height]);
  const known = prepared.get(key);
  if (known !== undefined) {
    prepared.delete(key);
    prepared.set(key, known);
    return pdfOk(known);
  }
  const made = await prepareText(stamp, width, height, fonts);
  if (!made.ok) return made;
  prepared.set(key, made.value);
  const [oldest] = prepared.keys();
  if (prepared.size > CACHE_SIZE && oldest !== undefined) prepared.delete(oldest);
  return made;
}

/** A stamp that can be written into a file without waiting for anything. */
export type ReadyStamp = (increment: Increment) => PdfRef;

/**
 * Makes the appearance of a visible signature: a form XObject of its own with QR and text, turned to be upright on the
 * page. Errors: `stamp-character-missing`, `stamp-text-too-long`, `stamp-qr-too-long`.
 */
export async function readyStamp(
  stamp: Stamp,
  box: PlacedBox,
  size: { readonly width: number; readonly height: number },
  fonts: StampFonts,
): Promise<PdfResult<ReadyStamp>> {
  const text = await preparedText(stamp, size.width, size.height, fonts);
  if (!text.ok) return text;
  const { operators, fonts: embedded, qrSide, margin } = text.value;
  const qr = drawQr(stamp.qr, margin, (size.height - qrSide) / 2, qrSide);
  if (!qr.ok) return qr;
  const content = deflateSync(Buffer.from(`q\n${qr.value}\n${operators}\nQ`, 'latin1'));
  return pdfOk((increment) => {
    const resources = embedded.map(({ resource, font }) => [resource, addFont(increment, font)] as const);
    const dict = pdfDict({
      Type: pdfName('XObject'),
      Subtype: pdfName('Form'),
      BBox: [0, 0, pdfNumber(size.width), pdfNumber(size.height)],
      Matrix: [...box.matrix],
      Resources: pdfDict({ Font: pdfDict(Object.fromEntries(resources)) }),
      Filter: pdfName('FlateDecode'),
    });
    return increment.add(pdfStream(dict, content));
  });
}
