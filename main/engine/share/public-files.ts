import { GENESIS_LIMIT, parseGenesis } from '../log/genesis.ts';
import type { GenesisFault, GenesisFile } from '../log/genesis.ts';
import { decoded, refused } from '../log/decoded.ts';
import type { Decoded } from '../log/decoded.ts';
import { sha256Hex } from '../log/digest.ts';

import { COPIES_LIMIT, officePaths, publicCopy } from './layout.ts';
import type { ShareContext } from './share-context.ts';
import { shareFailure } from './share-failure.ts';
import type { ShareAnswer, ShareFailure, ShareFs } from './share-fs.ts';
import { writeOnce } from './write-once.ts';

/** The bytes of `format.json`. */
export const FORMAT = Buffer.from('{"format":"nirkertas","version":0}');
export const FORMAT_LIMIT = 1024;

/** Whether the bytes are those of a format that this program does not know. */
export function isNewerFormat(bytes: Uint8Array): boolean {
  return /^\{"format":"nirkertas","version":[1-9][0-9]{0,8}\}$/.test(Buffer.from(bytes).toString('latin1'));
}

/** A public file: where it stands, what it must be, and its first reading. */
export interface PublicFile {
  readonly path: string;
  readonly limit: number;
  readonly isWhole: (bytes: Uint8Array) => boolean;
}

/** `format.json` of an office. */
export function formatFile(officeId: string): PublicFile {
  return {
    path: officePaths(officeId).format,
    limit: FORMAT_LIMIT,
    isWhole: (bytes) => FORMAT.equals(bytes),
  };
}

/** `genesis.json` of an office whose genesis is pinned. */
export function genesisFile(officeId: string, genesisHash: string): PublicFile {
  return {
    path: officePaths(officeId).genesis,
    limit: GENESIS_LIMIT,
    isWhole: (bytes) => sha256Hex(bytes) === genesisHash,
  };
}

/** Whether a failure to read says that the file is not what it was, rather than that the share does not answer. */
export function isFileTrouble(failure: ShareFailure): boolean {
  return failure === 'missing' || failure === 'too-large' || failure === 'not-a-file';
}

/**
 * Looks for a whole copy beside a public file that is gone, damaged or swapped: `<name>.r1` and on, written by PCs that
 * know what it was. The first free number is where the next one goes; null when all are taken.
 */
export async function findCopy(
  fs: ShareFs,
  { path, limit, isWhole }: PublicFile,
): Promise<ShareAnswer<{ readonly bytes: Uint8Array | null; readonly free: number | null }>> {
  for (let copy = 1; copy < COPIES_LIMIT; copy += 1) {
    const read = await fs.read(publicCopy(path, copy), limit);
    if (read.ok && isWhole(read.value)) return { ok: true, value: { bytes: read.value, free: null } };
    if (read.ok) continue;
    if (read.failure === 'missing') return { ok: true, value: { bytes: null, free: copy } };
    if (!isFileTrouble(read.failure)) return read;
  }
  return { ok: true, value: { bytes: null, free: null } };
}

/** Writes a public file back beside what stands in its place; nothing when a whole one is there. */
export async function healPublicFile(
  context: Pick<ShareContext, 'fs' | 'paths' | 'writerLog' | 'at'>,
  file: PublicFile,
  bytes: Uint8Array,
): Promise<ShareAnswer<null>> {
  const there = await context.fs.read(file.path, file.limit);
  if (there.ok && file.isWhole(there.value)) return { ok: true, value: null };
  if (!there.ok && !isFileTrouble(there.failure)) return there;
  const found = await findCopy(context.fs, file);
  if (!found.ok) return found;
  if (found.value.bytes !== null) return { ok: true, value: null };
  if (found.value.free === null) return shareFailure('exists', 'every copy is damaged');
  const path = publicCopy(file.path, found.value.free);
  return writeOnce(context, { path, bytes, subject: 'office' });
}

/** Why there is no genesis to join by. `genesis-other`: not the one that the code names. */
export type ReadGenesisFault = GenesisFault | 'genesis-other' | ShareFailure;

/** Reads the genesis that an invitation code names, itself or a copy of it; it must hash to the office id in the code. */
export async function readGenesis(
  fs: ShareFs,
  officeId: string,
): Promise<Decoded<GenesisFile, ReadGenesisFault>> {
  const { genesis: path } = officePaths(officeId);
  const first = await fs.read(path, GENESIS_LIMIT);
  const parsed = first.ok ? parseGenesis(first.value) : refused(first.failure);
  if (parsed.ok && parsed.value.officeId === officeId) return decoded(parsed.value);
  if (!first.ok && !isFileTrouble(first.failure)) return refused(first.failure);
  const isWhole = (bytes: Uint8Array): boolean => {
    const copy = parseGenesis(bytes);
    return copy.ok && copy.value.officeId === officeId;
  };
  const found = await findCopy(fs, { path, limit: GENESIS_LIMIT, isWhole });
  const copy = found.ok && found.value.bytes !== null ? parseGenesis(found.value.bytes) : null;
  if (copy?.ok === true) return decoded(copy.value);
  return parsed.ok ? refused('genesis-other') : parsed;
}
