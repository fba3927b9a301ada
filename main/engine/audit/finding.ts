/** Everything that an audit of the log can find. */
export const auditCodes = [
  // entries
  'entry-unreadable',
  'entry-hash-wrong',
  'entry-row-wrong',
  'rank-wrong',
  'dependency-missing',
  'dependency-conflict',
  'roster-position-wrong',
  'user-signature-wrong',
  'act-not-signed',
  // logs
  'chain-broken',
  'log-not-certified',
  'log-key-wrong',
  'log-other-person',
  'log-end-wrong',
  'log-refused',
  'head-signature-wrong',
  // roster
  'roster-chain-broken',
  'roster-forged',
  // projections
  'projection-missing',
  'projection-wrong',
  'projection-unfounded',
  'senders-wrong',
  'counts-wrong',
  'numbers-wrong',
  'witness-wrong',
  'keepers-wrong',
  // documents
  'document-unlisted',
  'document-missing',
  'document-damaged',
  'document-fate-wrong',
  // share
  'share-unreachable',
  'share-foreign',
  'public-file-damaged',
  'file-missing',
  'file-damaged',
  'file-refused',
  'segment-gap',
  'share-differs',
  'stranger-file',
] as const;
export type AuditCode = (typeof auditCodes)[number];

/** One thing that is not as it must be, and where. */
export interface AuditFinding {
  readonly code: AuditCode;
  /** Path on the share, or hash of a document. */
  readonly file?: string;
  readonly log?: string;
  readonly seq?: number;
  readonly letter?: string;
  /** More about it, as a code of the part that found it. */
  readonly detail?: string;
}

/** What was looked at and what was found. */
export interface AuditReport {
  /** `store`: this PC's store; `share`: a share with an audit code's keys; `frames`: a share without keys. */
  readonly scope: 'store' | 'store-and-share' | 'share' | 'frames';
  readonly logs: number;
  readonly entries: number;
  readonly blobs: number;
  readonly findings: readonly AuditFinding[];
}
