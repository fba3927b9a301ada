import type { KeyRing } from '../keys/office-key.ts';

import type { OfficePaths } from './layout.ts';
import type { ShareFs } from './share-fs.ts';

/** Called with the name of each moment at which a crash would be interesting; see `CrashPoint`. */
export type AtPoint = (point: CrashPoint) => void;

/** What is written, and how far it got. */
export type CrashPoint =
  | `${'blob' | 'segment' | 'pack' | 'head' | 'index' | 'join' | 'office'}:${'before-write' | 'temp-written' | 'renamed' | 'verified'}`
  | `${'blob' | 'segment' | 'pack' | 'head'}:recorded`
  | 'head:old-removed'
  | 'index:head-removed'
  | 'pack:original-removed';

/** Everything that a way to the share needs: which office, which keys, through which door, on whose behalf. */
export interface ShareContext {
  readonly fs: ShareFs;
  readonly officeId: string;
  readonly paths: OfficePaths;
  readonly keys: KeyRing;
  /** Id of the log in whose name temps are written. */
  readonly writerLog: string;
  readonly at: AtPoint;
}

/** What reading needs of it. */
export type ReadingContext = Pick<ShareContext, 'fs' | 'paths' | 'officeId' | 'keys'>;
