import type { ActAnswer, CheckedInput } from '#core/contract/methods.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import type { ChainStep, Placement } from '#core/office/letter-acts.ts';
import { chainOf, currentStep } from '#core/office/letter-reducers-memo.ts';
import { stampPayload } from '#core/office/stamp-payload.ts';
import type { LetterState, MemoState } from '#core/office/letter-state.ts';

import { canonicalDigest } from '../log/canonical-json.ts';
import { sha256Hex } from '../log/digest.ts';
import { storeFailure, transact } from '../store/database.ts';
import { carryWords } from '../store/letters.ts';
import { actorOf, signedIn } from './acting.ts';
import { append } from './append.ts';
import { trustedRoots } from './certificates.ts';
import type { HeldPosition } from './letter-actions.ts';
import { keepLetterDocument, readLetterDocument } from './letter-bytes.ts';
import { sealingKeyOf } from './letter-secrets.ts';
import { contradictions } from './memo-proof.ts';
import { memoGrounds } from './memos.ts';
import { credentialOf } from './own-credential.ts';
import type { PdfJobs } from './pdf-jobs.ts';
import type { OfficeRuntime } from './runtime.ts';
import { memoBasisNow } from './settling.ts';
import { capacityOf } from './stamp-text.ts';

function fieldsToPrepare(
  memo: MemoState,
  step: number,
  placement: Placement | null,
): Result<readonly { name: string; placement: Placement }[]> {
  const first = memo.chain.findIndex((s) => s.role === 'signature');
  if (first !== step) return placement === null ? ok([]) : fail('placement-fixed', { field: '' });
  const fields = [];
  for (const [index, s] of memo.chain.entries()) {
    if (s.role !== 'signature' || s.field === null) continue;
    const place = index === step ? (placement ?? s.placement) : s.placement;
    if (place === null) return fail('placement-missing', { field: s.field });
    fields.push({ name: s.field, placement: place });
  }
  return ok(fields);
}

/**
 * Nobody signs under an earlier signature that the log contradicts: an earlier signatory's PC could have put another
 * document under the same act. Errors: `act-other-revision`, `document-not-arrived`.
 */
async function isWhatWasApproved(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  letter: LetterState,
  memo: MemoState,
  bytes: Uint8Array,
): Promise<Result<null>> {
  if (!memo.chain.some((step) => step.role === 'signature' && step.done !== null)) return ok(null);
  const verified = await pdf.verify(bytes, trustedRoots(runtime));
  if (!verified.ok) return verified;
  const found = await contradictions(runtime, letter, memo.revision, bytes, verified.value);
  if (found.some((f) => f.severity === 'error')) return fail('act-other-revision');
  return found.length > 0 ? fail('document-not-arrived') : ok(null);
}

/**
 * Signs the revision that the person saw as PDF, re-verifies it, keeps it, and only then writes the act. The
 * first signatory may move the own stamp; afterwards the places are under a signature.
 */
export async function signMemo(
  runtime: OfficeRuntime,
  pdf: PdfJobs,
  input: CheckedInput<'memos.sign'>,
): Promise<Result<ActAnswer & { sha256: string }>> {
  const grounds = memoGrounds(runtime, input.letter);
  if (!grounds.ok) return grounds;
  const { memo, session, acting, letter } = grounds.value;
  if (memo.stage === 'contested') return fail('act-unsettled');
  if (memo.revision !== input.revision) return fail('act-other-revision');
  const at = currentStep(memo);
  const step = memo.chain[at];
  if (step === undefined || step.role !== 'signature' || step.field === null) return fail('act-not-in-turn');
  if (step.position !== acting.position.id) return fail('act-not-allowed');
  const credential = credentialOf(runtime, session);
  if (!credential.ok) return credential;
  const prepare = fieldsToPrepare(memo, at, input.placement);
  if (!prepare.ok) return prepare;
  const read = await readLetterDocument(runtime, letter, input.revision);
  if (!read.ok) return read;
  const bytes = read.value;
  const approved = await isWhatWasApproved(runtime, pdf, letter, memo, bytes);
  if (!approved.ok) return approved;
  const person = runtime.roster.current().people.get(session.user);
  const signed = await pdf.sign({
    pdf: bytes,
    field: step.field,
    user: session.user,
    credential: credential.value,
    prepare: prepare.value,
    time: new Date(runtime.clock()),
    stamp: {
      qr: stampPayload(runtime.officeId, letter.id, memo.revision),
      capacity: capacityOf(runtime, acting),
      name: person?.name ?? '',
      ...(person === undefined || person.nip === '' ? {} : { employeeNumber: person.nip }),
    },
  });
  if (!signed.ok) return signed;
  return keepSigned(runtime, {
    letter,
    memo,
    at,
    step,
    bytes: signed.value,
    certificate: credential.value.certificate,
    acting,
    user: session.user,
  });
}

interface Signed {
  readonly letter: LetterState;
  readonly memo: MemoState;
  readonly at: number;
  readonly step: ChainStep;
  readonly bytes: Uint8Array;
  readonly certificate: Uint8Array;
  readonly acting: HeldPosition;
  readonly user: string;
}

async function keepSigned(
  runtime: OfficeRuntime,
  signed: Signed,
): Promise<Result<ActAnswer & { sha256: string }>> {
  const { letter, memo, at, step, bytes } = signed;
  // The person may have been signed out while the worker signed.
  const session = signedIn(runtime);
  if (!session.ok) return session;
  if (session.value.user !== signed.user) return fail('not-allowed');
  const key = sealingKeyOf(runtime, letter);
  if (!key.ok) return key;
  try {
    const { sha256, size } = await keepLetterDocument(runtime, key.value, bytes);
    if (key.value === null) transact(runtime.db, (db) => carryWords(db, memo.revision, sha256));
    const written = append(runtime, session.value, [
      {
        type: 'memo.signed',
        subject: letter.id,
        body: {
          step: at,
          revision: memo.revision,
          chain: canonicalDigest(chainOf(memo)),
          result: { ...letter.document, sha256, size },
          field: step.field ?? '',
          certificate: sha256Hex(signed.certificate),
        },
        actor: actorOf(signed.user, signed.acting),
        basis: memoBasisNow(runtime, letter.id),
      },
    ]);
    return written.ok ? ok({ entry: written.value[0]?.hash ?? '', sha256 }) : written;
  } catch (error) {
    return fail(...storeFailure(error, runtime.folder));
  }
}
