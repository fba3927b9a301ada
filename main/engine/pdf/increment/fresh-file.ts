import { PdfSyntaxError } from '../read/limits.ts';
import type { PdfRef, PdfValue } from '../read/values.ts';
import { pdfBytes, pdfDict, pdfRef } from './value.ts';
import { type Chunks, joinChunks, valueToken, writeObject } from './write-value.ts';

const MAX_OBJECTS = 1_000_000;

/** The second line keeps transfer programs from taking the file for text (ISO 32000-2, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** A new file of one revision: objects in order of writing, a plain cross-reference table without gaps, an /ID. */
export class FreshFile {
  private readonly chunks: Chunks = [HEADER];
  private position = HEADER.length;
  /** Position of each object, by number; index 0 is the free list's head. */
  private readonly offsets: number[] = [0];

  allocate(): PdfRef {
    if (this.offsets.length > MAX_OBJECTS) throw new PdfSyntaxError('too many objects', 0, true);
    this.offsets.push(0);
    return pdfRef(this.offsets.length - 1);
  }

  /** Writes an object now. */
  write(ref: PdfRef, value: PdfValue): void {
    this.offsets[ref.num] = this.position;
    const from = this.chunks.length;
    writeObject(ref.num, 0, value, this.chunks);
    for (let at = from; at < this.chunks.length; at += 1) this.position += this.chunks[at]?.length ?? 0;
  }

  add(value: PdfValue): PdfRef {
    const ref = this.allocate();
    this.write(ref, value);
    return ref;
  }

  /** The file. Every allocated object must have been written. `id` is 16 bytes for what the document is (14.4). */
  finish(root: PdfRef, info: PdfRef, id: Uint8Array): Uint8Array {
    const rows = this.offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n\r\n`);
    const trailer = pdfDict({
      Size: this.offsets.length,
      Root: root,
      Info: info,
      ID: [pdfBytes(id), pdfBytes(id)],
    });
    return joinChunks([
      ...this.chunks,
      `xref\n0 ${this.offsets.length}\n0000000000 65535 f\r\n${rows.join('')}`,
      `trailer\n${valueToken(trailer)}\nstartxref\n${this.position}\n%%EOF\n`,
    ]);
  }
}
