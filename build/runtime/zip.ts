import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const unixTypeMask = 0o170000;
const unixSymlink = 0o120000;

/**
 * Unpacks those entries of a zip file that a filter places, keeping Unix modes and symbolic links.
 *
 * @param zipFile absolute path of the archive
 * @param place absolute target path for an entry's name, or undefined to leave the entry out
 */
export async function unzip(zipFile: string, place: (name: string) => string | undefined): Promise<void> {
  const archive = await openPromise(zipFile);
  for await (const entry of archive.eachEntry()) {
    const target = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (target === undefined) continue;
    const mode = entry.externalFileAttributes >>> 16;
    mkdirSync(path.dirname(target), { recursive: true });
    const content = await archive.openReadStreamPromise(entry);
    if ((mode & unixTypeMask) === unixSymlink) symlinkSync((await buffer(content)).toString(), target);
    else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
  }
}
