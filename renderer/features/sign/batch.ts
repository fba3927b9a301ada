import type { OfficeError } from '#core/contract/result.ts';

/** A letter of a batch and what became of it. */
export interface BatchItem {
  readonly letter: string;
  readonly subject: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly error: OfficeError | null;
}

/** What the person saw of a letter: the revision to which the act binds, and where they put the stamp. */
export interface Seen<P> {
  readonly letter: string;
  readonly subject: string;
  readonly revision: string;
  readonly placement: P | null;
}

export function startBatch(seen: readonly Seen<unknown>[]): readonly BatchItem[] {
  return seen.map(({ letter, subject }) => ({ letter, subject, state: 'waiting', error: null }));
}

export function settled(
  items: readonly BatchItem[],
  letter: string,
  state: BatchItem['state'],
  error: OfficeError | null = null,
): readonly BatchItem[] {
  return items.map((item) => (item.letter === letter ? { ...item, state, error } : item));
}

/** What was still waiting when the person stopped the batch stays as it was, and says so. */
export function stopped(items: readonly BatchItem[]): readonly BatchItem[] {
  return items.map((item) => (item.state === 'waiting' ? { ...item, state: 'stopped' } : item));
}

export function doneCount(items: readonly BatchItem[]): number {
  return items.filter((item) => item.state === 'done').length;
}

export function settledCount(items: readonly BatchItem[]): number {
  return items.filter((item) => item.state === 'done' || item.state === 'failed').length;
}

/** Failures after which every further letter would fail the same way. */
export function endsBatch(error: OfficeError): boolean {
  return [
    'passphrase-needed',
    'locked',
    'certificate-none',
    'certificate-expired',
    'engine-stopped',
    'disk-full',
  ].includes(error.code);
}
