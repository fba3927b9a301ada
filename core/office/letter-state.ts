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

export type DeskStatus = 'open' | 'disposed' | 'finished' | 'noDisposition' | 'returned';

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

export type MemoStage = 'inChain' | 'returned' | 'withdrawn' | 'issued';

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
  'quarantined',
  'basis-suspended',
] as const;
export type IneffectiveReason = (typeof ineffectiveReasons)[number];

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
  const issued = letter.memo === null || letter.memo.stage === 'issued';
  if (issued) for (const desk of letter.desks) involved.add(desk.position);
  for (const disposition of letter.dispositions) {
    if (disposition.by.actor.position !== null) involved.add(disposition.by.actor.position);
    if (disposition.recalled === null) for (const r of disposition.recipients) involved.add(r.position);
  }
  if (letter.memo !== null) for (const step of letter.memo.chain) involved.add(step.position);
  return involved;
}
