import { createCipheriv, createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A letter that came on paper: what is noted of it, and the file of its scan. */
export interface ScannedLetter {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly number: string;
  readonly subject: string;
}

/** Bytes that look random, are the same for the same seed, and do not compress. */
function seededBytes(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Pixels of a scan's line; a scan's bytes are a whole number of lines. */
const LINE = 512;

/** A PDF (ISO 32000-1, 7.5) of one page that is one grey picture, as a scanner makes them, with these samples. */
function scan(samples: Buffer): Buffer {
  const height = samples.length / LINE;
  const content = 'q 595 0 0 842 0 0 cm /Im0 Do Q';
  const objects: readonly (readonly [string, Buffer | null])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>', null],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', null],
    [
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>',
      null,
    ],
    [`<< /Length ${content.length} >>`, Buffer.from(content, 'latin1')],
    [
      `<< /Type /XObject /Subtype /Image /Width ${LINE} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${samples.length} >>`,
      samples,
    ],
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [index, [dict, stream]] of objects.entries()) {
    offsets.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n${dict}\n`, 'latin1'));
    if (stream !== null) {
      add(Buffer.from('stream\n', 'latin1'));
      add(stream);
      add(Buffer.from('\nendstream\n', 'latin1'));
    }
    add(Buffer.from('endobj\n', 'latin1'));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  add(Buffer.from(end, 'latin1'));
  return Buffer.concat(pieces);
}

/**
 * Writes the scans of so many letters into a folder. The same letters each time.
 *
 * @param bytes of a scan's picture, a multiple of 512; the file has about 700 more
 * @param first number of the first one, so that a folder can be added to
 */
export function scannedLetters(
  folder: string,
  { count, bytes, first = 1 }: { readonly count: number; readonly bytes: number; readonly first?: number },
): readonly ScannedLetter[] {
  if (bytes % LINE !== 0) throw new RangeError(`${bytes} bytes are no whole number of lines of ${LINE}`);
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const name = `surat-${String(n).padStart(6, '0')}`;
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, scan(seededBytes(name, bytes)));
    return {
      name,
      file,
      from: `Sekretariat Daerah ${n % 40}`,
      number: `000.8.6.3/${n}/SETDA`,
      subject: `Undangan rapat koordinasi bukti dukung SPBE nomor ${n}`,
    };
  });
}
