import type { SyncView } from '#core/contract/answers.ts';

/** Which sentence describes where the office's data stands, and how much it worries. */
export interface SyncState {
  readonly key: 'allThere' | 'sending' | 'offline' | 'foreign' | 'newer' | 'readOnly' | 'full' | 'none';
  readonly tone: 'success' | 'plain' | 'warning' | 'danger';
}

/** The state in one word; waiting is ordinary while the folder can be reached. */
export function syncState(view: Pick<SyncView, 'share' | 'waiting'>): SyncState {
  switch (view.share) {
    case 'online':
      return view.waiting === 0 ? { key: 'allThere', tone: 'success' } : { key: 'sending', tone: 'plain' };
    case 'offline':
      return { key: 'offline', tone: 'warning' };
    case 'foreign':
      return { key: 'foreign', tone: 'danger' };
    case 'newer':
      return { key: 'newer', tone: 'warning' };
    case 'read-only':
      return { key: 'readOnly', tone: 'warning' };
    case 'full':
      return { key: 'full', tone: 'warning' };
    case 'none':
      return { key: 'none', tone: 'plain' };
  }
}

export type AlertKind =
  'Damaged' | 'Stranger' | 'Missing' | 'Newer' | 'Locked' | 'Forged' | 'Here' | 'Foreign' | 'Other';

const kinds: Readonly<Record<string, AlertKind>> = {
  'file-damaged': 'Damaged',
  'public-file-damaged': 'Damaged',
  'document-damaged': 'Damaged',
  'stranger-file': 'Stranger',
  'folder-flooded': 'Stranger',
  'file-missing': 'Missing',
  'segment-unlisted': 'Missing',
  'file-newer': 'Newer',
  'entry-newer': 'Newer',
  'file-locked': 'Locked',
  'chain-broken': 'Forged',
  'document-damaged-here': 'Here',
  'share-foreign': 'Foreign',
};

/** What an alert's code is about. Codes that we do not know are shown as they are, never hidden. */
export function alertKind(code: string): AlertKind {
  return kinds[code] ?? 'Other';
}

/** How many of the waiting entries belong to no letter of the list. */
export function otherEntries(view: Pick<SyncView, 'waiting' | 'waitingLetters'>): number {
  return Math.max(0, view.waiting - view.waitingLetters.length);
}
