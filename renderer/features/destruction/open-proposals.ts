import type { LetterView } from '#core/contract/views.ts';

export type Proposal = LetterView['destructions'][number];

/** Hashes of the letter's documents that were not destroyed. */
export function documentsLeft(letter: LetterView): readonly string[] {
  const gone = new Set(
    letter.destructions.flatMap(({ destroyed, documents }) => (destroyed === null ? [] : documents)),
  );
  return letter.documents.map(({ sha256 }) => sha256).filter((sha256) => !gone.has(sha256));
}

/** Proposals that nobody carried out and that would still destroy something, the newest first. */
export function openProposals(letter: LetterView): readonly Proposal[] {
  const left = new Set(documentsLeft(letter));
  return letter.destructions
    .filter(({ destroyed, documents }) => destroyed === null && documents.some((sha256) => left.has(sha256)))
    .toReversed();
}

/** What of a proposal would go now; another decision may have taken a part of it. */
export function doomedBy(letter: LetterView, proposal: Proposal): readonly string[] {
  const left = new Set(documentsLeft(letter));
  return proposal.documents.filter((sha256) => left.has(sha256));
}
