import { GENESIS_LIMIT } from '../log/genesis.ts';
import type { GenesisFile } from '../log/genesis.ts';

import { OFFICE_FOLDERS, officePaths } from './layout.ts';
import type { OfficePaths } from './layout.ts';
import { FORMAT } from './public-files.ts';
import type { AtPoint } from './share-context.ts';
import { shareFailure } from './share-failure.ts';
import type { ShareAnswer, ShareFs } from './share-fs.ts';
import { writeOnce } from './write-once.ts';

export interface NewOfficeFolder {
  readonly fs: ShareFs;
  readonly genesis: GenesisFile;
  /** Log of the founder. */
  readonly writerLog: string;
  readonly at: AtPoint;
}

/**
 * Makes the office's folder on the share; the one place in the program that does. The share itself must be
 * there. Called again after a crash it goes on where it stopped; a genesis of other bytes is left alone and
 * answered with `exists`. The genesis comes last: a folder without one is not an office yet.
 */
export async function createOfficeFolder(office: NewOfficeFolder): Promise<ShareAnswer<null>> {
  const { fs, genesis } = office;
  const paths = officePaths(genesis.officeId);
  for (const folder of [paths.root, ...OFFICE_FOLDERS.map((name) => `${paths.root}/${name}`)]) {
    const made = await fs.makeFolder(folder);
    if (!made.ok && made.failure !== 'exists') return made;
  }
  const format = await writeIfAbsent(office, paths, paths.format, FORMAT);
  return format.ok ? writeIfAbsent(office, paths, paths.genesis, genesis.bytes) : format;
}

async function writeIfAbsent(
  { fs, writerLog, at }: NewOfficeFolder,
  paths: OfficePaths,
  path: string,
  bytes: Uint8Array,
): Promise<ShareAnswer<null>> {
  const there = await fs.read(path, GENESIS_LIMIT);
  if (there.ok) {
    return Buffer.from(there.value).equals(bytes)
      ? { ok: true, value: null }
      : shareFailure('exists', 'other content');
  }
  if (there.failure !== 'missing') return there;
  return writeOnce({ fs, paths, writerLog, at }, { path, bytes, subject: 'office' });
}
