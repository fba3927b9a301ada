import { open } from 'node:fs/promises';
import { pdfFail, pdfOk, type PdfResult } from '../codes.ts';
import { sizeError } from '../limits.ts';

/**
 * Reads a file that a person chose, after looking at its size: one beyond the limit is refused without being loaded.
 * Errors: `file-empty`, `file-too-large`, `file-unreadable`.
 */
export async function readIncomingFile(path: string): Promise<PdfResult<Uint8Array>> {
  try {
    const handle = await open(path, 'r');
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return pdfFail('file-unreadable', { reason: 'EISDIR' });
      const size = sizeError(stat.size);
      if (size !== undefined) return { ok: false, error: size };
      return pdfOk(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return pdfFail('file-unreadable', { reason });
  }
}
