import { shareFailure } from '#main/engine/share/share-failure.ts';
import { isSharePath } from '#main/engine/share/share-fs.ts';
import type {
  ShareAnswer,
  ShareCounters,
  ShareFailure,
  ShareFs,
  ShareListing,
  ShareStat,
} from '#main/engine/share/share-fs.ts';
import { ShareTally } from '#main/engine/share/share-tally.ts';
import type { CountedOperation } from '#main/engine/share/share-tally.ts';

import { folderOf } from './fake-disk.ts';
import type { FakeDisk, FakeFile } from './fake-disk.ts';
import type { FakeServer } from './fake-server.ts';
import type { FaultName } from './faults.ts';

const DONE: ShareAnswer<null> = { ok: true, value: null };
const failures: readonly ShareFailure[] = ['timeout', 'io', 'busy'];

function failed(failure: ShareFailure, detail: string): ShareAnswer<never> {
  return shareFailure(failure, detail);
}

export interface FakeShareOptions {
  readonly viewer: string;
  /** Whether a rename onto an existing name is denied, as Windows does, or replaces it, as POSIX does. */
  readonly replaces: boolean;
  /** Comes true when this PC's next operation may be carried out. */
  readonly turn: (viewer: string) => Promise<void>;
}

/**
 * One PC's way to the fake server, with everything that may go wrong on it. Faults are drawn from the server's rates
 * and counted; what is answered is what a `ShareFs` over a real mount would answer.
 */
export class FakeShare implements ShareFs {
  readonly #server: FakeServer;
  readonly #viewer: string;
  readonly #replaces: boolean;
  readonly #turn: (viewer: string) => Promise<void>;
  readonly #tally = new ShareTally();

  constructor(server: FakeServer, { viewer, replaces, turn }: FakeShareOptions) {
    this.#server = server;
    this.#viewer = viewer;
    this.#replaces = replaces;
    this.#turn = turn;
  }

  async counters(): Promise<ShareCounters> {
    return this.#tally.counters();
  }

  async list(folder: string): Promise<ShareAnswer<ShareListing>> {
    await this.#begin('list', folder);
    const disk = this.#diskOf();
    if (disk === null || !disk.hasFolder(folder)) return failed('missing', 'ENOENT');
    const now = [...(disk.folders.get(folder) ?? [])];
    if (disk !== this.#server.disk) return { ok: true, value: { names: now, truncated: false } };
    let names = now.filter((name) => this.#sees(folder === '' ? name : `${folder}/${name}`));
    const old = this.#server.oldListing(folder);
    this.#server.rememberListing(folder);
    if (old !== null && old.join('/') !== now.join('/') && this.#fires('stale-listing')) names = [...old];
    if (folder !== '' && names.length > 0 && this.#fires('folded-case')) {
      names = names.map((name) => name.toUpperCase());
    }
    return { ok: true, value: { names, truncated: false } };
  }

  async read(path: string, limit: number): Promise<ShareAnswer<Uint8Array>> {
    await this.#begin('read', path);
    const file = this.#find(path);
    if (file === null) return failed('missing', 'ENOENT');
    if (this.#fires('busy-read')) return failed('busy', 'EBUSY');
    const torn = file.by !== this.#viewer && file.tornUntil > this.#server.tick;
    if (torn) this.#server.counts.add('torn-file');
    const bytes = torn ? file.bytes.subarray(0, file.tornLength) : file.bytes;
    if (bytes.length > limit) return failed('too-large', '');
    this.#tally.moved(path, bytes.length, 0);
    return { ok: true, value: Buffer.from(bytes) };
  }

  async stat(path: string): Promise<ShareAnswer<ShareStat>> {
    await this.#begin('stat', path);
    const file = this.#find(path);
    if (file !== null) return { ok: true, value: { size: file.bytes.length, modified: file.modified } };
    const folder = this.#diskOf()?.hasFolder(path) === true;
    return folder
      ? { ok: true, value: { size: 0, modified: this.#server.clock } }
      : failed('missing', 'ENOENT');
  }

  async writeNew(path: string, bytes: Uint8Array, becomes = path): Promise<ShareAnswer<null>> {
    await this.#begin('write', path, becomes);
    const content = Buffer.from(bytes);
    return this.#change('reply-lost-write', (disk) => {
      if (!disk.hasFolder(folderOf(path))) return failed('missing', 'ENOENT');
      if (this.#server.modeFor(this.#viewer) === 'full') return this.#refused('share-full', 'full', 'ENOSPC');
      if (disk.exists(path)) return failed('exists', 'EEXIST');
      this.#server.canaries.look(path, content);
      if (this.#fires('partial-temp')) {
        disk.put(path, this.#fileOf(content.subarray(0, this.#server.random.below(content.length))));
        return failed('io', 'EIO');
      }
      const file = this.#fileOf(content);
      if (this.#fires('non-exclusive-create')) file.bytes = this.#bytesOfAnother(content);
      disk.put(path, file);
      this.#tally.moved(becomes, 0, content.length);
      return DONE;
    });
  }

  async makeFolder(path: string): Promise<ShareAnswer<null>> {
    await this.#begin('mkdir', path);
    return this.#change('reply-lost-mkdir', (disk) => {
      if (!disk.hasFolder(folderOf(path))) return failed('missing', 'ENOENT');
      if (disk.exists(path)) return failed('exists', 'EEXIST');
      disk.makeFolder(path);
      return DONE;
    });
  }

  async rename(from: string, to: string): Promise<ShareAnswer<null>> {
    await this.#begin('rename', from, to);
    if (!isSharePath(to)) throw new RangeError(`not a path of the share: ${to}`);
    if (this.#fires('busy-rename')) return failed('busy', 'EBUSY');
    if (this.#fires('denied-rename')) return failed('denied', 'EPERM');
    return this.#change('reply-lost-rename', (disk) => {
      const file = disk.files.get(from);
      if (file === undefined || !disk.hasFolder(folderOf(to))) return failed('missing', 'ENOENT');
      if (disk.exists(to) && !this.#replaces) return this.#refused('denied-replace', 'denied', 'EPERM');
      disk.remove(from);
      this.#becomesVisible(file);
      disk.put(to, file);
      return DONE;
    });
  }

  async remove(path: string): Promise<ShareAnswer<null>> {
    await this.#begin('remove', path);
    if (this.#fires('busy-remove')) return failed('busy', 'EBUSY');
    if (this.#fires('denied-remove')) return failed('denied', 'EPERM');
    return this.#change('reply-lost-remove', (disk) => {
      const file = disk.files.get(path);
      if (file === undefined) return failed('missing', 'ENOENT');
      disk.remove(path);
      this.#server.noteRemoved(path, file);
      return DONE;
    });
  }

  async #begin(operation: CountedOperation, path: string, countedAs = path): Promise<void> {
    if (path !== '' && !isSharePath(path)) throw new RangeError(`not a path of the share: ${path}`);
    await this.#turn(this.#viewer);
    this.#server.advance();
    this.#tally.count(operation, countedAs);
  }

  /** What stands in the share's place for this PC; null when nothing does. */
  #diskOf(): FakeDisk | null {
    const mode = this.#server.modeFor(this.#viewer);
    if (mode === 'gone') this.#server.counts.add('share-gone');
    if (mode === 'empty') this.#server.counts.add('share-empty');
    if (mode === 'foreign') this.#server.counts.add('share-foreign');
    if (mode === 'gone') return null;
    if (mode === 'empty') return this.#server.empty;
    return mode === 'foreign' ? this.#server.foreign : this.#server.disk;
  }

  #sees(path: string): boolean {
    const file = this.#server.disk.files.get(path);
    if (file === undefined || (file.seenFrom.get(this.#viewer) ?? 0) <= this.#server.tick) return true;
    this.#server.counts.add('late-arrival');
    return false;
  }

  #find(path: string): FakeFile | null {
    const disk = this.#diskOf();
    const file = disk?.files.get(path);
    if (disk === null || file === undefined || (disk === this.#server.disk && !this.#sees(path))) return null;
    if (this.#server.modeFor(this.#viewer) !== 'swapped' || !path.endsWith('/genesis.json')) return file;
    this.#server.counts.add('genesis-swapped');
    return { ...file, bytes: this.#server.foreignGenesis };
  }

  /** Carries out a change: at once, later, or with its answer lost on the way. */
  #change(replyLost: FaultName, perform: (disk: FakeDisk) => ShareAnswer<null>): ShareAnswer<null> {
    const disk = this.#diskOf();
    if (disk === null) return failed('missing', 'ENOENT');
    if (this.#server.modeFor(this.#viewer) === 'read-only') {
      return this.#refused('share-read-only', 'read-only', 'EROFS');
    }
    if (this.#fires('slow-operation')) {
      this.#server.later(2 + this.#server.random.below(60), () => perform(disk));
      return failed('timeout', 'no answer');
    }
    const answer = perform(disk);
    if (!answer.ok || !this.#fires(replyLost)) return answer;
    return failed(this.#server.random.pick(failures), 'reply lost');
  }

  #refused(fault: FaultName, failure: ShareFailure, detail: string): ShareAnswer<never> {
    this.#server.counts.add(fault);
    return failed(failure, detail);
  }

  #fires(fault: FaultName): boolean {
    const happens = this.#server.happens(fault);
    if (happens) this.#server.counts.add(fault);
    return happens;
  }

  #fileOf(bytes: Uint8Array): FakeFile {
    const { tick, clock, random } = this.#server;
    const { happens } = this.#server;
    const lies = happens('lying-fsync-vanished') || happens('lying-fsync-shortened');
    return {
      bytes,
      by: this.#viewer,
      modified: clock,
      born: tick,
      volatileUntil: lies ? tick + 20 + random.below(200) : 0,
      tornUntil: 0,
      tornLength: 0,
      seenFrom: new Map(),
    };
  }

  /** A file under its final name comes to the others in parts, late, and in another order to each. */
  #becomesVisible(file: FakeFile): void {
    const { tick, random } = this.#server;
    if (this.#server.happens('torn-file')) {
      file.tornUntil = tick + 5 + random.below(80);
      file.tornLength = random.below(file.bytes.length);
    }
    for (const viewer of this.#server.viewers) {
      if (viewer === this.#viewer || !this.#server.happens('late-arrival')) continue;
      file.seenFrom.set(viewer, tick + 3 + random.below(120));
    }
  }

  /** What the other writer of the same name wrote: another file of the share, or as many bytes of nothing. */
  #bytesOfAnother(content: Uint8Array): Uint8Array {
    const others = [...this.#server.disk.files.values()].filter((file) => file.by !== this.#viewer);
    const other = others.length === 0 ? null : this.#server.random.pick(others).bytes;
    return other ?? Buffer.alloc(content.length);
  }
}
