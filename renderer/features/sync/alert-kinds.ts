/** What an alert is about. */
export type AlertKind =
  | 'Damaged'
  | 'Stranger'
  | 'Missing'
  | 'Newer'
  | 'Locked'
  | 'Forged'
  | 'Refused'
  | 'Twice'
  | 'Swapped'
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
  'genesis-swapped': 'Swapped',
  'index-not-valid': 'Forged',
  'log-retired': 'Refused',
  'dependency-conflict': 'Refused',
  'roster-went-back': 'Refused',
  'roster-forged': 'Refused',
  'roster-taken-over': 'TakenOver',
  'log-not-certified': 'Refused',
  'log-other-person': 'Refused',
  'join-request-refused': 'Join',
  'join-answer-refused': 'Join',
  'document-damaged-here': 'Here',
  'clock-differs': 'Clock',
  'share-crowded': 'Crowded',
  'share-foreign': 'Foreign',
  'share-rolled-back': 'RolledBack',
  'share-withholds': 'Withheld',
  'share-stopped': 'Stopped',
  'number-duplicate': 'Number',
};

/** What an alert's code is about. Codes that we do not know are shown as they are, never hidden. */
export function alertKind(code: string): AlertKind {
  return kinds[code] ?? 'Other';
}

const security: ReadonlySet<AlertKind> = new Set([
  'Stranger',
  'Forged',
  'Refused',
  'Twice',
  'Swapped',
  'TakenOver',
  'Join',
  'Foreign',
  'RolledBack',
  'Withheld',
  'Stopped',
]);

/** Whether somebody may stand behind it, and not only a disk, a network or an older program. */
export function isSecurity(kind: AlertKind): boolean {
  return security.has(kind);
}
