import type { HeadName } from '../log/file-names.ts';

import type { ShareFailure } from './share-fs.ts';

/** What one poll did. */
export interface PollPass {
  /** Entries that the store took. */
  readonly entries: number;
  /** Files that were not accepted in this pass. */
  readonly rejected: number;
  /** Logs of which something waits for other logs. */
  readonly waiting: number;
  /** Own heads in `heads/` that newer ones replaced. */
  readonly staleOwn: readonly HeadName[];
  /** What stands in `heads/`, in small letters; empty when it could not be listed. */
  readonly names: readonly string[];
  /** The same, and what stood there before it was sealed. */
  readonly withSealed: readonly string[];
  /** Why the pass ended early; null when it went through. */
  readonly failure: ShareFailure | null;
}
