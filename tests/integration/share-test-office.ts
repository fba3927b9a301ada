import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { keyRing, makeOfficeKey } from '#main/engine/keys/office-key.ts';
import type { KeyRing } from '#main/engine/keys/office-key.ts';
import { generateRootKey } from '#main/engine/keys/root-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { generateUserKeys } from '#main/engine/keys/user-keys.ts';
import { makeGenesis } from '#main/engine/log/genesis.ts';
import type { GenesisFile } from '#main/engine/log/genesis.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { newId } from '#main/engine/log/new-id.ts';
import { NodeShareFs } from '#main/engine/share/node-share-fs.ts';
import { createOfficeFolder } from '#main/engine/share/office-folder.ts';

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

/** Changes one bit of a file. */
export async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
