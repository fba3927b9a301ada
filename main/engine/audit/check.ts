/** What the doctor looks at, in this order. */
export const checkNames = [
  'runtime',
  'disk-space',
  'folder-writable',
  'folder-rights',
  'leftovers',
  'store',
  'office',
  'keys',
  'certificate',
  'clock',
  'entries',
  'outbox',
  'documents-here',
  'documents-to-send',
  'documents-awaited',
  'alerts',
  'share',
  'share-writable',
  'share-listing',
  'share-clock',
  'share-clients',
  'share-stop',
] as const;
export type CheckName = (typeof checkNames)[number];

/** One check and how it came out; the sentences are the caller's. */
export interface Check {
  readonly check: CheckName;
  readonly state: 'ok' | 'warn' | 'fail';
  /** Values for the sentences. */
  readonly params: Readonly<Record<string, string | number>>;
}
