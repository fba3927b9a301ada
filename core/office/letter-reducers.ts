import { actorStands } from './entitlement.ts';
import type { AcceptedEntry } from './entry.ts';
import { bindingLetterActs, letterActSchemas } from './letter-acts.ts';
import type { ChainStep, LetterActBody, LetterActType } from './letter-acts.ts';
import { deskReducers } from './letter-reducers-desk.ts';
import { destructionReducers } from './letter-reducers-destruction.ts';
import { fieldReducers } from './letter-fields.ts';
import { dispositionReducers } from './letter-reducers-disposition.ts';
import { memoReducers, startMemo } from './letter-reducers-memo.ts';
import { isDecidedAnew } from './letter-state.ts';
import { numberReducers } from './letter-reducers-number.ts';
import type { IneffectiveReason, LetterState, Mark } from './letter-state.ts';
import { mayRegister } from './rights.ts';
import type { RosterState } from './roster.ts';

/** By which roster an entry is judged, and whether it lies beyond the cut of a closed log. */
export interface Judgement {
  readonly roster: RosterState;
  readonly quarantined: boolean;
}

/** What the fold needs from outside: who judges an entry, and the digest that approvals bind to. */
export interface FoldContext {
  readonly judge: (entry: AcceptedEntry) => Judgement;
  /** SHA-256 (hex) of the chain's canonical JSON. */
  readonly chainDigest: (chain: readonly ChainStep[]) => string;
  /** Whether the letter of this id begins at this place of a log. */
  readonly beginsLetter: (id: string, log: string, seq: number) => boolean;
  /** The accepted entry with this hash; null while it is not here. */
  readonly cited: (hash: string) => AcceptedEntry | null;
  /**
   * Whether of two entries of one log the author of the second had written the first: always, but where the log was
   * continued twice and they are of different continuations.
   */
  readonly precedes: (earlier: string, later: Pick<AcceptedEntry, 'log' | 'seq' | 'hash'>) => boolean;
}

export interface ActContext<T extends LetterActType> {
  readonly body: LetterActBody<T>;
  readonly entry: AcceptedEntry;
  readonly mark: Mark;
  readonly roster: RosterState;
  readonly fold: FoldContext;
}

/** A reducer answers the next state, or the reason why the act has no effect. */
export type Reducer<T extends LetterActType> = (
  state: LetterState,
  context: ActContext<T>,
) => LetterState | IneffectiveReason;

type FollowingAct = Exclude<LetterActType, 'letter.registered' | 'memo.proposed'>;
export type Reducers<T extends LetterActType = FollowingAct> = { readonly [K in T]: Reducer<K> };

const reducers: Reducers = {
  ...deskReducers,
  ...fieldReducers,
  ...dispositionReducers,
  ...memoReducers,
  ...numberReducers,
  ...destructionReducers,
};

function markOf(entry: AcceptedEntry, body: object): Mark {
  const note = 'note' in body && typeof body.note === 'string' ? body.note : '';
  return { actor: entry.actor, time: entry.time, entry: entry.hash, note };
}

function isFollowing(type: string): type is FollowingAct {
  return type in reducers;
}

/** Begins a letter, or answers null when the entry does not begin one or its author was not entitled. */
export function startLetter(id: string, entry: AcceptedEntry, fold: FoldContext): LetterState | null {
  const { roster, quarantined } = fold.judge(entry);
  if (quarantined) return null;
  // The id says which entry begins the letter: a colleague's log cannot slip a beginning of its own before it.
  if (!fold.beginsLetter(id, entry.log, entry.seq) || !actorStands(entry, roster)) return null;
  if (entry.type === 'memo.proposed') {
    const parsed = letterActSchemas['memo.proposed'].safeParse(entry.body);
    if (!parsed.success) return null;
    return startMemo(id, {
      body: parsed.data,
      entry,
      mark: markOf(entry, parsed.data),
      roster,
      fold,
    });
  }
  if (entry.type !== 'letter.registered' || !mayRegister(roster, entry.actor.position)) return null;
  const parsed = letterActSchemas['letter.registered'].safeParse(entry.body);
  if (!parsed.success) return null;
  const body = parsed.data;
  const registered = markOf(entry, body);
  return {
    id,
    kind: body.kind,
    registered,
    registeredLog: entry.log,
    from: body.from,
    fromPosition: null,
    number: body.number,
    date: body.date,
    subject: body.subject,
    securityClass: body.securityClass,
    urgency: body.urgency,
    enclosure: body.enclosure,
    classification: body.classification,
    receivedAt: body.receivedAt,
    due: null,
    document: body.document,
    attachments: [],
    agenda: null,
    letterNumber: null,
    desks: [
      {
        position: body.forwardTo,
        copy: false,
        since: entry.time,
        read: null,
        acknowledged: null,
        status: 'open',
        settled: null,
      },
    ],
    dispositions: [],
    memo: null,
    claims: [],
    destructions: [],
    ineffective: [],
    suspended: [],
    last: { entry: entry.hash, rank: entry.rank, time: entry.time },
  };
}

/** Applies one later act. What has no effect is listed with its reason. */
export function foldAct(state: LetterState, entry: AcceptedEntry, fold: FoldContext): LetterState {
  const next = isFollowing(entry.type) ? reduce(state, entry.type, entry, fold) : unknownAct(entry, fold);
  const last = { entry: entry.hash, rank: entry.rank, time: entry.time };
  if (typeof next !== 'string') return { ...next, last };
  const found = { entry: entry.hash, type: entry.type, reason: next };
  // What is decided anew with each act stands behind what is decided once.
  const once = state.ineffective.filter((i) => !isDecidedAnew(i.reason));
  const anew = state.ineffective.filter((i) => isDecidedAnew(i.reason));
  const ineffective = [...once, found, ...anew];
  const suspends = next === 'quarantined' || next === 'basis-suspended';
  const suspended = suspends ? [...state.suspended, ...foundedBy(entry)] : state.suspended;
  return { ...state, ineffective, suspended, last };
}

/** Kinds of acts on letters; which acts there are of each grows with the program. */
const LETTER_ACTS = /^(?:letter|memo|number|blob)\./;

/**
 * Why an act of a type that this program does not know has no effect. One by somebody who stands where it says may be a
 * newer program's; others lock no letter by making up types.
 */
function unknownAct(entry: AcceptedEntry, fold: FoldContext): IneffectiveReason {
  if (entry.type in letterActSchemas || !LETTER_ACTS.test(entry.type)) return 'malformed';
  const { roster, quarantined } = fold.judge(entry);
  if (quarantined) return 'quarantined';
  return actorStands(entry, roster) ? 'needs-update' : 'not-entitled';
}

/** What later acts may rest on: the entry itself, and the disposition that it would have begun. */
function foundedBy(entry: AcceptedEntry): readonly string[] {
  const { disposition } = entry.body;
  const begins = entry.type === 'letter.disposed' && typeof disposition === 'string';
  return begins ? [entry.hash, disposition] : [entry.hash];
}

/**
 * Whether an act answers, or goes on from, one that is suspended. A disposition that stands is not suspended by a
 * quarantined entry that used its id.
 */
function restsOnSuspended({ suspended, dispositions }: LetterState, entry: AcceptedEntry): boolean {
  if (suspended.length === 0) return false;
  const { disposition, parent } = entry.body;
  const goesOn = entry.type === 'letter.disposed' ? parent : disposition;
  const stands = dispositions.some((d) => d.id === goesOn);
  if (typeof goesOn === 'string' && !stands && suspended.includes(goesOn)) return true;
  return entry.basis.some((hash) => suspended.includes(hash));
}

function reduce<T extends FollowingAct>(
  state: LetterState,
  type: T,
  entry: AcceptedEntry,
  fold: FoldContext,
): LetterState | IneffectiveReason {
  const parsed = letterActSchemas[type].safeParse(entry.body);
  const { roster, quarantined } = fold.judge(entry);
  if (quarantined) return 'quarantined';
  if (!parsed.success) return 'malformed';
  if (restsOnSuspended(state, entry)) return 'basis-suspended';
  if (!actorStands(entry, roster)) return 'not-entitled';
  if (bindingLetterActs.has(type) && entry.userSig === undefined) return 'no-user-signature';
  const body = parsed.data as LetterActBody<T>;
  const reducer: Reducer<T> = reducers[type];
  return reducer(state, { body, entry, mark: markOf(entry, body), roster, fold });
}
