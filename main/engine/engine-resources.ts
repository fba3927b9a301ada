import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The PDF worker's script: beside this file in the sources, beside the bundle in a built app. */
export const pdfWorker = new URL('./pdf/pool/worker.ts', import.meta.url);

/** The script of the process that touches the share, in the same places. */
export const shareScript = new URL('./share/process/share-process.ts', import.meta.url);

/** Each is named, so that the bundler carries it along. */
const stampFonts = [
  new URL('../../resources/fonts/texgyrebonum-regular.otf', import.meta.url),
  new URL('../../resources/fonts/texgyrebonum-bold.otf', import.meta.url),
  new URL('../../resources/fonts/Arimo-Regular.ttf', import.meta.url),
  new URL('../../resources/fonts/Arimo-Bold.ttf', import.meta.url),
] as const;

/** The folder in which the stamp's fonts lie. */
export const fontsFolder = dirname(fileURLToPath(stampFonts[0]));

/** Pages of the sample office as a scanner leaves them (JPEG). */
export interface SampleScans {
  readonly letter: Uint8Array;
  readonly attendance: Uint8Array;
}

/** Reads the sample office's scans. A missing file is a bug of packaging. */
export async function readSampleScans(): Promise<SampleScans> {
  const [letter, attendance] = await Promise.all([
    readFile(new URL('../../resources/sample/surat-warga.jpg', import.meta.url)),
    readFile(new URL('../../resources/sample/daftar-hadir.jpg', import.meta.url)),
  ]);
  return { letter, attendance };
}
