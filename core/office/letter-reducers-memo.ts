import type { ActContext, Reducers } from './letter-reducers.ts';
import { isDecidedAnew } from './letter-state.ts';
import type { Desk, IneffectiveReason, LetterState, MemoAct, MemoDeed, MemoState } from './letter-state.ts';
import { followCourse } from './memo-course.ts';
import type { Course } from './memo-course.ts';
import { MemoMerge, SIDE_BY_SIDE_LIMIT } from './memo-merge.ts';

export { chainOf, currentStep } from './memo-course.ts';

type MemoActType =
  'memo.revised' | 'memo.approved' | 'memo.signed' | 'memo.returned' | 'memo.withdrawn' | 'memo.settled';

/** Begins a nota dinas: proposed with its chain of approval, not yet with its addressees. */
export function startMemo(id: string, context: ActContext<'memo.proposed'>): LetterState {
  const { body, entry, mark, roster, fold } = context;
  const position = entry.actor.position === null ? undefined : roster.positions.get(entry.actor.position);
  const unit =
    position?.unit === null || position?.unit === undefined ? undefined : roster.units.get(position.unit);
  const deed: MemoDeed = {
    type: 'memo.proposed',
    document: body.document,
    chain: body.chain,
    digest: fold.chainDigest(body.chain),
  };
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
      chain: body.chain.map((step) => ({ ...step, done: null })),
      revision: body.document.sha256,
      returned: null,
      revisions: [{ document: body.document, by: mark }],
      conflict: null,
      acts: [{ mark, log: entry.log, seq: entry.seq, saw: [], leads: false, deed }],
      linear: true,
    },
    claims: [],
    destructions: [],
    ineffective: [],
    suspended: [],
    last: { entry: entry.hash, rank: entry.rank, time: entry.time },
  };
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

/** The acts that one builds on: those its basis cites and its author's last one before it; at least the proposal. */
function seenBy(
  { entry, fold }: Pick<ActContext<MemoActType>, 'entry' | 'fold'>,
  acts: readonly MemoAct[],
): readonly number[] {
  const cited = new Set(entry.basis);
  const own = acts.findLastIndex(
    (act) => act.log === entry.log && act.seq < entry.seq && fold.precedes(act.mark.entry, entry),
  );
  const seen = [...acts.keys()].filter((index) => index === own || cited.has(acts[index]?.mark.entry ?? ''));
  return seen.length === 0 ? [0] : seen;
}

/** Hashes that the next act on the memo cites: the last acts of all sides. */
export function tipsOf(memo: MemoState): readonly string[] {
  const seen = new Set(memo.acts.flatMap((act) => act.saw));
  return memo.acts.filter((_act, index) => !seen.has(index)).map((act) => act.mark.entry);
}

/** The course of a memo on which nothing was ever decided side by side. */
function linearCourse(memo: MemoState, document: LetterState['document']): Course {
  const draft = memo.acts.findLast((act) => 'document' in act.deed)?.deed;
  return {
    stage: memo.stage,
    chain: memo.chain,
    digest: draft !== undefined && 'document' in draft ? draft.digest : '',
    revision: memo.revision,
    document,
    returned: memo.returned,
    revisions: memo.revisions,
    conflict: null,
    issuedAt: null,
    took: 0n,
  };
}

/** The letter as the course leaves it; a memo that is issued lies with its addressees from then on. */
function withCourse(state: LetterState, memo: MemoState, course: Course): LetterState {
  const { stage, chain, revision, document, returned, revisions, conflict } = course;
  const next: MemoState = { ...memo, stage, chain, revision, returned, revisions, conflict };
  const isNew = stage === 'issued' && state.desks.length === 0;
  const desks = isNew ? deliver(next, course.issuedAt ?? next.proposedBy.time) : state.desks;
  return { ...state, memo: next, document, desks };
}

/** Judges an act where its author stood, and the whole memo anew when the author had not seen all of it. */
function follow<T extends MemoActType>(
  state: LetterState,
  context: ActContext<T>,
  deed: MemoDeed,
): LetterState | IneffectiveReason {
  const memo = state.memo;
  if (memo === null) return 'unknown-subject';
  const { entry, mark, roster } = context;
  const saw = seenBy(context, memo.acts);
  const { position } = entry.actor;
  const leads = position !== null && roster.positions.get(position)?.role === 'pimpinan';
  const act: MemoAct = { mark, log: entry.log, seq: entry.seq, saw, leads, deed };
  const acts = [...memo.acts, act];
  const linear = memo.linear && saw.includes(memo.acts.length - 1);
  if (linear) {
    const course = followCourse(linearCourse(memo, state.document), act, 0n, state.fromPosition);
    if (typeof course === 'string') return deed.type === 'memo.settled' ? 'closed' : course;
    return withCourse(state, { ...memo, acts, linear }, course);
  }
  // By position, so that whoever floods a memo silences nobody else.
  const own = acts.filter((a) => a.mark.actor.position === position);
  if (own.length > SIDE_BY_SIDE_LIMIT) return 'closed';
  const merge = new MemoMerge(acts);
  const line = merge.line(memo.acts.length);
  if (typeof line === 'string') return line;
  const whole = merge.whole();
  const anew = acts.flatMap(({ mark: { entry: hash }, deed: { type } }, index) => {
    const reason = merge.reasonAgainst(index, whole);
    return reason === null ? [] : [{ entry: hash, type, reason }];
  });
  const settled = state.ineffective.filter((i) => !isDecidedAnew(i.reason));
  return withCourse({ ...state, ineffective: [...settled, ...anew] }, { ...memo, acts, linear }, whole);
}

/** Approval and signature in order on the chain of revisions; what was decided side by side is contested. */
export const memoReducers: Reducers<MemoActType> = {
  'memo.revised': (state, context) => {
    const { document, chain } = context.body;
    const digest = context.fold.chainDigest(chain);
    return follow(state, context, { type: 'memo.revised', document, chain, digest });
  },
  'memo.approved': (state, context) => {
    const { step, revision, chain } = context.body;
    return follow(state, context, { type: 'memo.approved', step, revision, chain });
  },
  'memo.signed': (state, context) => {
    const { step, revision, chain, result, field } = context.body;
    return follow(state, context, { type: 'memo.signed', step, revision, chain, result, field });
  },
  'memo.returned': (state, context) => {
    const { step, revision } = context.body;
    return follow(state, context, { type: 'memo.returned', step, revision });
  },
  'memo.withdrawn': (state, context) => follow(state, context, { type: 'memo.withdrawn' }),
  'memo.settled': (state, context) =>
    follow(state, context, { type: 'memo.settled', keep: context.body.keep }),
};
