import { deflateSync } from 'node:zlib';
import type { Glyph, Subset } from '@pdf-lib/fontkit';
import type { Increment } from '../increment/increment.ts';
import { pdfDict, pdfName, pdfNumber, pdfStream, pdfText } from '../increment/value.ts';
import type { PdfArray, PdfRef, PdfStream, PdfValue } from '../read/values.ts';
import type { FontFace } from './font-face.ts';

/** The glyphs of one face that a stamp uses, numbered anew from 1 in order of first use. */
export class GlyphSubset {
  readonly face: FontFace;
  private readonly subset: Subset;
  private readonly glyphs = new Map<number, { code: number; glyph: Glyph }>();

  constructor(face: FontFace) {
    this.face = face;
    this.subset = face.font.createSubset();
  }

  /** The two-byte code of a glyph in this subset, in hexadecimal. */
  codeOf(glyph: Glyph): string {
    const known = this.glyphs.get(glyph.id);
    const code = known?.code ?? this.subset.includeGlyph(glyph);
    if (known === undefined) this.glyphs.set(glyph.id, { code, glyph });
    return code.toString(16).padStart(4, '0');
  }

  /** Writes the subset's font program and everything that describes it. */
  async embed(): Promise<EmbeddedFont> {
    const parts: Uint8Array[] = [];
    await new Promise<void>((resolve) => {
      this.subset
        .encodeStream()
        .on('data', (part) => parts.push(part))
        .on('end', () => resolve());
    });
    const program = Buffer.concat(parts);
    // fontkit writes the font's length where a CFF header keeps its offset size (Adobe technical note 5176, section 6);
    // FreeType and with it poppler refuse such a font. No offset of a CFF file is read by this number, so 4 is true.
    if (isCffProgram(program)) program[3] = 4;
    const used = [...this.glyphs.values()].toSorted((a, b) => a.code - b.code);
    return describeFont(this.face, program, used);
  }
}

/** A subset font, ready to be written into any number of files. */
export interface EmbeddedFont {
  readonly program: PdfStream;
  readonly toUnicode: PdfStream;
  readonly descriptor: Readonly<Record<string, PdfValue>>;
  readonly cidFont: Readonly<Record<string, PdfValue>>;
  readonly name: PdfValue;
  readonly isCff: boolean;
}

const FLAG_SERIF = 2;
const FLAG_SYMBOLIC = 4;

/** Six capital letters before a subset's name (ISO 32000-2, 9.9.2), from what the subset holds. */
function subsetTag(codes: readonly number[]): string {
  let hash = 5381;
  for (const code of codes) hash = (hash * 33 + code) % 308_915_776; // 26 to the sixth
  let tag = '';
  for (let i = 0; i < 6; i += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** A bare CFF begins with its version 1.0, a TrueType file with 0.1.0.0. */
function isCffProgram(program: Uint8Array): boolean {
  return program[0] === 1;
}

function unicodeMap(used: readonly { code: number; glyph: Glyph }[]): Uint8Array {
  const rows = used.map(({ code, glyph }) => {
    const text = String.fromCodePoint(...glyph.codePoints);
    return `<${code.toString(16).padStart(4, '0')}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
  });
  const blocks: string[] = [];
  // A block holds at most 100 rows (Adobe technical note 5014).
  for (let at = 0; at < rows.length; at += 100) {
    const part = rows.slice(at, at + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n'),
  );
}

function describeFont(
  face: FontFace,
  program: Uint8Array,
  used: readonly { code: number; glyph: Glyph }[],
): EmbeddedFont {
  const { font, scale } = face;
  const round = (value: number): PdfValue => pdfNumber(Math.round(value * scale));
  const glyphIds = used.map(({ glyph }) => glyph.id);
  const name = pdfName(`${subsetTag(glyphIds)}+${font.postscriptName ?? 'Stamp'}`);
  const isCff = isCffProgram(program);
  const widths: PdfArray = used.flatMap(({ code, glyph }) => [code, [round(glyph.advanceWidth)]]);
  const flate = pdfName('FlateDecode');
  const kind = isCff ? { Subtype: pdfName('CIDFontType0C') } : { Length1: program.length };
  const serif = isCff ? FLAG_SERIF : 0; // the CFF face is Bonum, the TrueType one Arimo
  return {
    name,
    isCff,
    program: pdfStream(pdfDict({ Filter: flate, ...kind }), deflateSync(program)),
    toUnicode: pdfStream(pdfDict({ Filter: flate }), deflateSync(unicodeMap(used))),
    descriptor: {
      Type: pdfName('FontDescriptor'),
      FontName: name,
      Flags: FLAG_SYMBOLIC | serif,
      FontBBox: [round(font.bbox.minX), round(font.bbox.minY), round(font.bbox.maxX), round(font.bbox.maxY)],
      ItalicAngle: pdfNumber(font.italicAngle),
      Ascent: round(font.ascent),
      Descent: round(font.descent),
      CapHeight: round(font.capHeight),
      StemV: 80,
    },
    cidFont: {
      Type: pdfName('Font'),
      Subtype: pdfName(isCff ? 'CIDFontType0' : 'CIDFontType2'),
      BaseFont: name,
      CIDSystemInfo: pdfDict({ Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 }),
      W: widths,
    },
  };
}

/** Writes a font into an increment; returns the Type 0 font that a content stream names. */
export function addFont(increment: Pick<Increment, 'add'>, font: EmbeddedFont): PdfRef {
  const program = increment.add(font.program);
  const descriptor = increment.add(
    pdfDict({ ...font.descriptor, [font.isCff ? 'FontFile3' : 'FontFile2']: program }),
  );
  const cidToGid = font.isCff ? {} : { CIDToGIDMap: pdfName('Identity') };
  const cidFont = increment.add(pdfDict({ ...font.cidFont, ...cidToGid, FontDescriptor: descriptor }));
  const toUnicode = increment.add(font.toUnicode);
  return increment.add(
    pdfDict({
      Type: pdfName('Font'),
      Subtype: pdfName('Type0'),
      BaseFont: font.name,
      Encoding: pdfName('Identity-H'),
      DescendantFonts: [cidFont],
      ToUnicode: toUnicode,
    }),
  );
}
