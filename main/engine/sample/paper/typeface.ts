import type { FontFace } from '../../pdf/stamp/font-face.ts';
import { GlyphSubset } from '../../pdf/stamp/font-subset.ts';
import type { EmbeddedFont } from '../../pdf/stamp/font-subset.ts';

/** What letters are written with: printable ASCII and the few marks of Indonesian typography. */
const CHARACTERS = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)),
  ...'“”‘’–—•é',
];

/** A piece of text ready to be shown: operand of TJ without its brackets, and its width at a size of 1000. */
export interface SetText {
  readonly shown: string;
  readonly width: number;
}

/** A face with all its letters subset and embedded once, so that many documents share the work. */
export interface Typeface {
  readonly font: EmbeddedFont;
  /** Sets a text with kerning. Throws for a character outside the face's set: the texts are our own. */
  readonly set: (text: string) => SetText;
}

interface Letter {
  readonly code: string;
  readonly advance: number;
}

/** Opens a face for writing documents. */
export async function typeface(face: FontFace): Promise<Typeface> {
  const subset = new GlyphSubset(face);
  const letters = new Map<string, Letter>();
  for (const character of CHARACTERS) {
    const glyph = face.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    letters.set(character, { code: subset.codeOf(glyph), advance: glyph.advanceWidth * face.scale });
  }
  const font = await subset.embed();
  const kerning = new Map<string, number>();

  function kern(first: string, second: string, advance: number): number {
    const pair = first + second;
    const known = kerning.get(pair);
    if (known !== undefined) return known;
    const position = face.font.layout(pair).positions[0];
    // A ligature has one position for both; those pairs are set as two letters.
    const laid = face.font.layout(pair).glyphs.length === 2 ? position : undefined;
    const value = laid === undefined ? 0 : Math.round(laid.xAdvance * face.scale - advance);
    kerning.set(pair, value);
    return value;
  }

  const words = new Map<string, SetText>();
  function setAnew(text: string): SetText {
    const characters = [...text];
    let shown = '<';
    let width = 0;
    for (const [index, character] of characters.entries()) {
      const letter = letters.get(character);
      if (letter === undefined) throw new TypeError(`no letter for ${character} in "${text}"`);
      shown += letter.code;
      width += letter.advance;
      const next = characters[index + 1];
      const between = next === undefined ? 0 : kern(character, next, letter.advance);
      if (between === 0) continue;
      shown += `>${-between}<`;
      width += between;
    }
    return { shown: `${shown}>`, width };
  }

  return {
    font,
    set: (text) => {
      const known = words.get(text);
      if (known !== undefined) return known;
      const made = setAnew(text);
      words.set(text, made);
      return made;
    },
  };
}
