/** A SHA-256 in hexadecimal as people compare it: the first eight and the last four digits. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}
