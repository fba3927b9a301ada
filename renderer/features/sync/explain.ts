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

export type AlertKind =
  | 'Damaged'
  | 'Stranger'
  | 'Missing'
  | 'Newer'
  | 'Locked'
  | 'Forged'
  | 'Refused'
  | 'Twice'
  | 'TakenOver'
  | 'Join'
  | 'Here'
  | 'Number'
  | 'Foreign'
  | 'RolledBack'
  | 'Withheld'
  | 'Stopped'
  | 'Clock'
  | 'Crowded'
  | 'Swapped'
  | 'Other';

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
  'file-forged': 'Forged',
  'file-not-ours': 'Forged',
  'file-other-kind': 'Forged',
  'key-unknown': 'Forged',
  'head-not-valid': 'Forged',
  'head-signature-wrong': 'Forged',
  'head-goes-back': 'Forged',
  'segment-not-valid': 'Forged',
  'segment-other-range': 'Forged',
  'entry-not-valid': 'Forged',
  'entry-not-canonical': 'Forged',
  'entry-not-json': 'Forged',
  'entry-not-utf8': 'Forged',
  'entry-too-large': 'Forged',
  'entry-too-deep': 'Forged',
  'chain-broken': 'Forged',
  'chain-gap': 'Forged',
  'chain-other-log': 'Forged',
  'log-not-opened': 'Forged',
  'log-name-taken': 'Forged',
  'log-continued-twice': 'Twice',
  'dependency-conflict': 'Refused',
  'roster-went-back': 'Refused',
  'roster-forged': 'Refused',
  'roster-taken-over': 'TakenOver',
  'log-not-certified': 'Refused',
  'log-other-person': 'Refused',
  'join-request-refused': 'Join',
  'join-answer-refused': 'Join',
  'document-damaged-here': 'Here',
  'share-foreign': 'Foreign',
  'share-rolled-back': 'RolledBack',
  'share-withholds': 'Withheld',
  'share-stopped': 'Stopped',
  'clock-differs': 'Clock',
  'share-crowded': 'Crowded',
  'genesis-swapped': 'Swapped',
  'index-not-valid': 'Forged',
  'log-retired': 'Refused',
  'number-duplicate': 'Number',
};

/** What an alert's code is about. Codes that we do not know are shown as they are, never hidden. */
export function alertKind(code: string): AlertKind {
  return kinds[code] ?? 'Other';
}

/** How many of the waiting entries belong to no letter of the list. */
export function otherEntries(view: Pick<SyncView, 'waiting' | 'waitingLetters'>): number {
  const told = view.waitingLetters.reduce((sum, letter) => sum + letter.entries, 0);
  return Math.max(0, view.waiting - told);
}
