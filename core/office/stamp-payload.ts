/**
 * What the stamp's QR says: the office, the document and the revision that is signed, so that a printed letter can be
 * looked up in the office's log without any server. Ids and hashes are shortened to what still tells letters apart.
 */
export function stampPayload(officeId: string, letter: string, revision: string): string {
  return `NIRKERTAS:0:${officeId.slice(0, 16)}:${letter}:${revision.slice(0, 16)}`;
}
