import type { AcceptedEntry } from '#core/office/entry.ts';
import { compareEntries } from '#core/office/entry.ts';
import { foldLetter } from '#core/office/letter-fold.ts';
import { foldAct } from '#core/office/letter-reducers.ts';
import { chainOf, currentStep, tipsOf } from '#core/office/letter-reducers-memo.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';

import {
  LETTER,
  act,
  blob,
  contextOf,
  hashOf,
  initialsStep,
  officeOf,
  proposed,
  signatureStep,
} from './office-samples.ts';
import type { Seat } from './office-samples.ts';

export const drafter: Seat = { title: 'Kasubag Keuangan', holder: 'Dedi', role: 'pejabat' };
export const secretary: Seat = { title: 'Sekretaris', holder: 'Siti', role: 'pejabat' };
export const plh: Seat = {
  title: 'Sekretaris',
  holder: 'Arif',
  role: 'pejabat',
  standing: 'dailyActing',
  from: '2026-10-05',
  until: '2026-12-31',
};
export const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
export const context = contextOf(officeOf(drafter, secretary, plh, head));
export const chain = [initialsStep('Sekretaris'), signatureStep('Kepala Dinas', 1)];
export const propose = act('memo.proposed', proposed(chain, ['Sekretaris']), { rank: 1, by: drafter });

/** The memo as these entries fold it. */
export function folded(entries: readonly AcceptedEntry[]): LetterState {
  const letter = foldLetter(LETTER, entries, context);
  if (letter === null) throw new Error('no letter');
  return letter;
}

/** Folds as a PC does that entries reach in this order: onto the kept state where they follow it, else all again. */
export function arriving(entries: readonly AcceptedEntry[]): LetterState | null {
  let state: LetterState | null = null;
  const here: AcceptedEntry[] = [];
  for (const entry of entries) {
    here.push(entry);
    const follows: boolean = state !== null && entry.rank > state.last.rank;
    state = follows && state !== null ? foldAct(state, entry, context) : foldLetter(LETTER, here, context);
    state = JSON.parse(JSON.stringify(state)) as LetterState | null;
  }
  return state;
}

export type Deed = 'approve' | 'sign' | 'return' | 'withdraw' | 'revise' | 'settle';

export interface Doing {
  readonly by: Seat;
  /** PC on which it is done; people work on one of their own unless a test says otherwise. */
  readonly pc?: string;
  readonly deed: Deed;
  /** Which of the sides a settlement keeps. */
  readonly keep?: number;
  readonly salt?: string;
  readonly lift?: number;
}

/** The entry that somebody who has seen these entries writes next; null where there is nothing to settle. */
export function doing(seen: readonly AcceptedEntry[], what: Doing): AcceptedEntry | null {
  const { by, deed, keep = 0, salt = '', lift = 0 } = what;
  const memo = folded(seen).memo;
  if (memo === null) throw new Error('no memo');
  const tips = new Set([...tipsOf(memo), ...(memo.conflict?.sides ?? [])]);
  const log = hashOf(what.pc ?? by.holder);
  const options = {
    by,
    log,
    rank: 1 + lift + Math.max(...seen.map((entry) => entry.rank)),
    signed: true,
    basis: seen.filter((entry) => tips.has(entry.hash)),
  };
  const step = Math.max(0, currentStep(memo));
  const { revision } = memo;
  const digest = canonicalDigest(chainOf(memo));
  const made = (() => {
    switch (deed) {
      case 'approve':
        return act('memo.approved', { step, revision, chain: digest, note: salt }, options);
      case 'sign': {
        const result = blob(`${revision} ${by.holder} ${log} ${seen.length}`);
        const certificate = hashOf('certificate');
        const body = { step, revision, chain: digest, result, field: 'TTD-1', certificate };
        return act('memo.signed', body, options);
      }
      case 'return':
        return act('memo.returned', { step, revision, note: `Perbaiki ${salt}` }, options);
      case 'withdraw':
        return act('memo.withdrawn', { note: salt }, options);
      case 'revise':
        return act(
          'memo.revised',
          { document: blob(`naskah ${log} ${seen.length}`), chain, note: salt },
          options,
        );
      case 'settle': {
        const sides = memo.conflict?.sides ?? [];
        const kept = sides[keep % Math.max(1, sides.length)];
        return kept === undefined ? null : act('memo.settled', { keep: kept, note: salt }, options);
      }
    }
  })();
  return made === null ? null : { ...made, hash: hashOf(JSON.stringify([made.hash, made.basis, salt])) };
}

/** The same, where it must be possible. */
export function done(seen: readonly AcceptedEntry[], what: Doing): AcceptedEntry {
  const entry = doing(seen, what);
  if (entry === null) throw new Error('nothing to settle');
  return entry;
}

export const inOrder = (entries: readonly AcceptedEntry[]): readonly AcceptedEntry[] =>
  entries.toSorted(compareEntries);
