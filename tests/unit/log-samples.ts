import fc from 'fast-check';

import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import type { EntryDraft, EntrySigner, ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';

/** The office that the samples belong to. */
export const OFFICE = '0123456789abcdef0123456789abcdef';

const USER = 'usr_0123456789abcdef';
const POSITION = 'pos_0123456789abcdef';

/** The id of a log key that is known to be one. */
export function idOf(key: SigningKey): string {
  return logIdOf(key.public) ?? '';
}

/** A draft of an entry with these members changed. */
export function draft(changes: Partial<EntryDraft> = {}): EntryDraft {
  return {
    v: 0,
    log: 'a'.repeat(64),
    seq: 1,
    prev: 'b'.repeat(64),
    deps: [],
    roster: { index: 3, hash: 'c'.repeat(64) },
    time: 1_790_000_000_000,
    actor: { user: USER, position: POSITION, standing: 'definitive' },
    type: 'letter.read',
    subject: 'let_0123456789abcdef0123',
    basis: [],
    body: { position: POSITION, disposition: null },
    ...changes,
  };
}

/** Encodes a draft that is known to fit. */
export function entry(changes: Partial<EntryDraft> = {}, signer?: EntrySigner): ParsedEntry {
  const made = encodeEntry(draft(changes), signer);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

/** A chained log: `log.opened`, then as many acts as there are notes. */
export function sampleLog(notes: readonly string[], key = generateSigningKey()) {
  const log = idOf(key);
  const opened = {
    key: key.public,
    device: 'dev_0123456789abcdef',
    deviceName: 'TU-01',
    machine: 'd'.repeat(64),
  };
  const entries = [entry({ log, seq: 0, prev: null, type: 'log.opened', subject: null, body: opened })];
  for (const note of notes) {
    const prev = entries.at(-1)?.hash ?? null;
    entries.push(entry({ log, seq: entries.length, prev, body: { note } }));
  }
  return { key, log, entries };
}

/** Any JSON value that may stand in a body. */
export const jsonValue = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });

/** Bodies as programs to come may write them. */
export const body = fc
  .dictionary(fc.string({ maxLength: 12, unit: 'binary' }), jsonValue, { maxKeys: 6 })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));
