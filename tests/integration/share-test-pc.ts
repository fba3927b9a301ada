import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keyRing, makeOfficeKey } from '#main/engine/keys/office-key.ts';
import type { KeyRing } from '#main/engine/keys/office-key.ts';
import { generateRootKey } from '#main/engine/keys/root-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { generateUserKeys } from '#main/engine/keys/user-keys.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import type { ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { makeGenesis } from '#main/engine/log/genesis.ts';
import type { GenesisFile } from '#main/engine/log/genesis.ts';
import { signHead } from '#main/engine/log/head.ts';
import type { Head } from '#main/engine/log/head.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { newId } from '#main/engine/log/new-id.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { createOfficeFolder } from '#main/engine/share/office-folder.ts';
import type { AtPoint } from '#main/engine/share/share-context.ts';
import { ShareSync } from '#main/engine/share/share-sync.ts';
import type { ShareCounters, ShareFs } from '#main/engine/share/share-fs.ts';
import type {
  BlobSink,
  BlobSource,
  IncomingBatch,
  IngestAnswer,
  KnownHead,
  OutgoingLog,
  ShareAlert,
  SyncStore,
  WantedBlob,
} from '#main/engine/share/sync-store.ts';

interface OwnLog {
  readonly key: SigningKey;
  segments: string[];
  sent: number;
  published: { version: number; file: string } | null;
}

/** The part of a store that the ways to the share see, kept in maps: the share under test is the real one. */
class Ledger implements SyncStore {
  readonly entries = new Map<string, ParsedEntry[]>();
  readonly versions = new Map<string, number>();
  readonly alerts: ShareAlert[] = [];
  readonly uploads = new Map<string, Uint8Array>();
  readonly wanted = new Map<string, WantedBlob>();
  readonly documents = new Map<string, Buffer>();
  readonly #officeId: string;
  readonly #rosterLog: string;
  readonly #own = new Map<string, OwnLog>();

  constructor(officeId: string, rosterLog: string) {
    this.#officeId = officeId;
    this.#rosterLog = rosterLog;
  }

  addOwnLog(key: SigningKey): string {
    const log = logIdOf(key.public) ?? '';
    this.#own.set(log, { key, segments: [], sent: 0, published: null });
    return log;
  }

  append(entry: ParsedEntry): void {
    const log = entry.envelope.log;
    this.entries.set(log, [...(this.entries.get(log) ?? []), entry]);
  }

  rosterLog(): string {
    return this.#rosterLog;
  }

  knownHeads(): readonly KnownHead[] {
    return [...this.entries].map(([log, entries]) => {
      const own = this.#own.get(log);
      return {
        log,
        version: own === undefined ? (this.versions.get(log) ?? 0) : entries.length,
        seq: entries.length - 1,
        hash: entries.at(-1)?.hash ?? '',
        own: own === undefined ? null : (own.published ?? 'unpublished'),
      };
    });
  }

  headOf(log: string): Head | null {
    const last = this.entries.get(log)?.at(-1);
    const own = this.#own.get(log);
    if (last === undefined || own === undefined) return null;
    const seq = last.envelope.seq;
    return signHead(this.#officeId, { version: seq + 1, seq, hash: last.hash }, own.key);
  }

  outgoing(): readonly OutgoingLog[] {
    return [...this.#own].flatMap(([log, own]) => {
      const head = this.headOf(log);
      if (head === null || head.version === own.published?.version) return [];
      return [{ head, from: own.sent, segments: own.segments, published: own.published }];
    });
  }

  *ownEntries(log: string, from: number, to: number): Iterable<Uint8Array> {
    for (const entry of (this.entries.get(log) ?? []).slice(from, to + 1)) yield entry.bytes;
  }

  segmentPublished(log: string, name: string, to: number): void {
    const own = this.#own.get(log);
    if (own === undefined) throw new Error(`not an own log: ${log}`);
    own.segments.push(name);
    own.sent = to + 1;
  }

  headPublished(log: string, version: number, file: string): void {
    const own = this.#own.get(log);
    if (own === undefined) throw new Error(`not an own log: ${log}`);
    own.published = { version, file };
  }

  blobsToUpload(): readonly BlobSource[] {
    return [...this.uploads].map(([sha256, bytes]) => ({
      sha256,
      size: bytes.length,
      read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
    }));
  }

  blobUploaded(sha256: string): void {
    this.uploads.delete(sha256);
  }

  blobsWanted(): readonly WantedBlob[] {
    return [...this.wanted.values()];
  }

  async blobSink(sha256: string): Promise<BlobSink> {
    const pieces: Uint8Array[] = [];
    return {
      write: async (bytes) => pieces.push(bytes) > 0,
      commit: async () => {
        this.documents.set(sha256, Buffer.concat(pieces));
        this.wanted.delete(sha256);
        return true;
      },
      abandon: async () => undefined,
    };
  }

  /** Takes entries whose dependencies are here, as the real store does. */
  ingest({ log, entries, head }: IncomingBatch): IngestAnswer {
    let taken = 0;
    for (const entry of entries) {
      if (entry.envelope.type === 'letter.refused') return { state: 'refused', taken, code: 'not-entitled' };
      const lacks = entry.envelope.deps.some((dep) => this.entries.get(dep.log)?.[dep.seq] === undefined);
      if (lacks) return { state: 'waiting', taken };
      this.append(entry);
      taken += 1;
    }
    this.versions.set(log, head.version);
    return { state: 'done', taken };
  }

  alert(alert: ShareAlert): void {
    this.alerts.push(alert);
  }

  clearAlerts(file: string): void {
    for (let at = this.alerts.length - 1; at >= 0; at -= 1) {
      if (this.alerts[at]?.file === file) this.alerts.splice(at, 1);
    }
  }
}

/** One PC with one person's log, and its way to the share. */
export class TestPc {
  readonly store: Ledger;
  readonly log: string;
  readonly key: SigningKey;
  readonly fs: ShareFs;
  readonly sync: ShareSync;

  constructor(office: TestOffice, key: SigningKey, options: { fs?: ShareFs; at?: AtPoint; keys?: KeyRing } = {}) {
    this.key = key;
    this.store = new Ledger(office.genesis.officeId, office.founderLog);
    this.log = this.store.addOwnLog(key);
    this.fs = options.fs ?? new NodeShareFs(office.share);
    this.sync = new ShareSync({
      fs: this.fs,
      officeId: office.genesis.officeId,
      genesisHash: office.genesis.hash,
      keys: options.keys ?? office.keys,
      store: this.store,
      writerLog: this.log,
      now: () => Date.now(),
      ...(options.at === undefined ? {} : { at: options.at }),
    });
  }

  /** Appends an act; the first one opens the log. `deps` names logs whose newest entry it has seen. */
  write(note: string, options: { type?: string; sees?: readonly string[] } = {}): ParsedEntry {
    const entries = this.store.entries.get(this.log) ?? [];
    if (entries.length === 0) {
      this.#append('log.opened', {
        key: this.key.public,
        device: newId('dev'),
        deviceName: 'PC',
        machine: 'a'.repeat(64),
      });
      return this.write(note, options);
    }
    return this.#append(options.type ?? 'letter.read', { note }, options.sees ?? []);
  }

  #append(type: string, body: Record<string, unknown>, sees: readonly string[] = []): ParsedEntry {
    const entries = this.store.entries.get(this.log) ?? [];
    const deps = sees.map((log) => {
      const last = this.store.entries.get(log)?.at(-1);
      if (last === undefined) throw new Error(`nothing known of ${log}`);
      return { log, seq: last.envelope.seq, hash: last.hash };
    });
    const made = encodeEntry({
      v: 0,
      log: this.log,
      seq: entries.length,
      prev: entries.at(-1)?.hash ?? null,
      deps,
      roster: { index: 0, hash: 'c'.repeat(64) },
      time: 1_790_000_000_000,
      actor: { user: 'usr_0123456789abcdef', position: null, standing: 'definitive' },
      type,
      subject: null,
      basis: [],
      body,
    });
    if (!made.ok) throw new Error(made.code);
    this.store.append(made.value);
    return made.value;
  }

  /** Adds a document to be uploaded. */
  document(bytes: Uint8Array): WantedBlob {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.store.uploads.set(sha256, bytes);
    return { sha256, size: bytes.length };
  }

  want(blob: WantedBlob): void {
    this.store.wanted.set(blob.sha256, blob);
  }

  /** What this PC has of a log, as notes. */
  notes(log: string): readonly unknown[] {
    return (this.store.entries.get(log) ?? []).slice(1).map(({ envelope }) => envelope.body['note']);
  }

  alertCodes(): readonly string[] {
    return this.store.alerts.map(({ code }) => code);
  }

  /** Runs one pass and answers what it cost. */
  async cost(): Promise<ShareCounters> {
    const before = await this.fs.counters();
    await this.sync.sync();
    const after = await this.fs.counters();
    return {
      list: after.list - before.list,
      read: after.read - before.read,
      write: after.write - before.write,
      mkdir: after.mkdir - before.mkdir,
      rename: after.rename - before.rename,
      remove: after.remove - before.remove,
      bytesRead: after.bytesRead - before.bytesRead,
      bytesWritten: after.bytesWritten - before.bytesWritten,
    };
  }
}

/** Operations of a pass, whatever their kind. */
export function operations({ list, read, write, mkdir, rename, remove }: ShareCounters): number {
  return list + read + write + mkdir + rename + remove;
}

/** An office with its folder on a real share. */
export interface TestOffice {
  readonly share: string;
  readonly genesis: GenesisFile;
  readonly keys: KeyRing;
  readonly founderKey: SigningKey;
  readonly founderLog: string;
  /** The office's folder. */
  readonly folder: string;
}

/** An empty folder that stands for the share; removed by `removeShare`. */
export function makeShare(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'nirkertas-share-'));
}

export function removeShare(share: string): Promise<void> {
  return rm(share, { recursive: true, force: true });
}

/** Makes an office and its folder on the share. */
export async function makeOffice(share: string): Promise<TestOffice> {
  const founderKey = generateSigningKey();
  const founderLog = logIdOf(founderKey.public) ?? '';
  const user = generateUserKeys();
  const officeKey = makeOfficeKey();
  const genesis = makeGenesis({
    created: 1_790_000_000_000,
    root: generateRootKey(),
    officeKey,
    writer: {
      user: newId('usr'),
      userSign: user.sign.public,
      userExchange: user.exchange.public,
      logKey: founderKey.public,
    },
  });
  const fs = new NodeShareFs(share);
  const made = await createOfficeFolder({ fs, genesis, writerLog: founderLog, at: () => undefined });
  if (!made.ok) throw new Error(made.detail);
  const folder = join(share, `nirkertas-${genesis.officeId.slice(0, 8)}`);
  return { share, genesis, keys: keyRing(officeKey), founderKey, founderLog, folder };
}

/** Every file below a folder, by relative path, sorted. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Puts rubbish of every sort into every folder of the office. */
export async function scatterGarbage(folder: string): Promise<number> {
  const places = ['', 'heads', 'logs', 'blobs', 'join', 'tmp', 'sealed', 'updates'];
  for (const place of places) {
    await writeFile(join(folder, place, 'catatan.txt'), randomBytes(100));
    await writeFile(join(folder, place, 'Thumbs.db'), 'x');
    await writeFile(join(folder, place, `${'0'.repeat(16)}.9.${'a'.repeat(12)}`), randomBytes(5000));
    await writeFile(join(folder, place, `${'1'.repeat(16)}-${'2'.repeat(16)}`), '');
    await mkdir(join(folder, place, `${'3'.repeat(16)}.1.${'b'.repeat(12)}`));
  }
  return places.length;
}
