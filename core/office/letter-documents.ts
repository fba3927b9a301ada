import type { BlobRef } from './letter-acts.ts';
import { documentsOf } from './letter-conflicts.ts';
import type { LetterState } from './letter-state.ts';

/**
 * Every document that belongs to the letter, also of revisions and sides that were not kept: itself, its attachments,
 * what follow-ups brought. Each once, in the order in which it came.
 */
export function documentsOfLetter(letter: LetterState): readonly BlobRef[] {
  const followUps = letter.dispositions.flatMap((d) => d.recipients.flatMap((r) => r.followUps));
  const all = [
    letter.document,
    ...letter.attachments,
    ...followUps.flatMap((f) => f.attachments),
    ...(letter.memo === null ? [] : documentsOf(letter.memo)),
  ];
  const seen = new Set<string>();
  return all.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256));
}

/** Documents of the letter that were destroyed by a retention decision. */
export function destroyedDocuments(letter: LetterState): ReadonlySet<string> {
  return new Set(letter.destructions.flatMap((d) => (d.destroyed === null ? [] : d.documents)));
}
