import { randomBytes } from 'node:crypto';

import { sha256 } from '../log/digest.ts';

/** The secret of all members: whoever has it reads what the office writes on the share. */
export interface OfficeKey {
  /** First 8 bytes of a hash of the key, hex: names the key, tells nothing about it. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** The office keys that this PC has. New files take the current one; older files name theirs. */
export interface KeyRing {
  readonly current: () => OfficeKey;
  readonly find: (id: string) => OfficeKey | undefined;
  /** Newest first. */
  readonly all: () => readonly OfficeKey[];
}

/** A new random office key. */
export function makeOfficeKey(): OfficeKey {
  return officeKeyFrom(randomBytes(32));
}

/** The office key of these 32 bytes. */
export function officeKeyFrom(bytes: Uint8Array): OfficeKey {
  return { id: sha256('nirkertas/key-id/0\n', bytes).subarray(0, 8).toString('hex'), bytes };
}

/** A ring of keys, the newest first; there is at least one. */
export function keyRing(newest: OfficeKey, ...older: readonly OfficeKey[]): KeyRing {
  const all = [newest, ...older];
  return { current: () => newest, find: (id) => all.find((key) => key.id === id), all: () => all };
}
