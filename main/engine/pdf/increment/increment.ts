import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfFile } from '../read/pdf-file.ts';
import { isArray, isInteger, type PdfRef, type PdfValue } from '../read/values.ts';
import type { RevisionView } from '../read/view.ts';
import { pdfBytes, pdfDict, pdfName, pdfRef, pdfStream } from './value.ts';
import { type Chunks, joinChunks, valueToken, writeObject } from './write-value.ts';

type Written = { readonly gen: number; readonly value: PdfValue | string };

/**
 * One revision to be appended to a file (ISO 32000-2, 7.5.6). Objects are changed and added here; `finish` writes them
 * behind the untouched bytes with a cross-reference of the same kind as the file's last one, because readers disagree
 * about files that mix kinds.
 */
export class Increment {
  readonly file: PdfFile;
  readonly view: RevisionView;
  private readonly objects = new Map<number, Written>();
  private size: number;

  constructor(file: PdfFile) {
    const newest = file.revisions.at(-1);
    if (newest === undefined) throw new TypeError('a readable file has at least one revision');
    this.file = file;
    this.view = newest.view;
    // A number that a section lists beyond its own /Size must not be given out a second time.
    let size = 0;
    for (const section of this.view.sections) {
      const stated = section.trailer.entries.get('Size');
      if (isInteger(stated)) size = Math.max(size, stated);
      for (const num of section.entries.keys()) size = Math.max(size, num + 1);
    }
    this.size = size;
  }

  /** A new object number. */
  allocate(): PdfRef {
    this.size += 1;
    return pdfRef(this.size - 1);
  }

  /** The value of an object or reference with the changes made so far. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    if (value !== null && typeof value === 'object' && !isArray(value) && value.kind === 'ref') {
      const changed = this.objects.get(value.num);
      if (changed !== undefined && typeof changed.value !== 'string') return this.resolve(changed.value);
    }
    return this.view.resolve(value);
  }

  /** Changes an object or gives a new one its value. */
  put(ref: PdfRef, value: PdfValue): void {
    this.objects.set(ref.num, { gen: ref.gen, value });
  }

  /** Gives an object its value as text already in PDF syntax, one byte a character. */
  putText(ref: PdfRef, text: string): void {
    this.objects.set(ref.num, { gen: ref.gen, value: text });
  }

  add(value: PdfValue): PdfRef {
    const ref = this.allocate();
    this.put(ref, value);
    return ref;
  }

  /** The whole file with this revision at its end, which is `%%EOF` and a line end. */
  finish(): Uint8Array {
    const { bytes } = this.file;
    const chunks: Chunks = [];
    let at = bytes.length;
    const last = bytes[bytes.length - 1];
    if (last !== 10 && last !== 13) chunks.push('\n');
    const offsets = new Map<number, number>();
    let counted = 0;
    const count = (): number => {
      for (; counted < chunks.length; counted += 1) at += chunks[counted]?.length ?? 0;
      return at;
    };
    const numbers = [...this.objects.keys()].toSorted((a, b) => a - b);
    for (const num of numbers) {
      const written = this.objects.get(num);
      if (written === undefined) continue;
      offsets.set(num, count());
      if (typeof written.value === 'string')
        chunks.push(`${num} ${written.gen} obj\n${written.value}\nendobj\n`);
      else writeObject(num, written.gen, written.value, chunks);
    }
    const start = count();
    const kind = this.view.sections[0]?.kind ?? 'table';
    if (kind === 'table') this.writeTable(numbers, offsets, chunks);
    else this.writeStream(numbers, offsets, start, chunks);
    chunks.push(`startxref\n${start}\n%%EOF\n`);
    return joinChunks([bytes, ...chunks]);
  }

  private trailerEntries(offsets: ReadonlyMap<number, number>): Record<string, PdfValue | undefined> {
    const previous = this.view.sections[0];
    const { entries } = this.view.trailer;
    const id = this.view.resolve(entries.get('ID'));
    const first = isArray(id) ? this.view.resolve(id[0]) : undefined;
    // The second half of /ID changes with every update (14.4).
    const changing = createHash('sha256')
      .update(`${this.file.bytes.length}:${[...offsets].join(' ')}`)
      .digest()
      .subarray(0, 16);
    return {
      Size: this.size,
      Root: entries.get('Root'),
      Info: entries.get('Info'),
      ID: first === undefined ? undefined : [first, pdfBytes(changing)],
      Prev: previous?.start,
    };
  }

  private writeTable(numbers: readonly number[], offsets: ReadonlyMap<number, number>, chunks: Chunks): void {
    let table = 'xref\n';
    for (const run of runsOf(numbers)) {
      table += `${run[0] ?? 0} ${run.length}\n`;
      for (const num of run) {
        const offset = String(offsets.get(num) ?? 0).padStart(10, '0');
        const gen = String(this.objects.get(num)?.gen ?? 0).padStart(5, '0');
        table += `${offset} ${gen} n\r\n`;
      }
    }
    chunks.push(`${table}trailer\n${valueToken(pdfDict(this.trailerEntries(offsets)))}\n`);
  }

  private writeStream(
    numbers: readonly number[],
    offsets: Map<number, number>,
    start: number,
    chunks: Chunks,
  ): void {
    const own = this.allocate();
    offsets.set(own.num, start);
    const listed = [...numbers, own.num];
    const rows = Buffer.alloc(listed.length * 7);
    for (const [row, num] of listed.entries()) {
      rows.writeUInt8(1, row * 7);
      rows.writeUInt32BE(offsets.get(num) ?? 0, row * 7 + 1);
      rows.writeUInt16BE(this.objects.get(num)?.gen ?? 0, row * 7 + 5);
    }
    const dict = pdfDict({
      Type: pdfName('XRef'),
      W: [1, 4, 2],
      Index: [...runsOf(listed)].flatMap((run) => [run[0] ?? 0, run.length]),
      Filter: pdfName('FlateDecode'),
      ...this.trailerEntries(offsets),
    });
    writeObject(own.num, 0, pdfStream(dict, deflateSync(rows)), chunks);
  }
}

/** Runs of consecutive numbers, which is how both kinds of cross-reference list them. */
function* runsOf(numbers: readonly number[]): Generator<readonly number[]> {
  let run: number[] = [];
  for (const num of numbers) {
    const last = run.at(-1);
    if (last !== undefined && num !== last + 1) {
      yield run;
      run = [];
    }
    run.push(num);
  }
  if (run.length > 0) yield run;
}
