import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import type { ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { signHead } from '#main/engine/log/head.ts';
import type { Head } from '#main/engine/log/head.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import type {
  BlobSink,
  BlobSource,
  IncomingBatch,
  IngestAnswer,
  KnownHead,
  OutgoingLog,
  OwnFiles,
  PublishedFile,
  ReplacedFile,
  ReplayProgress,
  ShareAlert,
  SyncStore,
  WantedBlob,
} from '#main/engine/share/sync-store.ts';

interface OwnLog {
  readonly key: SigningKey;
  files: PublishedFile[];
  replaced: { name: string; since: number | null }[];
  sent: number;
  published: { version: number; file: string } | null;
}

/** The part of a store that the ways to the share see, kept in maps: the share under test is the real one. */
export class Ledger implements SyncStore {
  readonly entries = new Map<string, ParsedEntry[]>();
  readonly versions = new Map<string, number>();
  readonly alerts: ShareAlert[] = [];
  readonly uploads = new Map<string, Uint8Array>();
  /** Documents that are here and that the share was seen to have. */
  readonly uploaded = new Map<string, Uint8Array>();
  readonly wanted = new Map<string, WantedBlob>();
  readonly documents = new Map<string, Buffer>();
  /** Clock of this PC, for the age of replaced files. */
  now = Date.now();
  stopped: 'well' | 'stopped' | 'resumed' = 'well';
  paused = false;
  readonly progress: (ReplayProgress | null)[] = [];
  /** Heads of others' logs as they came with their entries. */
  readonly heads = new Map<string, Head>();
  readonly #heads = new Set<string>();
  readonly #officeId: string;
  readonly #rosterLog: string;
  readonly #own = new Map<string, OwnLog>();

  constructor(officeId: string, rosterLog: string) {
    this.#officeId = officeId;
    this.#rosterLog = rosterLog;
  }

  addOwnLog(key: SigningKey): string {
    const log = logIdOf(key.public) ?? '';
    this.#own.set(log, { key, files: [], replaced: [], sent: 0, published: null });
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
    if (own === undefined) return this.heads.get(log) ?? null;
    if (last === undefined) return null;
    const seq = last.envelope.seq;
    return signHead(this.#officeId, { version: seq + 1, seq, hash: last.hash }, own.key);
  }

  outgoing(): readonly OutgoingLog[] {
    return [...this.#own].flatMap(([log, own]) => {
      const head = this.headOf(log);
      if (head === null || head.version === own.published?.version) return [];
      return [
        { head, from: own.sent, segments: own.files.map(({ name }) => name), published: own.published },
      ];
    });
  }

  *entryBytes(log: string, from: number, to: number): Iterable<Uint8Array> {
    for (const entry of (this.entries.get(log) ?? []).slice(from, to + 1)) yield entry.bytes;
  }

  segmentPublished(log: string, file: PublishedFile): void {
    const own = this.#ownLog(log);
    own.files.push(file);
    own.sent = file.to + 1;
  }

  headPublished(log: string, version: number, file: string): void {
    const own = this.#ownLog(log);
    own.published = { version, file };
    this.#heads.add(file);
    for (const replaced of own.replaced) replaced.since ??= this.now;
  }

  ownFiles(): readonly OwnFiles[] {
    return [...this.#own].map(([log, own]) => ({
      log,
      files: own.files.toSorted((a, b) => a.from - b.from),
      head: own.published?.file ?? null,
    }));
  }

  packBegun(log: string, name: string): void {
    this.#ownLog(log).replaced.push({ name, since: this.now });
  }

  packPublished(log: string, pack: PublishedFile): void {
    const own = this.#ownLog(log);
    const isHeld = (file: PublishedFile) => file.from >= pack.from && file.to <= pack.to;
    own.replaced = [
      ...own.replaced.filter(({ name }) => name !== pack.name),
      ...own.files.filter(isHeld).map(({ name }) => ({ name, since: null })),
    ];
    own.files = [...own.files.filter((file) => !isHeld(file)), pack];
  }

  replacedFiles(ageMs: number, limit: number): readonly ReplacedFile[] {
    return [...this.#own]
      .flatMap(([log, own]) =>
        own.replaced
          .filter(({ since }) => since !== null && since <= this.now - ageMs)
          .map(({ name }) => ({ log, name })),
      )
      .slice(0, limit);
  }

  replacedRemoved({ log, name }: ReplacedFile): void {
    const own = this.#ownLog(log);
    own.replaced = own.replaced.filter((file) => file.name !== name);
  }

  wroteHead(name: string): boolean {
    return this.#heads.has(name);
  }

  headRemoved(log: string, name: string, files: readonly string[]): void {
    const own = this.#ownLog(log);
    this.#heads.delete(name);
    const known = new Set([...own.files, ...own.replaced].map((file) => file.name));
    for (const file of files) if (!known.has(file)) own.replaced.push({ name: file, since: this.now });
  }

  hashAt(log: string, seq: number): string | null {
    return this.entries.get(log)?.[seq]?.hash ?? null;
  }

  missingDeps(): readonly { log: string; seq: number }[] {
    return [];
  }

  ownLost(log: string, lost: readonly string[]): void {
    const own = this.#ownLog(log);
    const from = own.files.find(({ name }) => lost.includes(name))?.from;
    if (from !== undefined) {
      own.files = own.files.filter((file) => file.from < from);
      own.sent = Math.min(own.sent, from);
    }
    if (own.published !== null) own.published = { ...own.published, version: 0 };
  }

  stopWrites(ill: number, known: number): void {
    this.stopped = 'stopped';
    this.alerts.push({ code: 'share-stopped', file: `${ill}/${known}` });
  }

  writesStopped(): boolean {
    return this.stopped === 'stopped';
  }

  wasResumed(): boolean {
    return this.stopped === 'resumed';
  }

  writesWell(): void {
    if (this.stopped === 'resumed') this.stopped = 'well';
  }

  #ownLog(log: string): OwnLog {
    const own = this.#own.get(log);
    if (own === undefined) throw new Error(`not an own log: ${log}`);
    return own;
  }

  hasBlobsToUpload(): boolean {
    return this.blobsToUpload().length > 0;
  }

  blobsToUpload(): readonly BlobSource[] {
    return [...this.uploads].map(([sha256, bytes]) => ({
      sha256,
      size: bytes.length,
      read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
    }));
  }

  blobUploaded(sha256: string): void {
    const bytes = this.uploads.get(sha256);
    if (bytes !== undefined) this.uploaded.set(sha256, bytes);
    this.uploads.delete(sha256);
  }

  documentsOnShare(after: string, limit: number): readonly WantedBlob[] {
    return [...this.uploaded]
      .map(([sha256, bytes]) => ({ sha256, size: bytes.length }))
      .filter(({ sha256 }) => sha256 > after)
      .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .slice(0, limit);
  }

  documentLost(sha256: string): void {
    const bytes = this.uploaded.get(sha256);
    if (bytes !== undefined) this.uploads.set(sha256, bytes);
    this.uploaded.delete(sha256);
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
    this.heads.set(log, head);
    return { state: 'done', taken };
  }

  /** It folds nothing, so nothing is ever left over. */
  settleSome(): boolean {
    return false;
  }

  foldSome(): boolean {
    return false;
  }

  replayed(progress: ReplayProgress | null): void {
    this.progress.push(progress);
  }

  readingPaused(): boolean {
    return this.paused;
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
