import { createHash } from 'node:crypto';

import type { KeyRing } from '#main/engine/keys/office-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import type { ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { newId } from '#main/engine/log/new-id.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import type { AtPoint } from '#main/engine/share/share-context.ts';
import { ShareSync } from '#main/engine/share/share-sync.ts';
import type { ShareCounters, ShareFs } from '#main/engine/share/share-fs.ts';
import type { WantedBlob } from '#main/engine/share/sync-store.ts';

import { Ledger } from './share-test-ledger.ts';
import type { TestOffice } from './share-test-office.ts';

/** One PC with one person's log, and its way to the share. */
export class TestPc {
  readonly store: Ledger;
  readonly log: string;
  readonly key: SigningKey;
  readonly fs: ShareFs;
  readonly sync: ShareSync;

  constructor(
    office: TestOffice,
    key: SigningKey,
    options: {
      fs?: ShareFs;
      at?: AtPoint;
      keys?: KeyRing;
      now?: () => number;
      random?: () => number;
    } = {},
  ) {
    this.key = key;
    this.store = new Ledger(office.genesis.officeId, office.founderLog);
    this.log = this.store.addOwnLog(key);
    this.fs = options.fs ?? new NodeShareFs(office.share);
    this.sync = new ShareSync({
      fs: this.fs,
      officeId: office.genesis.officeId,
      genesisHash: office.genesis.hash,
      genesis: office.genesis.bytes,
      keys: options.keys ?? office.keys,
      store: this.store,
      writerLog: this.log,
      now: options.now ?? (() => Date.now()),
      ...(options.random === undefined ? {} : { random: options.random }),
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
  async cost(): Promise<PassCost> {
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

/** What a pass cost, all kinds of files together. */
export type PassCost = Omit<ShareCounters, 'traffic'>;

/** Operations of a pass, whatever their kind. */
export function operations(counts: PassCost): number {
  return counts.list + counts.read + counts.write + counts.mkdir + counts.rename + counts.remove;
}
