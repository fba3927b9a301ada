import { createHash } from 'node:crypto';

/** Digest of pieces that lie behind each other, without joining them; `undefined` for an unknown algorithm. */
export const digestPieces = (algorithm: string, pieces: readonly Uint8Array[]): Uint8Array | undefined => {
  try {
    const hash = createHash(algorithm);
    for (const piece of pieces) hash.update(piece);
    return hash.digest();
  } catch {
    return undefined;
  }
};
