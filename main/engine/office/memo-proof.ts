import type { Finding } from '#core/contract/findings.ts';
import type { VerificationView } from '#core/contract/verification.ts';
import { letterActSchemas } from '#core/office/letter-acts.ts';
import type { LetterState, MemoState } from '#core/office/letter-state.ts';

import { note } from '../pdf/verify/verification.ts';
import { readLetterDocument } from './letter-bytes.ts';
import { entriesOfLetter } from './project.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Place of a document among the memo's revisions, counting only those since it was proposed last. */
function revisionsUpTo(memo: MemoState, sha256: string): MemoState['revisions'] {
  const signed = new Set(memo.chain.map((step) => step.done?.entry));
  const first = memo.revisions.findLastIndex((r) => !signed.has(r.by.entry));
  const at = memo.revisions.findLastIndex((r) => r.document.sha256 === sha256);
  return at < first ? [] : memo.revisions.slice(first, at + 1);
}

/**
 * Whether the document is what the chain approved, byte for byte, with increments after it. Null where an earlier
 * revision is not on this PC and nothing can be said.
 */
async function growsFrom(
  runtime: OfficeRuntime,
  letter: LetterState,
  revisions: MemoState['revisions'],
  bytes: Uint8Array,
): Promise<boolean | null> {
  let known = true;
  for (const revision of revisions.slice(0, -1)) {
    const read = await readLetterDocument(runtime, letter, revision.document.sha256);
    const earlier = read.ok ? read.value : null;
    known &&= earlier !== null;
    if (earlier !== null && Buffer.compare(earlier, bytes.subarray(0, earlier.length)) !== 0) return false;
  }
  return known ? true : null;
}

/** Fields whose signature is not the one that the log says the person made. */
function wrongSigners(
  runtime: OfficeRuntime,
  letter: LetterState,
  made: ReadonlySet<string>,
  { signatures }: VerificationView,
): readonly string[] {
  return entriesOfLetter(runtime.db, letter.id).flatMap((entry) => {
    if (!made.has(entry.hash)) return [];
    const act = letterActSchemas['memo.signed'].safeParse(entry.body);
    if (entry.type !== 'memo.signed' || !act.success) return [];
    const { field, certificate } = act.data;
    const found = signatures.find((s) => s.field === field);
    const issued = runtime.roster.find(entry.roster)?.state.people.get(entry.actor.user)?.fingerprint;
    // Under the office's own root only the person's own certificate will do; a P12 is not in the roster.
    const isTheirs = found?.category !== 'office' || issued === certificate;
    return found?.certificate === certificate && isTheirs ? [] : [field];
  });
}

/**
 * Where a signed revision contradicts the log. The fold cannot read PDFs, so an act from another PC may name any
 * document as its result: here it is held against what was approved and against who the log says signed it.
 */
export async function contradictions(
  runtime: OfficeRuntime,
  letter: LetterState,
  sha256: string,
  bytes: Uint8Array,
  verification: VerificationView,
): Promise<readonly Finding[]> {
  const { memo } = letter;
  if (memo === null) return [];
  const revisions = revisionsUpTo(memo, sha256);
  if (revisions.length < 2) return [];
  const made = new Set(revisions.slice(1).map((r) => r.by.entry));
  const grows = await growsFrom(runtime, letter, revisions, bytes);
  return [
    ...(grows === false ? [note('log-other-document')] : []),
    ...(grows === null ? [note('log-document-missing')] : []),
    ...wrongSigners(runtime, letter, made, verification).map((field) => note('log-other-signer', { field })),
  ];
}
