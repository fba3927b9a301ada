import path from 'node:path';

/**
 * The file that an address of the app means.
 *
 * @param root folder of the pages, absolute
 * @param address full `app://` address
 * @returns absolute path inside the root, or null for another host, a broken escape or a way out of the root
 */
export function fileOfAddress(root: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== 'nirkertas') return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(root, name === '/' ? 'index.html' : name);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}
