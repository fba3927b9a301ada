import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import type { ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { signHead } from '#main/engine/log/head.ts';
import type { Head } from '#main/engine/log/head.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import type {
  Chain,
  IncomingBatch,
  IngestAnswer,
  KnownHead,
  OutgoingLog,
  OwnFiles,
  PublishedFile,
  ReplacedFile,
  SyncStore,
} from '#main/engine/share/sync-store.ts';

import { NoteLedger } from './share-test-notes.ts';

interface OwnLog {
  readonly key: SigningKey;
  files: PublishedFile[];
  replaced: { name: string; since: number | null }[];
  sent: number;
  published: { version: number; file: string } | null;
}

/** The part of a store that the ways to the share see, kept in maps: the share under test is the real one. */
export class Ledger extends NoteLedger implements SyncStore {
  readonly entries = new Map<string, ParsedEntry[]>();
  readonly versions = new Map<string, number>();
  /** Logs that ended, by the roster or their owner. */
  readonly ended = new Set<string>();
  readonly invitations = new Map<string, 'open' | 'over'>();
  now = Date.now();
  stopped: 'well' | 'stopped' | 'resumed' = 'well';
  /** Heads of others' logs as they came with their entries. */
  readonly heads = new Map<string, Head>();
  /** Names of the head files in which others' logs came. */
  readonly files = new Map<string, string>();
  /** By log: entries of a second continuation, and its head. */
  readonly others = new Map<string, { entries: ParsedEntry[]; head: Head }>();
  readonly #heads = new Set<string>();
  readonly #officeId: string;
  readonly #rosterLog: string;
  readonly #own = new Map<string, OwnLog>();

  constructor(officeId: string, rosterLog: string) {
    super();
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

  endedLogs(): readonly string[] {
    return [...this.ended];
  }

  enrolment(invitation: string): 'open' | 'over' | 'unknown' {
    return this.invitations.get(invitation) ?? 'unknown';
  }

  rosterLog(): string {
    return this.#rosterLog;
  }

  knownHeads(): readonly KnownHead[] {
    const others = [...this.others.values()].map(({ head: { log, version, seq, hash } }) => ({
      log,
      version,
      seq,
      hash,
      own: null,
      file: this.files.get(hash) ?? null,
    }));
    const firsts = [...this.entries].map(([log, entries]): KnownHead => {
      const own = this.#own.get(log);
      return {
        log,
        version: own === undefined ? (this.versions.get(log) ?? 0) : entries.length,
        seq: entries.length - 1,
        hash: entries.at(-1)?.hash ?? '',
        own: own === undefined ? null : (own.published ?? 'unpublished'),
        file: this.files.get(entries.at(-1)?.hash ?? '') ?? null,
      };
    });
    return [...firsts, ...others];
  }

  headsOf(log: string): readonly Head[] {
    return [this.headOf(log), this.others.get(log)?.head ?? null].filter((head) => head !== null);
  }

  headRead({ hash }: Head, name: string): void {
    this.files.set(hash, name);
  }

  /** What a second continuation of a log says. */
  otherNotes(log: string): readonly unknown[] {
    return (this.others.get(log)?.entries ?? []).map(({ envelope }) => envelope.body['note']);
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

  *entryBytes({ log, hash }: Chain, from: number, to: number): Iterable<Uint8Array> {
    for (const entry of this.#chain({ log, hash }).slice(from, to + 1)) yield entry.bytes;
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
      hash: this.entries.get(log)?.at(-1)?.hash ?? '',
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

  hashAt(chain: Chain, seq: number): string | null {
    return this.#chain(chain)[seq]?.hash ?? null;
  }

  holds(log: string, hash: string): boolean {
    const all = [...(this.entries.get(log) ?? []), ...(this.others.get(log)?.entries ?? [])];
    return all.some((entry) => entry.hash === hash);
  }

  #chain({ log, hash }: Chain): readonly ParsedEntry[] {
    const first = this.entries.get(log) ?? [];
    const other = this.others.get(log)?.entries ?? [];
    if (!other.some((entry) => entry.hash === hash)) return first;
    return [...first.slice(0, other[0]?.envelope.seq ?? 0), ...other];
  }

  doubtedLogs(): ReadonlySet<string> {
    return new Set();
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

  /** Takes entries whose dependencies are here, as the real store does. */
  ingest({ log, entries, head }: IncomingBatch): IngestAnswer {
    let taken = 0;
    for (const entry of entries) {
      if (entry.envelope.type === 'letter.refused') return { state: 'refused', taken, code: 'not-entitled' };
      const lacks = entry.envelope.deps.some((dep) => this.entries.get(dep.log)?.[dep.seq] === undefined);
      if (lacks) return { state: 'waiting', taken };
      this.#take(entry, head);
      taken += 1;
    }
    const other = this.others.get(log);
    if (other !== undefined && other.entries.some(({ hash }) => hash === head.hash)) other.head = head;
    else {
      this.versions.set(log, head.version);
      this.heads.set(log, head);
    }
    return { state: 'done', taken };
  }

  #take(entry: ParsedEntry, head: Head): void {
    const { log, prev, seq } = entry.envelope;
    const first = this.entries.get(log) ?? [];
    if (prev === (first.at(-1)?.hash ?? null)) return this.append(entry);
    const other = this.others.get(log);
    if (other?.entries.at(-1)?.hash === prev) {
      other.entries.push(entry);
      return;
    }
    if (other !== undefined || (first[seq - 1]?.hash ?? null) !== prev)
      throw new Error(`${log} does not go on so`);
    this.others.set(log, { entries: [entry], head });
    this.alert({ code: 'log-continued-twice', file: log, log, seq });
  }
}
