import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

/** What an office scanner is set to. */
const DPI = 200;
const SHEET = { width: 595, height: 842 } as const;

/** Grey pixels, row by row. */
interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** How badly the sheet lay and how tired the lamp is. */
export interface ScanFaults {
  /** Degrees by which the sheet lies askew, clockwise. */
  readonly skew: number;
  /** Standard deviation of the sensor's noise, of 255. */
  readonly noise: number;
}

function poppler(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('pdftoppm', ['-r', String(DPI), '-singlefile', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`pdftoppm (poppler-utils) did not render the letter: ${stderr}`);
}

/** Reads a binary greymap as pdftoppm writes it: magic, width, height and depth, each on a line, then the pixels. */
function readGreymap(bytes: Buffer): Grey {
  const head = /^P5\n(\d+) (\d+)\n255\n/u.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('not a greymap');
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
}

/** A generator of numbers in [0, 1) that is the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The sheet turned about its middle on the scanner's grey lid, with a shadow along its edge and noise over all. */
function scanned(sheet: Grey, { skew, noise }: ScanFaults): Grey {
  const { width, height } = sheet;
  const pixels = new Uint8Array(width * height);
  const random = seeded(20_261_006);
  const [sine, cosine] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)];
  const at = (x: number, y: number) => sheet.pixels[y * width + x] ?? 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = dx * cosine + dy * sine + width / 2;
      const fromY = dy * cosine - dx * sine + height / 2;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      let value = 176;
      if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
        const [fx, fy] = [fromX - left, fromY - top];
        const upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
        const lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
        const edge = Math.min(left, top, width - left, height - top);
        // Ink does not reach full black, paper not full white, and the lamp fades towards the edge.
        value = 34 + (upper * (1 - fy) + lower * fy) * 0.82 - Math.max(0, 40 - edge) * 0.9;
      }
      // The sum of three even spreads has nearly the shape of sensor noise.
      const spread = (random() + random() + random() - 1.5) * 2 * noise;
      pixels[y * width + x] = Math.max(0, Math.min(255, Math.round(value + spread)));
    }
  }
  return { width, height, pixels };
}

/** A PDF of one picture: how poppler is given pixels that it is to write as a JPEG. */
function pictureInPdf({ width, height, pixels }: Grey): Buffer {
  const picture = deflateSync(pixels, { level: 1 });
  const drawing = `q ${SHEET.width} 0 0 ${SHEET.height} 0 0 cm /P Do Q`;
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const object = (body: string, stream?: Uint8Array) => {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0));
    const text = `${offsets.length} 0 obj\n${body}\n`;
    const rest = stream === undefined ? [] : [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')];
    parts.push(Buffer.from(text), ...rest.map((part) => Buffer.from(part)), Buffer.from('endobj\n'));
  };
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  object(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${SHEET.width} ${SHEET.height}] /Contents 4 0 R ` +
      '/Resources << /XObject << /P 5 0 R >> >> >>',
  );
  object(`<< /Length ${drawing.length} >>`, Buffer.from(drawing));
  object(
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray ` +
      `/BitsPerComponent 8 /Filter /FlateDecode /Length ${picture.length} >>`,
    picture,
  );
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/**
 * The first page of a letter as an office scanner hands it over: grey, 200 dpi, a little askew, noisy, JPEG.
 *
 * @throws Error without poppler-utils, which `npm test` installs on Debian
 */
export function scanLetter(pdf: Uint8Array, faults: ScanFaults = { skew: 1.4, noise: 9 }): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'nirkertas-scan-'));
  try {
    writeFileSync(path.join(folder, 'letter.pdf'), pdf);
    poppler(folder, '-gray', 'letter.pdf', 'sheet');
    const picture = scanned(readGreymap(readFileSync(path.join(folder, 'sheet.pgm'))), faults);
    writeFileSync(path.join(folder, 'picture.pdf'), pictureInPdf(picture));
    poppler(folder, '-gray', '-jpeg', '-jpegopt', 'quality=75', 'picture.pdf', 'scan');
    return readFileSync(path.join(folder, 'scan.jpg'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
