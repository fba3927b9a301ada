import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { BlobRef, ChainStep } from '#core/office/letter-acts.ts';
import { isSecret } from '#core/office/enums.ts';
import { chainOf, currentStep } from '#core/office/letter-reducers-memo.ts';
import type { MemoState } from '#core/office/letter-state.ts';

import { makeLetterKey } from '../keys/letter-key.ts';
import type { LetterKey } from '../keys/letter-key.ts';
import { canonicalDigest } from '../log/canonical-json.ts';
import { storeFailure, transact } from '../store/database.ts';
import { carryWords } from '../store/letters.ts';
import { deleteStaged } from '../store/staged.ts';
import { actorOf, groundsFor, signedIn } from './acting.ts';
import type { Grounds } from './acting.ts';
import { append, nextLetterId } from './append.ts';
import { readStagedFile } from '../store/document-files.ts';
import { isStillStaged, removeStagedFile, takeStaged } from './intake.ts';
import { keepLetterDocument, readLetterDocument } from './letter-bytes.ts';
import { sealingKeyOf } from './letter-secrets.ts';
import type { HeldPosition } from './letter-actions.ts';
import type { PdfJobs } from './pdf-jobs.ts';
import { heldPositions } from './runtime.ts';
import type { OfficeRuntime } from './runtime.ts';
import { memoBasis, memoBasisNow } from './settling.ts';

type ProposedSteps = CheckedInput<'memos.propose'>['chain'];

/** Name of the signature field of the n-th signatory, counted from 1. */
function fieldName(order: number): string {
  return `TTD-${order}`;
}

/**
 * The chain as it will be kept: initials before signatures, a field and a place for each signature. The fields
 * themselves are made at the first signature, for the whole chain at once (4-signing: a field that is there may
 * be filled under every earlier signature, a new one may not).
 */
async function chainFor(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  bytes: Uint8Array,
  steps: ProposedSteps,
): Promise<Result<readonly ChainStep[]>> {
  const { positions } = runtime.roster.current();
  if (steps.some((step) => !positions.has(step.position))) return fail('recipient-unknown');
  const signatures = steps.filter((step) => step.role === 'signature');
  if (signatures.length === 0) return fail('chain-no-signatory');
  const ordered = [...steps.filter((step) => step.role === 'initials'), ...signatures];
  const places = await pdf.freePlacements(bytes, signatures.length);
  if (!places.ok) return places;
  let order = 0;
  return ok(
    ordered.map((step) => {
      if (step.role === 'initials') return { ...step, field: null, placement: null };
      order += 1;
      return {
        ...step,
        field: fieldName(order),
        placement: step.placement ?? places.value[order - 1] ?? null,
      };
    }),
  );
}

interface Revision {
  readonly document: BlobRef;
  readonly chain: readonly ChainStep[];
}

async function revisionOf(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  input: { readonly staged: string; readonly chain: ProposedSteps; readonly lossSeen: boolean },
  key: LetterKey | null,
): Promise<Result<Revision>> {
  const taken = await takeStaged(runtime, input.staged, key);
  if (!taken.ok) return taken;
  const original = await readStagedFile(runtime.folder, input.staged);
  if (original === null) return fail('file-missing');
  const fresh = await pdf.normalise(original, input.lossSeen);
  if (!fresh.ok) return fresh;
  const chain = await chainFor(runtime, pdf, fresh.value, input.chain);
  if (!chain.ok) return chain;
  try {
    const kept = await keepLetterDocument(runtime, key, fresh.value);
    if (key === null) transact(runtime.db, (db) => carryWords(db, input.staged, kept.sha256));
    return ok({ document: { ...taken.value, ...kept }, chain: chain.value });
  } catch (error) {
    return fail(...storeFailure(error, runtime.folder));
  }
}

/** Proposes a nota dinas: its document and the chain that must initial and sign it. */
export async function proposeMemo(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  input: CheckedInput<'memos.propose'>,
): Promise<Result<{ letterId: string; entry: string }>> {
  const session = signedIn(runtime);
  if (!session.ok) return session;
  const held = heldPositions(runtime)[0];
  if (held === undefined) return fail('not-allowed');
  const { positions } = runtime.roster.current();
  if ([...input.to, ...input.copies].some((p) => !positions.has(p))) return fail('recipient-unknown');
  const key = isSecret(input.securityClass) ? makeLetterKey() : null;
  const revision = await revisionOf(runtime, pdf, input, key);
  if (!revision.ok) return revision;
  if (!isStillStaged(runtime, input.staged)) return fail('act-already-done');
  const { staged, chain: _chain, lossSeen: _seen, ...fields } = input;
  const letterId = nextLetterId(runtime, session.value);
  const written = append(
    runtime,
    session.value,
    [
      {
        type: 'memo.proposed',
        subject: letterId,
        body: {
          kind: 'officialMemo',
          ...fields,
          unit: held.position.unit,
          document: revision.value.document,
          chain: [...revision.value.chain],
        },
        actor: actorOf(session.value.user, held),
        ...(key === null ? {} : { letterKey: key }),
      },
    ],
    (db) => deleteStaged(db, staged),
  );
  if (!written.ok) return written;
  await removeStagedFile(runtime, staged, key);
  return ok({ letterId, entry: written.value[0]?.hash ?? '' });
}

export interface MemoGrounds extends Grounds {
  readonly memo: MemoState;
  readonly acting: HeldPosition;
}

/** The memo and the capacity in which the person signed in acts on it. */
export function memoGrounds(runtime: OfficeRuntime, letter: string): Result<MemoGrounds> {
  const grounds = groundsFor(runtime, letter);
  if (!grounds.ok) return grounds;
  const { memo } = grounds.value.letter;
  const { acting } = grounds.value.stand;
  if (memo === null || acting === null) return fail('act-not-allowed');
  return ok({ ...grounds.value, memo, acting });
}

/** Proposes a returned memo again with a new document; earlier approvals do not carry over. */
export async function reviseMemo(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  input: CheckedInput<'memos.revise'>,
): Promise<Result<ActAnswer>> {
  const grounds = memoGrounds(runtime, input.letter);
  if (!grounds.ok) return grounds;
  const key = sealingKeyOf(runtime, grounds.value.letter);
  if (!key.ok) return key;
  const revision = await revisionOf(runtime, pdf, input, key.value);
  if (!revision.ok) return revision;
  if (!isStillStaged(runtime, input.staged)) return fail('act-already-done');
  const drafter = grounds.value.held.find((h) => h.position.id === grounds.value.letter.fromPosition);
  if (drafter === undefined) return fail('act-not-allowed');
  const written = append(
    runtime,
    grounds.value.session,
    [
      {
        type: 'memo.revised',
        subject: input.letter,
        body: { document: revision.value.document, chain: [...revision.value.chain], note: input.note },
        actor: actorOf(grounds.value.session.user, drafter),
        basis: memoBasisNow(runtime, input.letter),
      },
    ],
    (db) => deleteStaged(db, input.staged),
  );
  if (!written.ok) return written;
  await removeStagedFile(runtime, input.staged, key.value);
  return ok({ entry: written.value[0]?.hash ?? '' });
}

/** Initials (paraf) the revision that the person saw. */
export async function approveMemo(
  runtime: OfficeRuntime,
  input: CheckedInput<'memos.approve'>,
): Promise<Result<ActAnswer>> {
  const grounds = memoGrounds(runtime, input.letter);
  if (!grounds.ok) return grounds;
  const { memo, session, acting } = grounds.value;
  if (memo.revision !== input.revision) return fail('act-other-revision');
  const seen = await readLetterDocument(runtime, grounds.value.letter, input.revision);
  if (!seen.ok) return seen;
  const written = append(runtime, session, [
    {
      type: 'memo.approved',
      subject: input.letter,
      body: {
        step: currentStep(memo),
        revision: input.revision,
        chain: canonicalDigest(chainOf(memo)),
        note: input.note,
      },
      actor: actorOf(session.user, acting),
      basis: memoBasisNow(runtime, input.letter),
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** Sends the memo back to its drafter with a note. */
export function returnMemo(
  runtime: OfficeRuntime,
  input: { letter: string; revision: string; note: string },
): Result<ActAnswer> {
  const grounds = memoGrounds(runtime, input.letter);
  if (!grounds.ok) return grounds;
  const { memo, session, acting } = grounds.value;
  const written = append(runtime, session, [
    {
      type: 'memo.returned',
      subject: input.letter,
      body: { step: currentStep(memo), revision: input.revision, note: input.note },
      actor: actorOf(session.user, acting),
      basis: memoBasis(memo),
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}

/** The drafter takes the memo out of its chain. */
export function withdrawMemo(runtime: OfficeRuntime, letter: string, note: string): Result<ActAnswer> {
  const grounds = memoGrounds(runtime, letter);
  if (!grounds.ok) return grounds;
  const { session, held } = grounds.value;
  const drafter = held.find((h) => h.position.id === grounds.value.letter.fromPosition);
  if (drafter === undefined) return fail('act-not-allowed');
  const written = append(runtime, session, [
    {
      type: 'memo.withdrawn',
      subject: letter,
      body: { note },
      actor: actorOf(session.user, drafter),
      basis: memoBasis(grounds.value.memo),
    },
  ]);
  return written.ok ? ok({ entry: written.value[0]?.hash ?? '' }) : written;
}
