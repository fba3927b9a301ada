import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one office's folder on a share, whatever else stands there. */
export function folderOn(share: string): string {
  const [name = ''] = readdirSync(share).filter((entry) => entry.startsWith('nirkertas-'));
  return join(share, name);
}
