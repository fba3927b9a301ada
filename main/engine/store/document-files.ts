import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where this PC keeps a document; named by the SHA-256 of its bytes, so the same document is kept once. */
export function documentPath(folder: string, sha256: string): string {
  return join(folder, 'documents', sha256.slice(0, 2), `${sha256}.pdf`);
}

function stagedPath(folder: string, sha256: string): string {
  return join(folder, 'staged', `${sha256}.pdf`);
}

/** Writes a file so that its name appears only when it is whole and on the disk. Throws what the disk says. */
async function writeWhole(path: string, bytes: Uint8Array, flush = true): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temp = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(temp, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      if (flush) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
}

/** Hex SHA-256 of a document. */
export function documentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps a document of the office on this PC; answers its SHA-256. */
export async function keepDocument(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = documentHash(bytes);
  await writeWhole(documentPath(folder, sha256), bytes);
  return sha256;
}

/** Keeps a document that can be made again, without waiting for the disk: for synthetic ones by the thousand. */
export async function keepSyntheticDocument(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = documentHash(bytes);
  await writeWhole(documentPath(folder, sha256), bytes, false);
  return sha256;
}

/** The document's bytes, checked against its name; null when it is not here or no longer what it was. */
export async function readDocument(folder: string, sha256: string): Promise<Uint8Array | null> {
  return readChecked(documentPath(folder, sha256), sha256);
}

/** Whether the document is here and what its name says. */
export async function documentFileState(
  folder: string,
  sha256: string,
): Promise<'whole' | 'missing' | 'damaged'> {
  try {
    return documentHash(await readFile(documentPath(folder, sha256))) === sha256 ? 'whole' : 'damaged';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'ENOENT' ? 'missing' : 'damaged';
    throw error;
  }
}

/** Bytes that the document has on this PC's disk; null when it is not here. */
export function documentSize(folder: string, sha256: string): number | null {
  return statSync(documentPath(folder, sha256), { throwIfNoEntry: false })?.size ?? null;
}

/** Takes a document from this PC's disk; false while somebody holds the file. */
export async function removeDocument(folder: string, sha256: string): Promise<boolean> {
  try {
    await rm(documentPath(folder, sha256), { force: true });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Keeps a document that was taken in and is not registered yet. */
export async function keepStagedFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = documentHash(bytes);
  await writeWhole(stagedPath(folder, sha256), bytes);
  return sha256;
}

/** Bytes of a staged document, checked; null when it is gone. */
export async function readStagedFile(folder: string, sha256: string): Promise<Uint8Array | null> {
  return readChecked(stagedPath(folder, sha256), sha256);
}

/** Removes a staged document from the disk. */
export async function dropStagedFile(folder: string, sha256: string): Promise<void> {
  await rm(stagedPath(folder, sha256), { force: true });
}

/** Removes staged files that no row speaks of: their entry was written, and a crash or a lock kept the file. */
export async function sweepStagedFiles(folder: string, known: ReadonlySet<string>): Promise<void> {
  let names: readonly string[];
  try {
    names = await readdir(join(folder, 'staged'));
  } catch {
    return;
  }
  for (const name of names) {
    if (known.has(name.slice(0, 64))) continue;
    await rm(join(folder, 'staged', name), { force: true }).catch(() => undefined);
  }
}

async function readChecked(path: string, sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(path);
    return documentHash(bytes) === sha256 ? bytes : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Bytes of a document at a place; null when the file is gone or shorter. */
export async function readDocumentPart(
  folder: string,
  sha256: string,
  offset: number,
  length: number,
): Promise<Uint8Array | null> {
  let file: FileHandle | null = null;
  try {
    file = await open(documentPath(folder, sha256), 'r');
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    return bytesRead === length ? buffer : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  } finally {
    await file?.close();
  }
}

/** A document on its way in; nothing of it is to be seen before `commit`. */
export interface DocumentSink {
  readonly write: (bytes: Uint8Array) => Promise<boolean>;
  readonly commit: () => Promise<boolean>;
  readonly abandon: () => Promise<void>;
}

/** Opens a sink for a document of this hash. Its answers are false when the disk does not take it. */
export async function documentSink(folder: string, sha256: string): Promise<DocumentSink> {
  const path = documentPath(folder, sha256);
  const temp = `${path}.${randomBytes(6).toString('hex')}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(temp, 'wx', 0o600);
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      throw error;
    }
  };
  return {
    write: (bytes) => attempt(() => file.writeFile(bytes)),
    commit: () =>
      attempt(async () => {
        await file.sync();
        await file.close();
        await rename(temp, path);
      }),
    abandon: async () => {
      await attempt(() => file.close());
      await rm(temp, { force: true });
    },
  };
}
