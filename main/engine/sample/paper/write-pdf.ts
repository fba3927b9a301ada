import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import { FreshFile } from '../../pdf/increment/fresh-file.ts';
import { pdfDate, pdfDict, pdfName, pdfNumber, pdfStream, pdfText } from '../../pdf/increment/value.ts';
import type { PdfRef } from '../../pdf/read/values.ts';
import { addFont } from '../../pdf/stamp/font-subset.ts';
import { PAGE } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Typeface } from './typeface.ts';

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly time: Date;
}

/** Writes drawn pages as a PDF file. */
export function writePdf(sheets: readonly Sheet[], facts: DocumentFacts): Uint8Array {
  const file = new FreshFile();
  const fonts = new Map<Typeface, PdfRef>();
  const fontOf = (face: Typeface): PdfRef => {
    const known = fonts.get(face) ?? addFont(file, face.font);
    fonts.set(face, known);
    return known;
  };
  const pages = file.allocate();
  const hash = createHash('sha256').update(`${facts.title}\n${facts.time.toISOString()}`);
  const kids = sheets.map((sheet) => {
    hash.update(sheet.content);
    const content = deflateSync(Buffer.from(sheet.content, 'latin1'));
    const contents = file.add(pdfStream(pdfDict({ Filter: pdfName('FlateDecode') }), content));
    const named = sheet.faces.map(({ name, face }) => [name, fontOf(face)] as const);
    return file.add(
      pdfDict({
        Type: pdfName('Page'),
        Parent: pages,
        MediaBox: [0, 0, pdfNumber(PAGE.width), pdfNumber(PAGE.height)],
        Resources: pdfDict({ Font: pdfDict(Object.fromEntries(named)) }),
        Contents: contents,
      }),
    );
  });
  file.write(pages, pdfDict({ Type: pdfName('Pages'), Kids: kids, Count: kids.length }));
  const info = file.add(
    pdfDict({
      Title: pdfText(facts.title),
      Author: pdfText(facts.author),
      CreationDate: pdfDate(facts.time),
    }),
  );
  const root = file.add(pdfDict({ Type: pdfName('Catalog'), Pages: pages, Lang: pdfText('id-ID') }));
  return file.finish(root, info, hash.digest().subarray(0, 16));
}
