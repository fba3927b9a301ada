/**
 * Draws the app's icons into resources/icons: `node build/package/draw-icons.ts`. The mark is a letter folded in
 * three, seen from its edge, on a sheet of paper. Run it again when the mark changes; the pictures are kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { projectRoot } from '../bootstrap/project.mjs';

type Colour = readonly [red: number, green: number, blue: number];
type Inside = (x: number, y: number) => boolean;

interface Shape {
  readonly colour: Colour;
  /** Whether a point of the mark's 24 by 24 grid is in the shape. */
  readonly inside: Inside;
}

const accent: Colour = [0x0d, 0x5b, 0x5a];
const fold: Colour = [0x9d, 0xc5, 0xc0];
const paper: Colour = [0xf7, 0xf6, 0xf2];
const urgent: Colour = [0xa3, 0x27, 0x1c];

const rectangle =
  (left: number, top: number, right: number, bottom: number): Inside =>
  (x, y) =>
    x >= left && x < right && y >= top && y < bottom;

const disc =
  (centreX: number, centreY: number, radius: number): Inside =>
  (x, y) =>
    (x - centreX) ** 2 + (y - centreY) ** 2 < radius ** 2;

/** The sheet behind the mark: the whole grid with rounded corners. */
const sheet: Inside = (x, y) => {
  const radius = 5;
  const nearX = Math.min(Math.max(x, radius), 24 - radius);
  const nearY = Math.min(Math.max(y, radius), 24 - radius);
  return (x - nearX) ** 2 + (y - nearY) ** 2 < radius ** 2;
};

/** The mark, drawn at three quarters of the sheet. */
function scaled(inside: Inside): Inside {
  return (x, y) => inside((x - 12) / 0.75 + 12, (y - 12) / 0.75 + 12);
}

/** The fold runs from the head of the left stem to the foot of the right one. */
const slope: Inside = (x, y) => {
  const along = (y - 3) / 18;
  const left = 3.5 + along * 12;
  return y >= 3 && y < 21 && x >= left && x < left + 5;
};

const mark: Shape[] = [
  { colour: paper, inside: sheet },
  { colour: fold, inside: scaled(slope) },
  { colour: accent, inside: scaled(rectangle(3.5, 3, 8.5, 21)) },
  { colour: accent, inside: scaled(rectangle(15.5, 3, 20.5, 21)) },
];
const dot: Shape = { colour: urgent, inside: disc(18.5, 5.5, 5) };

/** Points sampled in each direction of a pixel, for smooth edges. */
const samples = 8;

function pixel(shapes: readonly Shape[], size: number, column: number, row: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = ((column + ((sample % samples) + 0.5) / samples) * 24) / size;
    const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) * 24) / size;
    const top = shapes.findLast((shape) => shape.inside(x, y));
    if (!top) continue;
    for (const [channel, value] of [...top.colour, 255].entries()) sum[channel] = (sum[channel] ?? 0) + value;
  }
  const covered = (sum[3] ?? 0) / 255;
  const colour = sum.slice(0, 3).map((value) => (covered === 0 ? 0 : Math.round(value / covered)));
  return [...colour, Math.round((sum[3] ?? 0) / samples ** 2)];
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A PNG file (RFC 2083), 8 bits a channel with alpha. */
function png(shapes: readonly Shape[], size: number): Buffer {
  const rows = Array.from({ length: size }, (_row, row) =>
    Buffer.from([
      0,
      ...Array.from({ length: size }, (_c, column) => pixel(shapes, size, column, row)).flat(),
    ]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A Windows icon file that holds one PNG of 256 pixels. */
function ico(picture: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, picture]);
}

const folder = path.join(projectRoot, 'resources/icons');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'app.png'), png(mark, 512));
writeFileSync(path.join(folder, 'app.ico'), ico(png(mark, 256)));
writeFileSync(path.join(folder, 'tray.png'), png(mark, 32));
writeFileSync(path.join(folder, 'tray-waiting.png'), png([...mark, dot], 32));
