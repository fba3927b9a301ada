import type { SyncView } from '#core/contract/answers.ts';

/** Which sentence describes where the office's data stands, and how much it worries. */
export interface SyncState {
  readonly key:
    | 'allThere'
    | 'sending'
    | 'offline'
    | 'hung'
    | 'foreign'
    | 'newer'
    | 'readOnly'
    | 'full'
    | 'stopped'
    | 'none';
  readonly tone: 'success' | 'plain' | 'warning' | 'danger';
}

/** The state in one word; waiting is ordinary while the folder can be reached. */
export function syncState(view: Pick<SyncView, 'share' | 'waiting' | 'problem'>): SyncState {
  switch (view.share) {
    case 'online':
      return view.waiting === 0 ? { key: 'allThere', tone: 'success' } : { key: 'sending', tone: 'plain' };
    case 'offline':
      return { key: view.problem?.code === 'share-hung' ? 'hung' : 'offline', tone: 'warning' };
    case 'foreign':
      return { key: 'foreign', tone: 'danger' };
    case 'newer':
      return { key: 'newer', tone: 'warning' };
    case 'read-only':
      return { key: 'readOnly', tone: 'warning' };
    case 'full':
      return { key: 'full', tone: 'warning' };
    case 'stopped':
      return { key: 'stopped', tone: 'danger' };
    case 'none':
      return { key: 'none', tone: 'plain' };
  }
}

/** What is wrong besides the state of the folder, which the heading tells already: a full local disk, say. */
export function furtherProblem(view: Pick<SyncView, 'problem'>): SyncView['problem'] {
  return view.problem?.code.startsWith('share-') === true ? null : view.problem;
}

/** How many of the waiting entries belong to no letter of the list. */
export function otherEntries(view: Pick<SyncView, 'waiting' | 'waitingLetters'>): number {
  const told = view.waitingLetters.reduce((sum, letter) => sum + letter.entries, 0);
  return Math.max(0, view.waiting - told);
}

/** Since when the longest waiting letter waits; null while none does. */
export function waitingSince(view: Pick<SyncView, 'waitingLetters'>): number | null {
  return view.waitingLetters.reduce<number | null>(
    (oldest, { since }) => (oldest === null || since < oldest ? since : oldest),
    null,
  );
}
