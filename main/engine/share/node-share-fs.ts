import { constants } from 'node:fs';
import { lstat, mkdir, open, opendir, rename, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { answerOf, shareFailure, systemCode } from './share-failure.ts';
import { isSharePath } from './share-fs.ts';
import type { ShareAnswer, ShareCounters, ShareFs, ShareListing, ShareStat } from './share-fs.ts';

/** Names that we look at in one folder; more is a flood, not an office. */
const NAMES_LIMIT = 20_000;
const PIECE = 1024 * 1024;
/** Slowest share that we wait for, in bytes a millisecond: a large document gets more time than a head. */
const SLOWEST = 256;

/** Not on Windows: do not follow a link, do not wait for the other end of a pipe. */
const OPEN_FOR_READING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Errors with which systems say that they have no flush for this; the outbox outlives them. */
const NO_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EPERM', 'EACCES', 'EBADF']);

export interface NodeShareFsOptions {
  /** Milliseconds that a small operation may take. */
  readonly timeLimitMs?: number;
  /** Names that are looked at in one folder. */
  readonly namesLimit?: number;
}

type Counts = { -readonly [K in keyof ShareCounters]: ShareCounters[K] };

/** The share as a folder of this PC: a mounted network folder, a drive letter, a UNC path. */
export class NodeShareFs implements ShareFs {
  readonly #root: string;
  readonly #timeLimitMs: number;
  readonly #namesLimit: number;
  readonly #counts: Counts = {
    list: 0,
    read: 0,
    write: 0,
    mkdir: 0,
    rename: 0,
    remove: 0,
    bytesRead: 0,
    bytesWritten: 0,
  };

  constructor(root: string, options: NodeShareFsOptions = {}) {
    this.#root = root;
    this.#timeLimitMs = options.timeLimitMs ?? 20_000;
    this.#namesLimit = options.namesLimit ?? NAMES_LIMIT;
  }

  async counters(): Promise<ShareCounters> {
    return { ...this.#counts };
  }

  list(folder: string): Promise<ShareAnswer<ShareListing>> {
    this.#counts.list += 1;
    return this.#limited(folder, 0, async (path) => {
      const names: string[] = [];
      for await (const entry of await opendir(path, { bufferSize: 256 })) {
        if (names.length === this.#namesLimit) return { names, truncated: true };
        names.push(entry.name);
      }
      return { names, truncated: false };
    });
  }

  async read(relative: string, limit: number): Promise<ShareAnswer<Uint8Array>> {
    this.#counts.read += 1;
    const answer = await this.#limited(relative, limit, async (path) => {
      const file = await open(path, OPEN_FOR_READING);
      try {
        return await readWhole(file, limit);
      } finally {
        await file.close();
      }
    });
    if (!answer.ok) return answer;
    if (answer.value === 'not-a-file' || answer.value === 'too-large') return shareFailure(answer.value, '');
    this.#counts.bytesRead += answer.value.length;
    return { ok: true, value: answer.value };
  }

  stat(relative: string): Promise<ShareAnswer<ShareStat>> {
    this.#counts.read += 1;
    return this.#limited(relative, 0, async (path) => {
      const { size, mtimeMs } = await lstat(path);
      return { size, modified: mtimeMs };
    });
  }

  writeNew(relative: string, bytes: Uint8Array): Promise<ShareAnswer<null>> {
    this.#counts.write += 1;
    return this.#limited(relative, bytes.length, async (path) => {
      const file = await open(path, 'wx');
      try {
        try {
          for (let at = 0; at < bytes.length;) {
            const { bytesWritten } = await file.write(bytes, at, Math.min(PIECE, bytes.length - at));
            this.#counts.bytesWritten += bytesWritten;
            at += bytesWritten;
          }
          await flush(file);
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
    this.#counts.mkdir += 1;
    return this.#limited(relative, 0, async (path) => {
      await mkdir(path);
      return null;
    });
  }

  async rename(from: string, to: string): Promise<ShareAnswer<null>> {
    this.#counts.rename += 1;
    if (!isSharePath(to)) throw new RangeError(`not a path of the share: ${to}`);
    return this.#limited(from, 0, async (path) => {
      const target = join(this.#root, to);
      await rename(path, target);
      await flushFolder(join(target, '..'));
      return null;
    });
  }

  remove(relative: string): Promise<ShareAnswer<null>> {
    this.#counts.remove += 1;
    return this.#limited(relative, 0, async (path) => {
      await unlink(path);
      return null;
    });
  }

  /** Runs one operation on a checked path; answers `timeout` when it does not end in time. */
  async #limited<T>(
    relative: string,
    bytes: number,
    operation: (path: string) => Promise<T>,
  ): Promise<ShareAnswer<T>> {
    if (relative !== '' && !isSharePath(relative))
      throw new RangeError(`not a path of the share: ${relative}`);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ShareAnswer<never>>((resolve) => {
      const limit = this.#timeLimitMs + bytes / SLOWEST;
      timer = setTimeout(() => resolve(shareFailure('timeout', 'no answer')), limit);
    });
    const done = operation(join(this.#root, relative)).then(
      (value): ShareAnswer<T> => ({ ok: true, value }),
      (error: unknown) => answerOf(error),
    );
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Reads to the end whatever size the listing or the file system claims, but never more than `limit`. */
async function readWhole(file: FileHandle, limit: number): Promise<Uint8Array | 'not-a-file' | 'too-large'> {
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
  }
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
