import { sha256Hex } from '../log/digest.ts';

import type { CrashPoint, ShareContext } from './share-context.ts';
import type { ShareAnswer } from './share-fs.ts';
import { shareFailure } from './share-failure.ts';

type Subject = CrashPoint extends infer P ? (P extends `${infer S}:verified` ? S : never) : never;

export interface NewFile {
  /** Where it goes. Nothing stands there, or something with the same meaning. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly subject: Subject;
  /** The folder of `path`, when it may have to be made. Its own parent exists, or the share is gone. */
  readonly folder?: string;
}

type WritingContext = Pick<ShareContext, 'fs' | 'paths' | 'writerLog' | 'at'>;

/**
 * Puts a file on the share the one way we do it: a temp with a new name, flushed and closed, renamed, read back
 * and hashed. `io` when what was read back is not what was written: the caller tries again in a later pass.
 * A temp that could not become the file is removed, so failures do not pile up.
 */
export async function writeOnce(context: WritingContext, file: NewFile): Promise<ShareAnswer<null>> {
  const { fs, paths, writerLog, at } = context;
  const temp = paths.newTemp(writerLog);
  at(`${file.subject}:before-write`);
  const written = await fs.writeNew(temp, file.bytes, file.path);
  if (!written.ok) return written;
  at(`${file.subject}:temp-written`);
  const renamed = await moveIntoPlace(context, temp, file);
  if (!renamed.ok) {
    await fs.remove(temp);
    return renamed;
  }
  at(`${file.subject}:renamed`);
  const back = await fs.read(file.path, file.bytes.length);
  if (!back.ok) return back;
  if (sha256Hex(back.value) !== sha256Hex(file.bytes)) return shareFailure('io', 'read back differs');
  at(`${file.subject}:verified`);
  return { ok: true, value: null };
}

async function moveIntoPlace(
  { fs }: WritingContext,
  temp: string,
  file: NewFile,
): Promise<ShareAnswer<null>> {
  const first = await fs.rename(temp, file.path);
  if (first.ok || first.failure !== 'missing' || file.folder === undefined) return first;
  const made = await fs.makeFolder(file.folder);
  if (!made.ok && made.failure !== 'exists') return made;
  return fs.rename(temp, file.path);
}
