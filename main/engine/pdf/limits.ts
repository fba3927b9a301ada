/**
 * The largest file that is taken in or signed: 100 MB. A file of that size needs 2 to 3 seconds and up to eight times
 * its size in memory for a moment, which a PC with 4 GB just has.
 */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

export const BYTES_PER_MEGABYTE = 1024 * 1024;
