import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit, { type Font } from '@pdf-lib/fontkit';

/** One font file, opened once for the life of the process. */
export interface FontFace {
  readonly font: Font;
  /** Design units to thousandths of an em, which is what PDF counts in. */
  readonly scale: number;
}

/** The faces of the stamp by weight, in order of preference: Bonum for the look, Arimo for what Bonum lacks. */
export interface StampFonts {
  readonly regular: readonly FontFace[];
  readonly bold: readonly FontFace[];
}

const FILES = {
  regular: ['texgyrebonum-regular.otf', 'Arimo-Regular.ttf'],
  bold: ['texgyrebonum-bold.otf', 'Arimo-Bold.ttf'],
} as const;

const opened = new Map<string, StampFonts>();

function openFace(folder: string, file: string): FontFace {
  const font = fontkit.create(readFileSync(join(folder, file)));
  return { font, scale: 1000 / font.unitsPerEm };
}

/** The stamp's fonts from `resources/fonts`, wherever the host keeps that folder. A missing file is a bug of packaging. */
export function stampFonts(folder: string): StampFonts {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const fonts = {
    regular: FILES.regular.map((file) => openFace(folder, file)),
    bold: FILES.bold.map((file) => openFace(folder, file)),
  };
  opened.set(folder, fonts);
  return fonts;
}
