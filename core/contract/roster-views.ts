import type { OfficeActType } from '../office/office-acts.ts';
import type { RequestedAct } from '../office/roster-acts.ts';

/** What a deputy asked of whoever writes the roster. */
export interface RosterRequestView {
  readonly request: string;
  readonly act: RequestedAct;
  readonly note: string;
  readonly state: 'open' | 'granted' | 'refused';
  /** The entry that answers it; null while it is open. */
  readonly answer: string | null;
  /** Why it was refused; empty otherwise. */
  readonly answerNote: string;
  readonly user: string;
  readonly name: string;
  readonly title: string;
  /** Claimed time, milliseconds since 1970 UTC. */
  readonly time: number;
}

/** One act on the roster, on keys or on PCs, with its proof. */
export interface RosterActView {
  readonly entry: string;
  readonly type: OfficeActType;
  /** Claimed time, milliseconds since 1970 UTC. */
  readonly time: number;
  readonly user: string;
  readonly name: string;
  /** Empty for acts about the office itself, which need no position. */
  readonly title: string;
  /** Values of the sentence in `core/words`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** False for what the main chain of the roster, or a cut, leaves out. */
  readonly counts: boolean;
  readonly proof: { readonly log: string; readonly seq: number; readonly device: string };
}

export interface RosterActsPage {
  readonly acts: readonly RosterActView[];
  /** For the next page; null when this is the last. */
  readonly next: { readonly rank: number; readonly hash: string } | null;
}
