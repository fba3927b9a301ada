import type { Random } from '#main/engine/audit/seed/random.ts';

import type { CanaryWatch } from './canary.ts';
import { FakeDisk, settledFile } from './fake-disk.ts';
import type { FakeFile } from './fake-disk.ts';
import type { Counts, FaultName } from './faults.ts';

/** What stands where a PC expects the share. */
export type ShareMode = 'here' | 'gone' | 'empty' | 'foreign' | 'swapped' | 'read-only' | 'full';

export interface FakeServerOptions {
  readonly disk: FakeDisk;
  /** A share of another office. */
  readonly foreign: FakeDisk;
  readonly foreignGenesis: Uint8Array;
  readonly random: Random;
  readonly counts: Counts;
  readonly canaries: CanaryWatch;
  /** Chance of a fault at each operation where it can happen; 0 for what is not named. */
  readonly rates: Partial<Record<FaultName, number>>;
  /** Names of all PCs. */
  readonly viewers: string[];
}

interface LateOperation {
  readonly tick: number;
  readonly run: () => void;
}

const LISTINGS_KEPT = 12;

/** The server behind all PCs' ways to the share. Time goes in ticks: one for each operation. */
export class FakeServer {
  readonly disk: FakeDisk;
  readonly foreign: FakeDisk;
  readonly empty = new FakeDisk();
  readonly foreignGenesis: Uint8Array;
  readonly random: Random;
  readonly counts: Counts;
  readonly canaries: CanaryWatch;
  readonly viewers: string[];
  tick = 0;
  /** By the server's own clock, which is nobody's. */
  clock = Date.UTC(2026, 9, 5);
  #faulty = true;
  readonly #rates: Partial<Record<FaultName, number>>;
  readonly #modes = new Map<string, ShareMode>();
  readonly #late: LateOperation[] = [];
  readonly #listings = new Map<string, string[][]>();
  readonly #replacedHeads: [path: string, bytes: Uint8Array][] = [];

  constructor(options: FakeServerOptions) {
    this.disk = options.disk;
    this.foreign = options.foreign;
    this.foreignGenesis = options.foreignGenesis;
    this.random = options.random;
    this.counts = options.counts;
    this.canaries = options.canaries;
    this.viewers = options.viewers;
    this.#rates = options.rates;
  }

  /** Time goes on; what was slow is done now. */
  advance(): void {
    this.tick += 1;
    this.clock += 1000;
    for (let at = this.#late.length - 1; at >= 0; at -= 1) {
      const operation = this.#late[at];
      if (operation === undefined || operation.tick > this.tick) continue;
      this.#late.splice(at, 1);
      operation.run();
    }
  }

  /** Whether this fault happens here and now; it is counted by whoever lets it. */
  readonly happens = (fault: FaultName): boolean => {
    const rate = this.#rates[fault] ?? 0;
    return this.#faulty && rate > 0 && this.random.chance(rate);
  };

  later(ticks: number, run: () => void): void {
    this.#late.push({ tick: this.tick + ticks, run });
  }

  modeFor(viewer: string): ShareMode {
    return this.#modes.get(viewer) ?? 'here';
  }

  setMode(viewer: string, mode: ShareMode): void {
    this.#modes.set(viewer, mode);
  }

  /** Faults end: everything slow is done, everything torn whole, everything hidden seen. */
  calm(): void {
    this.#faulty = false;
    this.#modes.clear();
    for (const { run } of this.#late.splice(0)) run();
    for (const file of this.disk.files.values()) {
      file.tornUntil = 0;
      file.volatileUntil = 0;
      file.seenFrom.clear();
    }
  }

  /** Remembers how a folder looked, for listings that come from a cache. */
  rememberListing(folder: string): void {
    const kept = this.#listings.get(folder) ?? [];
    kept.push([...(this.disk.folders.get(folder) ?? [])]);
    if (kept.length > LISTINGS_KEPT) kept.shift();
    this.#listings.set(folder, kept);
  }

  /** How a folder looked some time ago; null when nobody looked. */
  oldListing(folder: string): readonly string[] | null {
    const kept = this.#listings.get(folder) ?? [];
    return kept.length === 0 ? null : this.random.pick(kept);
  }

  /** Somebody else sees the share from now on; what stands there already they see as it is. */
  join(viewer: string): void {
    this.viewers.push(viewer);
  }

  noteRemoved(path: string, file: FakeFile): void {
    if (path.includes('/heads/')) this.#replacedHeads.push([path, file.bytes]);
  }

  /** The server loses power: what it only said to be flushed is gone or shorter. */
  losePower(): void {
    for (const [path, file] of [...this.disk.files]) {
      if (file.volatileUntil <= this.tick) continue;
      if (this.random.chance(0.5)) {
        this.disk.remove(path);
        this.counts.add('lying-fsync-vanished');
      } else {
        file.bytes = file.bytes.subarray(0, this.random.below(file.bytes.length));
        file.volatileUntil = 0;
        this.counts.add('lying-fsync-shortened');
      }
    }
  }

  /** Files of the office that a stranger may touch: all but the two public ones, whose loss is another test's. */
  #sealedFiles(): readonly (readonly [string, FakeFile])[] {
    return [...this.disk.files].filter(([path]) => !path.endsWith('.json') && !path.includes('/tmp/'));
  }

  /** A stranger with access to the folder does harm. Answers false when there was nothing to harm. */
  strangerActs(fault: 'stranger-flips' | 'stranger-deletes' | 'stranger-adds' | 'stranger-replays'): boolean {
    const done = this.#stranger(fault);
    if (done) this.counts.add(fault);
    return done;
  }

  #stranger(fault: string): boolean {
    if (fault === 'stranger-adds') return this.#addGarbage();
    if (fault === 'stranger-replays') {
      if (this.#replacedHeads.length === 0) return false;
      const [path, bytes] = this.random.pick(this.#replacedHeads);
      this.disk.put(path, settledFile(bytes, this.clock));
      return true;
    }
    const files = this.#sealedFiles();
    if (files.length === 0) return false;
    const [path, file] = this.random.pick(files);
    if (fault === 'stranger-deletes') this.disk.remove(path);
    else {
      const bytes = Buffer.from(file.bytes);
      const at = this.random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      file.bytes = bytes;
    }
    return true;
  }

  #addGarbage(): boolean {
    const heads = [...this.disk.folders.keys()].find((path) => path.endsWith('/heads'));
    if (heads === undefined) return false;
    const hex = (digits: number) =>
      Array.from({ length: digits }, () => this.random.below(16).toString(16)).join('');
    const known = [...(this.disk.folders.get(heads) ?? [])];
    const victim = known.length === 0 ? hex(16) : this.random.pick(known).slice(0, 16);
    const name = this.random.pick([
      'catatan.txt',
      `${victim}.zz.${hex(12)}`,
      `${hex(16)}.1.${hex(12)}`,
      'Thumbs.db',
    ]);
    const other = this.#sealedFiles();
    const bytes =
      this.random.chance(0.5) || other.length === 0
        ? Buffer.from(hex(400))
        : this.random.pick(other)[1].bytes;
    this.disk.put(`${heads}/${name}`, settledFile(bytes, this.clock));
    return true;
  }
}
