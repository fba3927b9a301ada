import { PdfSyntaxError } from './limits.ts';
import { isInteger, type PdfDict } from './values.ts';

const parameter = (parameters: PdfDict | undefined, key: string, otherwise: number): number => {
  const value = parameters?.entries.get(key);
  return isInteger(value) && value > 0 ? value : otherwise;
};

const paeth = (left: number, up: number, corner: number): number => {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

const undoPng = (data: Uint8Array, rowLength: number, pixel: number): Uint8Array => {
  const rows = Math.ceil(data.length / (rowLength + 1));
  const out = new Uint8Array(rows * rowLength);
  let length = 0;
  for (let row = 0; row < rows; row += 1) {
    const source = row * (rowLength + 1);
    const target = row * rowLength;
    const kind = data[source] ?? 0;
    if (kind > 4) throw new PdfSyntaxError('unknown PNG row filter', 0);
    const count = Math.min(rowLength, data.length - source - 1);
    for (let index = 0; index < count; index += 1) {
      const raw = data[source + 1 + index] ?? 0;
      const left = index >= pixel ? (out[target + index - pixel] ?? 0) : 0;
      const up = row > 0 ? (out[target - rowLength + index] ?? 0) : 0;
      const corner = row > 0 && index >= pixel ? (out[target - rowLength + index - pixel] ?? 0) : 0;
      let predicted = 0;
      if (kind === 1) predicted = left;
      else if (kind === 2) predicted = up;
      else if (kind === 3) predicted = (left + up) >> 1;
      else if (kind === 4) predicted = paeth(left, up, corner);
      out[target + index] = (raw + predicted) & 255;
    }
    length = target + Math.max(0, count);
  }
  return out.subarray(0, length);
};

const undoTiff = (data: Uint8Array, rowLength: number, colors: number): Uint8Array => {
  const out = Uint8Array.from(data);
  for (let position = 0; position < out.length; position += 1)
    if (position % rowLength >= colors)
      out[position] = ((out[position] ?? 0) + (out[position - colors] ?? 0)) & 255;
  return out;
};

/** Undoes the predictor of Flate and LZW data (7.4.4.4): PNG of any depth, TIFF of eight bits. */
export const undoPredictor = (data: Uint8Array, parameters: PdfDict | undefined): Uint8Array => {
  const predictor = parameter(parameters, 'Predictor', 1);
  if (predictor === 1) return data;
  const colors = parameter(parameters, 'Colors', 1);
  const bits = parameter(parameters, 'BitsPerComponent', 8);
  const columns = parameter(parameters, 'Columns', 1);
  const rowLength = Math.ceil((colors * bits * columns) / 8);
  if (colors > 32 || bits > 16 || rowLength > 1 << 24) throw new PdfSyntaxError('predictor out of range', 0);
  if (predictor >= 10 && predictor <= 15) return undoPng(data, rowLength, Math.max(1, (colors * bits) >> 3));
  if (predictor === 2 && bits === 8) return undoTiff(data, rowLength, colors);
  throw new PdfSyntaxError('predictor not supported here', 0);
};
