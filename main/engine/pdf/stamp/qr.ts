import { encode } from 'uqr';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { realToken } from '../increment/write-value.ts';

/** Bytes that a QR of a stamp's size can hold and a phone still read: version 12 at error correction M. */
export const MAX_QR_BYTES = 287;

/** White modules around the code; the standard's four are there together with the stamp's own margin. */
const QUIET_ZONE = 2;

/**
 * Drawing operators for a QR in a square of `side` points whose lower left corner is (x, y): a white ground and all dark
 * modules as one filled path, so that it stays sharp at any size. Error: `stamp-qr-too-long`.
 */
export function drawQr(payload: string, x: number, y: number, side: number): PdfResult<string> {
  const bytes = Buffer.byteLength(payload, 'utf8');
  if (bytes > MAX_QR_BYTES) return pdfFail('stamp-qr-too-long', { bytes });
  const { data, size } = encode(payload, { ecc: 'M', border: 0, boostEcc: true });
  const module = side / size;
  const n = (value: number): string => realToken(Math.round(value * 1000) / 1000);
  const ground = QUIET_ZONE * module;
  const operators = [
    `1 g ${n(x - ground)} ${n(y - ground)} ${n(side + 2 * ground)} ${n(side + 2 * ground)} re f`,
    '0 g',
  ];
  for (const [row, modules] of data.entries()) {
    // One rectangle for each run of dark modules; a hair of overlap keeps viewers from drawing white seams.
    for (let start = 0; start < size; start += 1) {
      if (!modules[start]) continue;
      let end = start;
      while (end < size && modules[end]) end += 1;
      const top = y + side - (row + 1) * module;
      operators.push(
        `${n(x + start * module)} ${n(top)} ${n((end - start) * module)} ${n(module + 0.01)} re`,
      );
      start = end;
    }
  }
  operators.push('f');
  return pdfOk(operators.join('\n'));
}
