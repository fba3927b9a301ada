import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the sample office's shared folder, inside its throw-away data folder; answers its path. */
export async function makeSampleShare(folder: string): Promise<string> {
  const share = join(folder, 'share');
  await mkdir(share, { recursive: true });
  return share;
}
