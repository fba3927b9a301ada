import type { BlobRef, ChainStep } from './letter-acts.ts';
import type {
  ChainStepState,
  IneffectiveReason,
  Mark,
  MemoAct,
  MemoConflict,
  MemoDeed,
  MemoStage,
  MemoState,
} from './letter-state.ts';

/** Where a memo stands for somebody who has seen certain acts and no others. */
export interface Course {
  readonly stage: MemoStage;
  readonly chain: readonly ChainStepState[];
  /** SHA-256 of the chain as proposed: what approvals bind to. */
  readonly digest: string;
  readonly revision: string;
  readonly document: BlobRef;
  readonly returned: Mark | null;
  readonly revisions: MemoState['revisions'];
  readonly conflict: MemoConflict | null;
  /** When the last step was done; null while it was not. */
  readonly issuedAt: number | null;
  /** Set of the acts that have an effect, a bit for each place in the list. */
  readonly took: bigint;
}

type Founding = Extract<MemoDeed, { document: BlobRef }>;
type OnStep = Extract<MemoDeed, { step: number }>;

/** The chain as it was proposed, without what was done on it: what approvals bind to. */
export function chainOf(memo: Pick<MemoState, 'chain'>): readonly ChainStep[] {
  return memo.chain.map(({ role, position, field, placement }) => ({ role, position, field, placement }));
}

/** Index of the step whose turn it is, -1 when all are done. */
export function currentStep(memo: Pick<MemoState, 'chain'>): number {
  return memo.chain.findIndex((step) => step.done === null);
}

function begin(deed: Founding, mark: Mark, before: MemoState['revisions'], took: bigint): Course {
  return {
    stage: 'inChain',
    chain: deed.chain.map((step) => ({ ...step, done: null })),
    digest: deed.digest,
    revision: deed.document.sha256,
    document: deed.document,
    returned: null,
    revisions: [...before, { document: deed.document, by: mark }],
    conflict: null,
    issuedAt: null,
    took,
  };
}

/** The course of a memo that was proposed and no more. */
export function firstCourse({ deed, mark }: MemoAct): Course {
  if (deed.type !== 'memo.proposed') throw new Error('a memo begins with its proposal');
  return begin(deed, mark, [], 1n);
}

/** The step that an act may do now: its turn, its position, exactly this revision and chain. */
function stepInTurn(
  course: Course,
  deed: OnStep,
  position: string | null,
): ChainStepState | IneffectiveReason {
  if (course.stage !== 'inChain') return 'closed';
  if (deed.revision !== course.revision) return 'other-revision';
  if ('chain' in deed && deed.chain !== course.digest) return 'other-revision';
  const step = course.chain[deed.step];
  if (step === undefined) return 'unknown-subject';
  if (step.position !== position) return 'not-entitled';
  if (step.done !== null) return 'already-done';
  return currentStep(course) === deed.step ? step : 'not-in-turn';
}

/** A memo whose last step is done is issued. */
function finishStep(course: Course, mark: Mark): Course {
  return currentStep(course) === -1 ? { ...course, stage: 'issued', issuedAt: mark.time } : course;
}

/**
 * What an act of the chain makes of the course on which its author stood, or why it has no effect. Approval and
 * signature go in order; each binds to one revision and one chain and never carries over.
 *
 * @param bit the act's own bit in `took`
 * @param drafter the position that proposed the memo
 */
export function followCourse(
  course: Course,
  { deed, mark }: MemoAct,
  bit: bigint,
  drafter: string | null,
): Course | IneffectiveReason {
  if (course.stage === 'contested') return 'unsettled';
  const { position } = mark.actor;
  const took = course.took | bit;
  switch (deed.type) {
    case 'memo.revised':
      if (course.stage !== 'returned') return 'not-in-turn';
      return position === drafter ? begin(deed, mark, course.revisions, took) : 'not-entitled';
    case 'memo.approved': {
      const step = stepInTurn(course, deed, position);
      if (typeof step === 'string') return step;
      if (step.role !== 'initials') return 'not-in-turn';
      return finishStep(
        { ...course, took, chain: course.chain.with(deed.step, { ...step, done: mark }) },
        mark,
      );
    }
    case 'memo.signed': {
      const step = stepInTurn(course, deed, position);
      if (typeof step === 'string') return step;
      if (step.role !== 'signature' || step.field !== deed.field) return 'not-in-turn';
      const signed = {
        ...course,
        took,
        chain: course.chain.with(deed.step, { ...step, done: mark }),
        revision: deed.result.sha256,
        document: deed.result,
        revisions: [...course.revisions, { document: deed.result, by: mark }],
      };
      return finishStep(signed, mark);
    }
    case 'memo.returned': {
      const step = stepInTurn(course, deed, position);
      return typeof step === 'string' ? step : { ...course, took, stage: 'returned', returned: mark };
    }
    case 'memo.withdrawn':
      if (course.stage !== 'inChain' && course.stage !== 'returned') return 'closed';
      return position === drafter ? { ...course, took, stage: 'withdrawn', returned: mark } : 'not-entitled';
    default:
      return 'malformed';
  }
}

/** What an act says, so that two people who say the same, unseen, do not contradict each other. */
export function sayingOf(deed: MemoDeed): string {
  switch (deed.type) {
    case 'memo.approved':
      return `${deed.type}/${deed.step}/${deed.revision}/${deed.chain}`;
    case 'memo.signed':
      return `${deed.type}/${deed.step}/${deed.revision}/${deed.result.sha256}`;
    case 'memo.returned':
      return `${deed.type}/${deed.step}/${deed.revision}`;
    case 'memo.settled':
      return `${deed.type}/${deed.keep}`;
    case 'memo.withdrawn':
      return deed.type;
    default:
      return `${deed.type}/${deed.document.sha256}/${deed.digest}`;
  }
}

/**
 * Positions that may settle a conflict, beside the leader of the office: those whose acts contradict each other and
 * the signatories, who answer for the memo. Once it was issued only the signatories.
 *
 * @param authors positions of the last act of each side
 */
export function maySettle(
  memo: Pick<MemoState, 'chain' | 'stage'>,
  authors: readonly (string | null)[],
): ReadonlySet<string | null> {
  const signatories = memo.chain.filter((step) => step.role === 'signature').map((step) => step.position);
  return new Set(memo.stage === 'issued' ? signatories : [...signatories, ...authors]);
}
