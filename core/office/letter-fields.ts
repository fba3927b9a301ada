import { keepsBookOf } from './letter-book.ts';
import type { ActContext, Reducers } from './letter-reducers.ts';
import type { Desk, FieldClaim, IneffectiveReason, LetterState, OnePlaceField } from './letter-state.ts';
import type { Urgency } from './enums.ts';

type FieldAct = 'letter.corrected' | 'letter.settled' | 'letter.forwarded';

/** Values of a one-place field that nobody who saw them has replaced; two different ones are a conflict. */
export function claimsOf(letter: LetterState, field: OnePlaceField): readonly FieldClaim[] {
  return letter.claims.filter((claim) => claim.field === field);
}

/** True when people gave a one-place field different values without having seen each other. */
export function isContestedField(letter: LetterState, field: OnePlaceField): boolean {
  return new Set(claimsOf(letter, field).map((claim) => claim.value)).size > 1;
}

type Fold = Pick<ActContext<FieldAct>, 'entry' | 'fold'>;

/** Whether the author of an act wrote a claim before it. */
function isOwn({ entry, fold }: Fold, { log, mark }: FieldClaim): boolean {
  return log === entry.log && fold.precedes(mark.entry, entry);
}

/** Whether the author of an act had seen a claim: cites it, or wrote it. */
function hasSeen(context: Fold, claim: FieldClaim): boolean {
  return context.entry.basis.includes(claim.mark.entry) || isOwn(context, claim);
}

/** The claims of a letter with one more, which replaces those of its field that its author had seen. */
function withClaim(
  letter: LetterState,
  context: Pick<ActContext<FieldAct>, 'entry' | 'mark' | 'fold'>,
  field: OnePlaceField,
  value: string,
  answers: readonly string[] = [],
): readonly FieldClaim[] {
  const { entry, mark } = context;
  const others = letter.claims.filter((claim) => claim.field !== field || !hasSeen(context, claim));
  return [...others, { field, value, mark, log: entry.log, answers }];
}

/** Puts the value of a claim in its place. */
function placed(letter: LetterState, { field, value }: FieldClaim): LetterState {
  if (field === 'urgency') return { ...letter, urgency: value as Urgency };
  return field === 'classification' ? { ...letter, classification: value } : letter;
}

/** A forwarding that another one, unseen, made at the same time: both answer the same return. */
function isSideBySide(context: Fold, claim: FieldClaim): boolean {
  return (
    claim.field === 'forwardTo' &&
    !hasSeen(context, claim) &&
    claim.answers.some((answer) => context.entry.basis.includes(answer))
  );
}

function deskFor(position: string, since: number): Desk {
  return { position, copy: false, since, read: null, acknowledged: null, status: 'open', settled: null };
}

function settleField(
  letter: LetterState,
  context: ActContext<'letter.settled'>,
): LetterState | IneffectiveReason {
  const { body, entry, mark } = context;
  const claims = claimsOf(letter, body.field);
  const seen = claims.filter((claim) => hasSeen(context, claim));
  const kept = seen.find((claim) => claim.mark.entry === body.keep);
  if (kept === undefined) return 'unknown-subject';
  if (new Set(seen.map((claim) => claim.value)).size < 2) return 'already-done';
  const settled = { ...kept, mark, log: entry.log };
  const others = letter.claims.filter((claim) => claim.field !== body.field || !seen.includes(claim));
  const next = placed({ ...letter, claims: [...others, settled] }, settled);
  if (body.field !== 'forwardTo') return next;
  const lost = new Set(seen.map((claim) => claim.value).filter((value) => value !== kept.value));
  // Whoever has done something with the letter keeps it: what was done stands, as with two dispositions.
  const desks = next.desks.map((desk) =>
    lost.has(desk.position) && desk.status === 'open'
      ? { ...desk, status: 'moved' as const, settled: mark }
      : desk,
  );
  return { ...next, desks };
}

/**
 * What was registered, corrected. Plain text goes to the last in causal order and the other value stays in the
 * history; a one-place field that was set twice side by side keeps both values until somebody who cites both settles it.
 */
export const fieldReducers: Reducers<FieldAct> = {
  'letter.corrected': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    const { sealed: _sealed, keys: _keys, ...fields } = context.body;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    let next: LetterState = { ...state, ...given };
    for (const field of ['urgency', 'classification'] as const) {
      const value = context.body[field];
      if (value !== undefined) next = { ...next, claims: withClaim(next, context, field, value) };
    }
    return next;
  },
  'letter.settled': (state, context) =>
    keepsBookOf(state, context) ? settleField(state, context) : 'not-entitled',
  'letter.forwarded': (state, context) => {
    if (!keepsBookOf(state, context)) return 'not-entitled';
    const { body, entry, mark } = context;
    const unseen = state.claims.filter((claim) => isSideBySide(context, claim));
    const elsewhere = new Set(unseen.map((claim) => claim.value));
    // What lies with somebody is taken from nobody's queue.
    if (state.desks.some((d) => d.status !== 'returned' && !elsewhere.has(d.position))) return 'not-in-turn';
    const claims = withClaim(state, context, 'forwardTo', body.forwardTo, entry.basis);
    if (elsewhere.has(body.forwardTo)) return { ...state, claims };
    return { ...state, claims, desks: [...state.desks, deskFor(body.forwardTo, mark.time)] };
  },
};
