import type { Actor } from './entry.ts';
import type { InstructionCode, LetterKind, SecurityClass, Urgency } from './enums.ts';
import type { BlobRef, ChainStep, Recipient } from './letter-acts.ts';

/** Who did something, when, and by which entry. Times are milliseconds since 1970 UTC, as claimed by the actor's PC. */
export interface Mark {
  readonly actor: Actor;
  readonly time: number;
  readonly entry: string;
  readonly note: string;
}

export interface FollowUp extends Mark {
  readonly attachments: readonly BlobRef[];
}

/** One recipient's part of a disposition. */
export interface RecipientState extends Recipient {
  readonly read: Mark | null;
  readonly acknowledged: Mark | null;
  readonly followUps: readonly FollowUp[];
  readonly finished: Mark | null;
  readonly returned: Mark | null;
}

export interface DispositionState {
  readonly id: string;
  readonly parent: string | null;
  readonly by: Mark;
  readonly instructions: readonly InstructionCode[];
  readonly note: string;
  readonly due: string | null;
  readonly recipients: readonly RecipientState[];
  readonly recalled: Mark | null;
}

/** `moved`: the letter was forwarded to two positions at once and the other one was settled on. */
export type DeskStatus = 'open' | 'disposed' | 'finished' | 'noDisposition' | 'returned' | 'moved';

/** A position at which the letter itself lies: where TU forwarded it, or whom a memo addresses. */
export interface Desk {
  readonly position: string;
  /** A tembusan: to be read, nothing more. */
  readonly copy: boolean;
  readonly since: number;
  readonly read: Mark | null;
  readonly acknowledged: Mark | null;
  readonly status: DeskStatus;
  readonly settled: Mark | null;
}

export interface ChainStepState extends ChainStep {
  readonly done: Mark | null;
}

/** `contested`: people decided differently without having seen each other, and nobody has settled it yet. */
export const memoStages = ['inChain', 'returned', 'withdrawn', 'issued', 'contested'] as const;
export type MemoStage = (typeof memoStages)[number];

/** What an act on a memo does, with everything that judging it again needs. */
export type MemoDeed =
  | {
      readonly type: 'memo.proposed' | 'memo.revised';
      readonly document: BlobRef;
      readonly chain: readonly ChainStep[];
      /** SHA-256 of the chain's canonical JSON. */
      readonly digest: string;
    }
  | {
      readonly type: 'memo.approved';
      readonly step: number;
      readonly revision: string;
      readonly chain: string;
    }
  | {
      readonly type: 'memo.signed';
      readonly step: number;
      readonly revision: string;
      readonly chain: string;
      readonly result: BlobRef;
      readonly field: string;
    }
  | { readonly type: 'memo.returned'; readonly step: number; readonly revision: string }
  | { readonly type: 'memo.withdrawn' }
  | { readonly type: 'memo.settled'; readonly keep: string };

/** An act on a memo that was rightful where its author stood, with the acts its author had seen. */
export interface MemoAct {
  readonly mark: Mark;
  readonly log: string;
  readonly seq: number;
  /** Places in the list of the acts that it builds on directly: those it cites, and its author's last one. */
  readonly saw: readonly number[];
  /** The author's position leads the office (pimpinan) and may settle what others decided differently. */
  readonly leads: boolean;
  readonly deed: MemoDeed;
}

export const memoConflictKinds = [
  /** Approved or signed by one, withdrawn by the drafter. */
  'withdrawal',
  /** Approved or signed by one, returned by another. */
  'return',
  /** Two revisions of one draft. */
  'revisions',
  /** One step signed twice, so that two signed documents exist. */
  'signatures',
  /** One conflict settled in two ways. */
  'settlements',
  /** Withdrawn or returned by somebody who did not know that the memo was issued: a request. */
  'request',
] as const;
export type MemoConflictKind = (typeof memoConflictKinds)[number];

/** Acts that exclude each other and of which none had seen the other. */
export interface MemoConflict {
  readonly kind: MemoConflictKind;
  /** Hashes of the last act of each side, in causal order. A settlement cites all and keeps one. */
  readonly sides: readonly string[];
}

export interface MemoState {
  readonly stage: MemoStage;
  readonly proposedBy: Mark;
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly chain: readonly ChainStepState[];
  /** SHA-256 of the revision that the next act must name; after a signature the signed document. */
  readonly revision: string;
  readonly returned: Mark | null;
  readonly revisions: readonly { readonly document: BlobRef; readonly by: Mark }[];
  readonly conflict: MemoConflict | null;
  /** All acts that were rightful where their authors stood, in causal order; the rest follows from them. */
  readonly acts: readonly MemoAct[];
  /** Every act had seen all before it: nothing was ever decided side by side. */
  readonly linear: boolean;
}

/** Fields that hold one value which decides something: set twice side by side, a person must choose. */
export const onePlaceFields = ['urgency', 'classification', 'forwardTo'] as const;
export type OnePlaceField = (typeof onePlaceFields)[number];

/** A value that somebody gave a one-place field and that nobody who saw it has replaced. */
export interface FieldClaim {
  readonly field: OnePlaceField;
  readonly value: string;
  readonly mark: Mark;
  readonly log: string;
  /** For `forwardTo`, the returns that the forwarding answers. */
  readonly answers: readonly string[];
}

/** An act that was recorded and has no effect, with the reason as a code (words in `core/words`). */
export interface Ineffective {
  readonly entry: string;
  readonly type: string;
  readonly reason: IneffectiveReason;
}

export const ineffectiveReasons = [
  'malformed',
  'not-entitled',
  'no-user-signature',
  'unknown-subject',
  'already-done',
  'other-revision',
  'not-in-turn',
  'closed',
  /** Done on a memo over which a conflict was known and not yet settled. */
  'unsettled',
  /** Excludes an act of somebody who had not seen it: without effect until a person settles it. */
  'contested',
  /** The settlement kept the other side. */
  'set-aside',
  /** Says what somebody else had said already, unseen. */
  'repeated',
  'quarantined',
  'basis-suspended',
  /** A newer program knows what it does; until this one is updated the letter can be read only. */
  'needs-update',
] as const;
export type IneffectiveReason = (typeof ineffectiveReasons)[number];

/** Whether the letter holds an act that only a newer program understands: then it is read and not acted on. */
export function needsUpdate(letter: Pick<LetterState, 'ineffective'>): boolean {
  return letter.ineffective.some(({ reason }) => reason === 'needs-update');
}

/** Reasons that a later act may lift or change, because they say how an act stands to others that its author had not seen. */
export function isDecidedAnew(reason: IneffectiveReason): boolean {
  return reason === 'contested' || reason === 'set-aside' || reason === 'repeated';
}

/** A number of a series that a letter holds, and the entry that gave it. */
export interface HeldNumber {
  /** The series' id, e.g. `agenda/-/-/2026`. */
  readonly series: string;
  readonly year: number;
  readonly number: number;
  /** Of an inserted number (nomor sisipan), e.g. `a`; otherwise empty. */
  readonly suffix: string;
  readonly entry: string;
}

/** Documents of a letter that are to be destroyed under a retention decision, or were. */
export interface Destruction {
  /** SHA-256 of each, sorted. */
  readonly documents: readonly string[];
  /** Number of the decision. */
  readonly decision: string;
  readonly proposed: Mark;
  readonly destroyed: Mark | null;
}

/** Everything that all PCs agree on about one letter: the result of the fold over its entries. */
export interface LetterState {
  readonly id: string;
  readonly kind: LetterKind;
  readonly registered: Mark;
  readonly registeredLog: string;
  /** Sender of an incoming letter as written; for a memo the title of the proposing position's unit. */
  readonly from: string;
  readonly fromPosition: string | null;
  readonly number: string;
  readonly date: string | null;
  readonly subject: string;
  readonly securityClass: SecurityClass;
  readonly urgency: Urgency;
  readonly enclosure: string;
  readonly classification: string;
  readonly receivedAt: number;
  readonly due: string | null;
  readonly document: BlobRef;
  readonly attachments: readonly BlobRef[];
  readonly agenda: HeldNumber | null;
  /** The letter's own number, when one of the office's books gave it. */
  readonly letterNumber: HeldNumber | null;
  readonly desks: readonly Desk[];
  readonly dispositions: readonly DispositionState[];
  readonly memo: MemoState | null;
  /** Values of one-place fields given after the beginning; two different ones of a field are a conflict. */
  readonly claims: readonly FieldClaim[];
  /** What was proposed to be destroyed, and what was. */
  readonly destructions: readonly Destruction[];
  readonly ineffective: readonly Ineffective[];
  /** Acts and dispositions that are quarantined or rest on such: entry hashes and disposition ids. */
  readonly suspended: readonly string[];
  /** Hash and rank of the last entry folded, so that a projection can tell whether it is current. */
  readonly last: { readonly entry: string; readonly rank: number; readonly time: number };
}

/** Positions that the letter's routing names: they may read it (with TU, admin and its own unit's leader). */
export function involvedPositions(letter: LetterState): ReadonlySet<string> {
  const involved = new Set<string>();
  if (letter.registered.actor.position !== null) involved.add(letter.registered.actor.position);
  // A memo that was withdrawn after it was issued stays readable where it lay.
  for (const desk of letter.desks) involved.add(desk.position);
  for (const disposition of letter.dispositions) {
    if (disposition.by.actor.position !== null) involved.add(disposition.by.actor.position);
    if (disposition.recalled === null) for (const r of disposition.recipients) involved.add(r.position);
  }
  if (letter.memo !== null) for (const step of letter.memo.chain) involved.add(step.position);
  // Of two revisions each may have a chain of its own, and both must be seen by whoever is to settle it.
  if (letter.memo?.conflict != null) {
    for (const { mark, deed } of letter.memo.acts) {
      if (mark.actor.position !== null) involved.add(mark.actor.position);
      if ('document' in deed) for (const step of deed.chain) involved.add(step.position);
    }
  }
  return involved;
}
