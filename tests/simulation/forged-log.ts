import type { EntryEnvelope } from '#core/office/entry.ts';
import { keyRing } from '#main/engine/keys/office-key.ts';
import type { OfficeKey } from '#main/engine/keys/office-key.ts';
import { generateSigningKey, sign } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { encodeEntry } from '#main/engine/log/entry-codec.ts';
import type { ParsedEntry } from '#main/engine/log/entry-codec.ts';
import { headName, segmentName } from '#main/engine/log/file-names.ts';
import { encodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead } from '#main/engine/log/head.ts';
import { letterIdAt } from '#main/engine/log/letter-id.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { newId } from '#main/engine/log/new-id.ts';
import { encodeSegment } from '#main/engine/log/segment.ts';
import { officePaths } from '#main/engine/share/layout.ts';

/** An act that somebody writes who is not bound by the program. */
export type Forgery = Pick<EntryEnvelope, 'type' | 'subject' | 'body' | 'actor'> & {
  /** Key of the user signature; null for none. */
  readonly signer: SigningKey | null;
  readonly deps?: EntryEnvelope['deps'];
  readonly roster?: EntryEnvelope['roster'];
};

/** Stands for the id of the letter that an entry begins by its place. */
export const OWN_LETTER = 'own';

export interface LogToForge {
  readonly officeId: string;
  readonly officeKey: OfficeKey;
  /** Whom the log says it belongs to, and whose key certifies it; null for none. */
  readonly owner: { readonly user: string; readonly signer: SigningKey | null };
  readonly roster: EntryEnvelope['roster'];
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly acts: readonly Forgery[];
}

export interface ForgedLog {
  readonly log: string;
  /** The opening, then the acts. */
  readonly entries: readonly ParsedEntry[];
  /** Folder of its segments on the share. */
  readonly folder: string;
  readonly files: readonly (readonly [path: string, bytes: Uint8Array])[];
}

function entriesOf(log: string, forging: LogToForge, acts: readonly Forgery[]): readonly ParsedEntry[] {
  const entries: ParsedEntry[] = [];
  for (const { signer, deps = [], roster = forging.roster, subject, ...act } of acts) {
    const draft = {
      v: 0 as const,
      log,
      seq: entries.length,
      prev: entries.at(-1)?.hash ?? null,
      deps,
      roster,
      time: forging.time,
      basis: [],
      subject: subject === OWN_LETTER ? letterIdAt(log, entries.length) : subject,
      ...act,
    };
    const made = encodeEntry(
      draft,
      signer === null
        ? undefined
        : { officeId: forging.officeId, sign: (payload: Uint8Array) => sign(signer, payload) },
    );
    if (!made.ok) throw new Error(made.code);
    entries.push(made.value);
  }
  return entries;
}

/** Makes a whole log with a key of its own, as it would stand on the share: well-formed, encrypted, chained. */
export function forgeLog(forging: LogToForge): ForgedLog {
  const { officeId, officeKey, owner, acts } = forging;
  const key = generateSigningKey();
  const log = logIdOf(key.public) ?? '';
  const opened: Forgery = {
    type: 'log.opened',
    subject: null,
    body: { key: key.public, device: newId('dev'), deviceName: 'PC', machine: 'a'.repeat(64) },
    actor: { user: owner.user, position: null, standing: 'definitive' },
    signer: owner.signer,
  };
  const entries = entriesOf(log, forging, [opened, ...acts]);
  const seq = entries.length - 1;
  const head = signHead(officeId, { version: 1, seq, hash: entries[seq]?.hash ?? '' }, key);
  const sealing = { officeId, keys: keyRing(officeKey) };
  const bytes = entries.map((entry) => entry.bytes);
  const segment = encodeSegment(sealing, { log, from: 0, to: seq }, head, bytes);
  const name = segmentName(0, seq, segment);
  const headFile = encodeHeadFile(sealing, { head, segments: [name] });
  const paths = officePaths(officeId);
  return {
    log,
    entries,
    folder: paths.logFolder(log),
    files: [
      [paths.segment(log, name), segment],
      [paths.head(headName(log, 1, headFile)), headFile],
    ],
  };
}
