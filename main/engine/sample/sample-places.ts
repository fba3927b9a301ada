import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the sample office keeps what lies outside its store. */
export interface SamplePlaces {
  /** Its shared folder, which is there. */
  readonly share: string;
  /** Its recovery kit, which is not there yet. */
  readonly kit: string;
}

/**
 * Makes the places inside the throw-away data folder, without what a filling that was cut off left in them: its office
 * was never kept.
 */
export async function makeSamplePlaces(folder: string): Promise<SamplePlaces> {
  const share = join(folder, 'share');
  const kit = join(folder, 'kunci-pemulihan-contoh.txt');
  await rm(share, { recursive: true, force: true });
  await rm(kit, { force: true });
  await mkdir(share, { recursive: true });
  return { share, kit };
}
