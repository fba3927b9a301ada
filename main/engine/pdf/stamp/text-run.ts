import type { Glyph } from '@pdf-lib/fontkit';
import type { FontFace } from './font-face.ts';

/** A glyph with where it stands, in thousandths of an em. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  /** How far the pen moves, kerning included. */
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Consecutive glyphs of one face. */
export interface TextRun {
  readonly face: FontFace;
  readonly glyphs: readonly PlacedGlyph[];
}

/** A piece of text, shaped; widths are for a font size of 1000. */
export interface ShapedText {
  readonly runs: readonly TextRun[];
  readonly width: number;
}

/** The text in the form in which it is drawn: composed characters, one kind of space, no control characters. */
export function drawableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim();
}

/** The face for each character: the first that has it, staying with the current one through spaces and marks. */
function faceFor(
  character: string,
  faces: readonly FontFace[],
  current: FontFace | undefined,
): FontFace | undefined {
  const code = character.codePointAt(0) ?? 0;
  const stays = /^[\p{M}\p{Z}]$/u.test(character);
  if (stays && current?.font.hasGlyphForCodePoint(code)) return current;
  return faces.find((face) => face.font.hasGlyphForCodePoint(code));
}

/** The characters of a text that no face has; drawn they would be empty boxes. */
export function missingCharacters(text: string, faces: readonly FontFace[]): readonly string[] {
  const missing = new Set(
    [...drawableText(text)].filter((character) => faceFor(character, faces, undefined) === undefined),
  );
  return [...missing];
}

function shapeRun(text: string, face: FontFace): TextRun {
  const { glyphs, positions } = face.font.layout(text);
  return {
    face,
    glyphs: glyphs.map((glyph, index) => {
      const position = positions[index];
      return {
        glyph,
        advance: (position?.xAdvance ?? glyph.advanceWidth) * face.scale,
        xOffset: (position?.xOffset ?? 0) * face.scale,
        yOffset: (position?.yOffset ?? 0) * face.scale,
      };
    }),
  };
}

/** Shapes a text whose characters are all there (see `missingCharacters`), with kerning and ligatures. */
export function shapeText(text: string, faces: readonly FontFace[]): ShapedText {
  const runs: TextRun[] = [];
  let current: FontFace | undefined;
  let pending = '';
  const flush = (): void => {
    if (current !== undefined && pending !== '') runs.push(shapeRun(pending, current));
    pending = '';
  };
  for (const character of text) {
    const face = faceFor(character, faces, current);
    if (face !== current) {
      flush();
      current = face;
    }
    pending += character;
  }
  flush();
  const width = runs.reduce(
    (sum, run) => sum + run.glyphs.reduce((inner, glyph) => inner + glyph.advance, 0),
    0,
  );
  return { runs, width };
}
