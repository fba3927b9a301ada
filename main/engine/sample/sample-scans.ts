import { readFile } from 'node:fs/promises';

import { sampleScans } from '../engine-resources.ts';

/** Pages as a scanner leaves them (JPEG). */
export interface SampleScans {
  readonly letter: Uint8Array;
  readonly attendance: Uint8Array;
}

/** Reads the scans from `resources/sample`. A missing file is a bug of packaging. */
export async function readSampleScans(): Promise<SampleScans> {
  const [letter, attendance] = await Promise.all([
    readFile(sampleScans.letter),
    readFile(sampleScans.attendance),
  ]);
  return { letter, attendance };
}
