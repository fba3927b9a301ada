import { isAbsolute, relative, resolve } from 'node:path';

/** Whether a file would lie in a folder or below it. */
export function isInside(file: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(file));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
