import { constants } from 'node:fs';
import { lstat, mkdir, open, opendir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { systemCode } from '../system-code.ts';

import { answerOf, shareFailure } from './share-failure.ts';
import { isSharePath } from './share-fs.ts';
import type { ShareAnswer, ShareCounters, ShareFs, ShareListing, ShareStat } from './share-fs.ts';
import { FLUSH_EVERY, PIECE } from './share-pace.ts';
import { ShareTally } from './share-tally.ts';
import type { CountedOperation } from './share-tally.ts';

/** Names that we look at in one folder; more is a flood, not an office. */
const NAMES_LIMIT = 20_000;
/** Names after which a listing says that it goes on. */
const NAMES_PIECE = 256;

/** Not on Windows: do not follow a link, do not wait for the other end of a pipe. */
const OPEN_FOR_READING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Errors with which systems say that they have no flush for this; the outbox outlives them. */
const NO_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

export interface NodeShareFsOptions {
  /** Names that are looked at in one folder. */
  readonly namesLimit?: number;
  /** Told as an operation goes on: bytes read and written since it was last told. */
  readonly moved?: (bytesRead: number, bytesWritten: number) => void;
}

/**
 * The share as a folder of this PC: a mounted network folder, a drive letter, a UNC path. It waits for as long as the
 * mount does; who may meet one that hangs asks it through a process (`HostedShare`).
 */
export class NodeShareFs implements ShareFs {
  readonly #root: string;
  readonly #namesLimit: number;
  readonly #moved: (bytesRead: number, bytesWritten: number) => void;
  readonly #tally = new ShareTally();

  constructor(root: string, options: NodeShareFsOptions = {}) {
    this.#root = root;
    this.#namesLimit = options.namesLimit ?? NAMES_LIMIT;
    this.#moved = options.moved ?? (() => undefined);
  }

  async counters(): Promise<ShareCounters> {
    return this.#tally.counters();
  }

  list(folder: string): Promise<ShareAnswer<ShareListing>> {
    return this.#done('list', folder, folder, async (path) => {
      const names: string[] = [];
      for await (const entry of await opendir(path, { bufferSize: NAMES_PIECE })) {
        if (names.length === this.#namesLimit) return { names, truncated: true };
        names.push(entry.name);
        if (names.length % NAMES_PIECE === 0) this.#moved(0, 0);
      }
      return { names, truncated: false };
    });
  }

  async read(relative: string, limit: number): Promise<ShareAnswer<Uint8Array>> {
    const answer = await this.#done('read', relative, relative, async (path) => {
      const file = await open(path, OPEN_FOR_READING);
      try {
        return await readWhole(file, limit, (bytes) => {
          this.#tally.moved(relative, bytes, 0);
          this.#moved(bytes, 0);
        });
      } finally {
        await file.close();
      }
    });
    if (!answer.ok) return answer;
    if (answer.value === 'not-a-file' || answer.value === 'too-large') return shareFailure(answer.value, '');
    return { ok: true, value: answer.value };
  }

  stat(relative: string): Promise<ShareAnswer<ShareStat>> {
    return this.#done('stat', relative, relative, async (path) => {
      const { size, mtimeMs } = await lstat(path);
      return { size, modified: mtimeMs };
    });
  }

  writeNew(relative: string, bytes: Uint8Array, becomes = relative): Promise<ShareAnswer<null>> {
    return this.#done('write', relative, becomes, async (path) => {
      const file = await open(path, 'wx');
      try {
        try {
          await writeWhole(file, bytes, (written) => {
            this.#tally.moved(becomes, 0, written);
            this.#moved(0, written);
          });
        } finally {
          await file.close();
        }
      } catch (error) {
        // A full share must not fill up with halves. Best effort: a temp that stays is swept later.
        await unlink(path).catch(() => undefined);
        throw error;
      }
      return null;
    });
  }

  makeFolder(relative: string): Promise<ShareAnswer<null>> {
    return this.#done('mkdir', relative, relative, async (path) => {
      await mkdir(path);
      return null;
    });
  }

  async rename(from: string, to: string): Promise<ShareAnswer<null>> {
    if (!isSharePath(to)) throw new RangeError(`not a path of the share: ${to}`);
    return this.#done('rename', from, to, async (path) => {
      const target = join(this.#root, to);
      await rename(path, target);
      await flushFolder(join(target, '..'));
      return null;
    });
  }

  remove(relative: string): Promise<ShareAnswer<null>> {
    return this.#done('remove', relative, relative, async (path) => {
      await unlink(path);
      return null;
    });
  }

  /** Counts and runs one operation on a checked path. */
  async #done<T>(
    counted: CountedOperation,
    relative: string,
    countedAs: string,
    operation: (path: string) => Promise<T>,
  ): Promise<ShareAnswer<T>> {
    if (relative !== '' && !isSharePath(relative))
      throw new RangeError(`not a path of the share: ${relative}`);
    this.#tally.count(counted, countedAs);
    try {
      return { ok: true, value: await operation(join(this.#root, relative)) };
    } catch (error) {
      return answerOf(error);
    }
  }
}

/** Reads to the end whatever size the listing or the file system claims, but never more than `limit`. */
async function readWhole(
  file: FileHandle,
  limit: number,
  moved: (bytes: number) => void,
): Promise<Uint8Array | 'not-a-file' | 'too-large'> {
  const stat = await file.stat();
  if (!stat.isFile()) return 'not-a-file';
  if (stat.size > limit) return 'too-large';
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    // One byte more than expected shows the end without a second round when the size was right.
    const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(stat.size - total, 0) + 1));
    const { bytesRead } = await file.read(piece, 0, piece.length, total);
    if (bytesRead === 0)
      return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    total += bytesRead;
    if (total > limit) return 'too-large';
    pieces.push(piece.subarray(0, bytesRead));
    moved(bytesRead);
  }
}

/** Writes and flushes in stretches, so that a slow share shows that it goes on. */
async function writeWhole(
  file: FileHandle,
  bytes: Uint8Array,
  moved: (bytes: number) => void,
): Promise<void> {
  let unflushed = 0;
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(PIECE, bytes.length - at));
    at += bytesWritten;
    unflushed += bytesWritten;
    if (unflushed >= FLUSH_EVERY && at < bytes.length) {
      await flush(file);
      unflushed = 0;
    }
    moved(bytesWritten);
  }
  await flush(file);
}

async function flush(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    if (!NO_FLUSH.has(systemCode(error) ?? '')) throw error;
  }
}

/** Makes a rename durable where folders can be flushed; where not, the outbox is kept until it was read again. */
async function flushFolder(path: string): Promise<void> {
  let folder: FileHandle;
  try {
    folder = await open(path, constants.O_RDONLY);
  } catch {
    return;
  }
  try {
    await flush(folder);
  } finally {
    await folder.close();
  }
}
