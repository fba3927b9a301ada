import { parseGenesis } from '../log/genesis.ts';

import { isOfficeFolder, officePaths } from './layout.ts';
import { findCopy, formatFile, genesisFile, isFileTrouble, isNewerFormat } from './public-files.ts';
import type { PublicFile } from './public-files.ts';
import type { ShareAnswer, ShareFailure, ShareFs } from './share-fs.ts';

/** What stands at the share's place. */
export interface ShareInspection {
  /**
   * `offline`: nothing to be had, or nothing of an office. `foreign`: another office's, or a genesis that is not
   * ours with nothing of ours beside it. `newer`: a format that this program does not know. In none of them anything is
   * written.
   */
  readonly state: 'online' | 'offline' | 'foreign' | 'newer';
  /** Ours, but public files are damaged, swapped or gone and no whole copy stands beside them; their paths. */
  readonly damaged: readonly string[];
  /** Ours, but somebody put the genesis of another office in the place of ours. */
  readonly swapped: boolean;
  readonly failure: ShareFailure | null;
}

function inspected(
  state: ShareInspection['state'],
  { damaged = [], swapped = false, failure = null }: Partial<Omit<ShareInspection, 'state'>> = {},
): ShareInspection {
  return { state, damaged, swapped, failure };
}

/** The file's path when neither it nor a copy of it is whole, otherwise nothing. */
async function illOf(
  fs: ShareFs,
  file: PublicFile,
  read: ShareAnswer<Uint8Array>,
): Promise<ShareAnswer<readonly string[]>> {
  if (read.ok && file.isWhole(read.value)) return { ok: true, value: [] };
  if (!read.ok && !isFileTrouble(read.failure)) return read;
  const found = await findCopy(fs, file);
  return found.ok ? { ok: true, value: found.value.bytes === null ? [file.path] : [] } : found;
}

/**
 * Looks whether this is our office's share: two reads when it is and all is well. Writes nothing.
 *
 * @param holdsOurs asked when the genesis is another one: whether something in this folder opens with our keys, which
 *   nothing of another office does. Left out, a swapped genesis without a copy of ours counts as another office's.
 */
export async function inspectShare(
  fs: ShareFs,
  officeId: string,
  genesisHash: string,
  holdsOurs: () => Promise<boolean> = async () => false,
): Promise<ShareInspection> {
  const files = { format: formatFile(officeId), genesis: genesisFile(officeId, genesisHash) };
  const format = await fs.read(files.format.path, files.format.limit);
  if (format.ok && isNewerFormat(format.value)) return inspected('newer');
  // Who waited once for a share that hangs need not wait a second time to know.
  if (!format.ok && format.failure === 'timeout') return inspected('offline', { failure: 'timeout' });
  const genesis = await fs.read(files.genesis.path, files.genesis.limit);
  if (!genesis.ok && !isFileTrouble(genesis.failure)) {
    return inspected('offline', { failure: genesis.failure });
  }
  const illGenesis = await illOf(fs, files.genesis, genesis);
  if (!illGenesis.ok) return inspected('offline', { failure: illGenesis.failure });
  const isIll = illGenesis.value.length > 0;
  const isOther = genesis.ok && !files.genesis.isWhole(genesis.value) && parseGenesis(genesis.value).ok;
  if (isIll) {
    if (isOther && !(await holdsOurs())) return inspected('foreign');
    if (!genesis.ok && genesis.failure === 'missing') {
      const without = await withoutGenesis(fs, officeId);
      if (without !== null) return without;
    }
  }
  const illFormat = await illOf(fs, files.format, format);
  const damaged = [...illGenesis.value, ...(illFormat.ok ? illFormat.value : [])];
  return inspected('online', { damaged, swapped: isOther });
}

/** No genesis: an empty place is offline, another office's folder is foreign, null when ours has lost the file. */
async function withoutGenesis(fs: ShareFs, officeId: string): Promise<ShareInspection | null> {
  const paths = officePaths(officeId);
  const heads = await fs.list(paths.heads);
  if (heads.ok && heads.value.names.length > 0) return null;
  const root = await fs.list('');
  if (!root.ok) return inspected('offline', { failure: root.failure });
  const others = root.value.names.some((name) => isOfficeFolder(name) && name !== paths.root);
  return inspected(others ? 'foreign' : 'offline', { failure: 'missing' });
}
