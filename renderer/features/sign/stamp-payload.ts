/**
 * What the stamp's QR will say: office, document and the revision that is signed. The engine prints the same text
 * (its `stampPayload`), so the preview shows the code that the paper will carry.
 */
export function stampPayload(officeId: string, letter: string, revision: string): string {
  return `NIRKERTAS:0:${officeId.slice(0, 16)}:${letter}:${revision.slice(0, 16)}`;
}
