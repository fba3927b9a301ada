import { stampFonts } from '../../pdf/stamp/font-face.ts';
import type { FontFace } from '../../pdf/stamp/font-face.ts';
import { typeface } from './typeface.ts';
import type { Typeface } from './typeface.ts';

/** The two weights in which a letter is written. */
export interface Family {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

/** Bonum stands for Bookman Old Style, Arimo for Arial: what offices write their letters in. */
export interface Families {
  readonly bonum: Family;
  readonly arimo: Family;
}

async function opened(face: FontFace | undefined): Promise<Typeface> {
  if (face === undefined) throw new TypeError('a font of resources/fonts is missing');
  return typeface(face);
}

/** Opens the faces of letters from the folder of fonts. */
export async function letterFaces(folder: string): Promise<Families> {
  const fonts = stampFonts(folder);
  return {
    bonum: { regular: await opened(fonts.regular[0]), bold: await opened(fonts.bold[0]) },
    arimo: { regular: await opened(fonts.regular[1]), bold: await opened(fonts.bold[1]) },
  };
}
