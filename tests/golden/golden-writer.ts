import { sign } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import type { EntryDraft, ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { segmentName } from '#main/engine/log/file-names.ts';
import { signHead } from '#main/engine/log/head.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { encodeSegment } from '#main/engine/log/segment.ts';

import { TIME, user, position, userKey, genesis, officeId, office, paths, put } from './golden-keys.ts';

/** What is written in a log, one entry after the other. */
export class Writer {
  readonly entries: ParsedEntry[] = [];
  readonly log: string;
  readonly #key: SigningKey;

  constructor(key: SigningKey) {
    this.#key = key;
    this.log = logIdOf(key.public) ?? '';
  }

  write(type: string, body: Record<string, unknown>, more: Partial<EntryDraft> = {}): ParsedEntry {
    const before = this.entries.at(-1);
    const draft: EntryDraft = {
      v: 0,
      log: this.log,
      seq: this.entries.length,
      prev: before?.hash ?? null,
      deps: [],
      roster: { index: 0, hash: genesis.hash },
      time: TIME + this.entries.length * 60_000,
      actor: { user, position, standing: 'definitive' },
      type,
      subject: null,
      basis: [],
      body,
      ...more,
    };
    const signer = { officeId, sign: (payload: Uint8Array) => sign(userKey, payload) };
    const encoded = encodeEntry(draft, signer);
    if (!encoded.ok) throw new Error(encoded.code);
    this.entries.push(encoded.value);
    return encoded.value;
  }

  open(deviceName: string): void {
    const body = {
      key: this.#key.public,
      device: 'dev_g01den0samp1e000',
      deviceName,
      machine: sha256Hex(deviceName),
    };
    this.write('log.opened', body, { actor: { user, position: null, standing: 'definitive' } });
  }

  head(version: number, seq = this.entries.length - 1) {
    return signHead(officeId, { version, seq, hash: this.entries[seq]?.hash ?? '' }, this.#key);
  }

  segment(from: number, to: number, version: number | null): string {
    const proof = version === null ? null : this.head(version, to);
    const bytes = encodeSegment(
      office,
      { log: this.log, from, to },
      proof,
      this.entries.slice(from, to + 1).map((entry) => entry.bytes),
    );
    const name = segmentName(from, to, bytes);
    put(paths.segment(this.log, name), bytes);
    return name;
  }
}
