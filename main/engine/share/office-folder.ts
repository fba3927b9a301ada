import { GENESIS_LIMIT, parseGenesis } from '../log/genesis.ts';
import type { GenesisFault, GenesisFile } from '../log/genesis.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';

import { isOfficeFolder, OFFICE_FOLDERS, officePaths } from './layout.ts';
import type { OfficePaths } from './layout.ts';
import type { AtPoint } from './share-context.ts';
import { shareFailure } from './share-failure.ts';
import type { ShareAnswer, ShareFailure, ShareFs } from './share-fs.ts';
import { writeOnce } from './write-once.ts';

const FORMAT = Buffer.from('{"format":"nirkertas","version":0}');
const FORMAT_LIMIT = 1024;

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

/** What stands at the share's place. */
export interface ShareInspection {
  /**
   * `offline`: nothing to be had, or nothing of an office. `foreign`: another office's, or a genesis that is not
   * ours. `newer`: a format that this program does not know. In none of them anything is written.
   */
  readonly state: 'online' | 'offline' | 'foreign' | 'newer';
  /** Ours, but a public file is damaged or gone; its path. Everything else still proves itself. */
  readonly damaged: string | null;
  readonly failure: ShareFailure | null;
}

function inspected(
  state: ShareInspection['state'],
  { damaged = null, failure = null }: Partial<Omit<ShareInspection, 'state'>> = {},
): ShareInspection {
  return { state, damaged, failure };
}

/** Looks whether this is our office's share: two reads when it is. Writes nothing. */
export async function inspectShare(
  fs: ShareFs,
  officeId: string,
  genesisHash: string,
): Promise<ShareInspection> {
  const paths = officePaths(officeId);
  const format = await fs.read(paths.format, FORMAT_LIMIT);
  if (format.ok && isNewerFormat(format.value)) return inspected('newer');
  // Who waited once for a share that hangs need not wait a second time to know.
  if (!format.ok && format.failure === 'timeout') return inspected('offline', { failure: 'timeout' });
  const genesis = await fs.read(paths.genesis, GENESIS_LIMIT);
  if (genesis.ok) {
    const parsed = parseGenesis(genesis.value);
    if (parsed.ok) {
      if (parsed.value.hash !== genesisHash) return inspected('foreign');
      const whole = format.ok && FORMAT.equals(format.value);
      return inspected('online', { damaged: whole ? null : paths.format });
    }
    return inspected('online', { damaged: paths.genesis });
  }
  if (genesis.failure === 'too-large' || genesis.failure === 'not-a-file') {
    return inspected('online', { damaged: paths.genesis });
  }
  if (genesis.failure !== 'missing') return inspected('offline', { failure: genesis.failure });
  return withoutGenesis(fs, paths);
}

function isNewerFormat(bytes: Uint8Array): boolean {
  const match = /^\{"format":"nirkertas","version":([1-9][0-9]{0,8})\}$/.exec(
    Buffer.from(bytes).toString('latin1'),
  );
  return match !== null;
}

/** No genesis: an empty place is offline, another office's folder is foreign, ours with its logs has lost a file. */
async function withoutGenesis(fs: ShareFs, paths: OfficePaths): Promise<ShareInspection> {
  const heads = await fs.list(paths.heads);
  if (heads.ok && heads.value.names.length > 0) return inspected('online', { damaged: paths.genesis });
  const root = await fs.list('');
  if (!root.ok) return inspected('offline', { failure: root.failure });
  const others = root.value.names.some((name) => isOfficeFolder(name) && name !== paths.root);
  return inspected(others ? 'foreign' : 'offline', { failure: 'missing' });
}

/** Why there is no genesis to join by. `genesis-other`: not the one that the code names. */
export type ReadGenesisFault = GenesisFault | 'genesis-other' | ShareFailure;

/** Reads the genesis that an invitation code names; it must hash to the office id in the code. */
export async function readGenesis(
  fs: ShareFs,
  officeId: string,
): Promise<Decoded<GenesisFile, ReadGenesisFault>> {
  const bytes = await fs.read(officePaths(officeId).genesis, GENESIS_LIMIT);
  if (!bytes.ok) return refused(bytes.failure);
  const genesis = parseGenesis(bytes.value);
  if (!genesis.ok) return genesis;
  return genesis.value.officeId === officeId ? decoded(genesis.value) : refused('genesis-other');
}
