import type { PdfError } from './codes.ts';

/**
 * The largest file that is taken in or signed: 100 MB. A file of that size needs 2 to 3 seconds and up to eight times
 * its size in memory for a moment, which a PC with 4 GB just has.
 */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** The error for a file that is beyond the size limit or empty. */
export function sizeError(bytes: number): PdfError | undefined {
  if (bytes === 0) return { code: 'file-empty' };
  if (bytes <= MAX_FILE_BYTES) return undefined;
  const megabytes = Math.ceil(bytes / BYTES_PER_MEGABYTE);
  return {
    code: 'file-too-large',
    params: { megabytes, limitMegabytes: MAX_FILE_BYTES / BYTES_PER_MEGABYTE },
  };
}
