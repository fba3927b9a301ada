import type { ActContext, FoldContext, Reducers } from './letter-reducers.ts';
import type { ChainStep } from './letter-acts.ts';
import type { ChainStepState, Desk, IneffectiveReason, LetterState, MemoState } from './letter-state.ts';

type MemoAct = 'memo.revised' | 'memo.approved' | 'memo.signed' | 'memo.returned' | 'memo.withdrawn';

const pending = (chain: readonly ChainStep[]): ChainStepState[] =>
  chain.map((step) => ({ ...step, done: null }));

/** The chain as it was proposed, without what was done on it: what approvals bind to. */
export function chainOf(memo: MemoState): readonly ChainStep[] {
  return memo.chain.map(({ role, position, field, placement }) => ({ role, position, field, placement }));
}

/** Index of the step whose turn it is, -1 when all are done. */
export function currentStep(memo: MemoState): number {
  return memo.chain.findIndex((step) => step.done === null);
}

/** Begins a nota dinas: proposed with its chain of approval, not yet with its addressees. */
export function startMemo(id: string, context: ActContext<'memo.proposed'>): LetterState {
  const { body, entry, mark, roster } = context;
  const position = entry.actor.position === null ? undefined : roster.positions.get(entry.actor.position);
  const unit =
    position?.unit === null || position?.unit === undefined ? undefined : roster.units.get(position.unit);
  return {
    id,
    kind: body.kind,
    registered: mark,
    registeredLog: entry.log,
    from: unit?.name ?? position?.title ?? '',
    fromPosition: entry.actor.position,
    number: body.number,
    date: body.date,
    subject: body.subject,
    securityClass: body.securityClass,
    urgency: body.urgency,
    enclosure: '',
    classification: '',
    receivedAt: entry.time,
    due: body.due,
    document: body.document,
    attachments: [],
    agenda: null,
    letterNumber: null,
    desks: [],
    dispositions: [],
    memo: {
      stage: 'inChain',
      proposedBy: mark,
      to: body.to,
      copies: body.copies,
      chain: pending(body.chain),
      revision: body.document.sha256,
      returned: null,
      revisions: [{ document: body.document, by: mark }],
    },
    ineffective: [],
    suspended: [],
    last: { entry: entry.hash, rank: entry.rank, time: entry.time },
  };
}

/** The step that an act may do now: its turn, its position, exactly this revision and chain. */
function stepInTurn(
  memo: MemoState,
  act: { step: number; revision: string; chain?: string },
  position: string | null,
  fold: FoldContext,
): ChainStepState | IneffectiveReason {
  if (memo.stage !== 'inChain') return 'closed';
  if (act.revision !== memo.revision) return 'other-revision';
  if (act.chain !== undefined && act.chain !== fold.chainDigest(chainOf(memo))) return 'other-revision';
  const step = memo.chain[act.step];
  if (step === undefined) return 'unknown-subject';
  if (step.position !== position) return 'not-entitled';
  if (step.done !== null) return 'already-done';
  return currentStep(memo) === act.step ? step : 'not-in-turn';
}

/** One desk a position, as addressee before copy: a second one could never be settled. */
function deliver(memo: MemoState, since: number): readonly Desk[] {
  const addressees = new Set(memo.to);
  const copies = new Set(memo.copies.filter((p) => !addressees.has(p)));
  const desk = (position: string, copy: boolean): Desk => ({
    position,
    copy,
    since,
    read: null,
    acknowledged: null,
    status: 'open',
    settled: null,
  });
  return [...[...addressees].map((p) => desk(p, false)), ...[...copies].map((p) => desk(p, true))];
}

/** Finishes a step; when it was the last one the memo is issued and lies with its addressees. */
function finishStep(state: LetterState, memo: MemoState): LetterState {
  if (currentStep(memo) !== -1) return { ...state, memo };
  const issued: MemoState = { ...memo, stage: 'issued' };
  return { ...state, memo: issued, desks: deliver(issued, state.last.time) };
}

/** Approval and signature in order on the chain of revisions; an approval binds to one revision and never carries over. */
export const memoReducers: Reducers<MemoAct> = {
  'memo.revised': (state, { body, entry, mark }) => {
    const memo = state.memo;
    if (memo === null) return 'unknown-subject';
    if (memo.stage !== 'returned') return 'not-in-turn';
    if (memo.proposedBy.actor.position !== entry.actor.position) return 'not-entitled';
    return {
      ...state,
      document: body.document,
      memo: {
        ...memo,
        stage: 'inChain',
        chain: pending(body.chain),
        revision: body.document.sha256,
        returned: null,
        revisions: [...memo.revisions, { document: body.document, by: mark }],
      },
    };
  },
  'memo.approved': (state, { body, entry, mark, fold }) => {
    const memo = state.memo;
    if (memo === null) return 'unknown-subject';
    const step = stepInTurn(memo, body, entry.actor.position, fold);
    if (typeof step === 'string') return step;
    if (step.role !== 'initials') return 'not-in-turn';
    const done = { ...memo, chain: memo.chain.with(body.step, { ...step, done: mark }) };
    return finishStep({ ...state, last: { ...state.last, time: entry.time } }, done);
  },
  'memo.signed': (state, { body, entry, mark, fold }) => {
    const memo = state.memo;
    if (memo === null) return 'unknown-subject';
    const step = stepInTurn(memo, body, entry.actor.position, fold);
    if (typeof step === 'string') return step;
    if (step.role !== 'signature' || step.field !== body.field) return 'not-in-turn';
    const signed: MemoState = {
      ...memo,
      chain: memo.chain.with(body.step, { ...step, done: mark }),
      revision: body.result.sha256,
      revisions: [...memo.revisions, { document: body.result, by: mark }],
    };
    return finishStep({ ...state, document: body.result, last: { ...state.last, time: entry.time } }, signed);
  },
  'memo.returned': (state, { body, entry, mark, fold }) => {
    const memo = state.memo;
    if (memo === null) return 'unknown-subject';
    const step = stepInTurn(memo, body, entry.actor.position, fold);
    if (typeof step === 'string') return step;
    return { ...state, memo: { ...memo, stage: 'returned', returned: mark } };
  },
  'memo.withdrawn': (state, { entry, mark }) => {
    const memo = state.memo;
    if (memo === null) return 'unknown-subject';
    if (memo.stage !== 'inChain' && memo.stage !== 'returned') return 'closed';
    if (memo.proposedBy.actor.position !== entry.actor.position) return 'not-entitled';
    return { ...state, memo: { ...memo, stage: 'withdrawn', returned: mark } };
  },
};
