import type { Result } from '#core/contract/result.ts';

import type { Invitation } from '../keys/invitation.ts';
import type { GenesisFile } from '../log/genesis.ts';

/** The three write-once files of an enrolment. */
export type JoinFile = 'invite' | 'request' | 'answer' | 'key';

/** What joining needs from the share. Errors are the share's: offline, foreign, read-only, full. */
export interface JoinFolder {
  /** The genesis of an office on the share, checked against the id that a code pins. */
  readonly readGenesis: (officeId: string) => Promise<Result<GenesisFile>>;
  /** Bytes of an enrolment file, null while it is not there. */
  readonly readFile: (invitation: Invitation, file: JoinFile) => Promise<Result<Uint8Array | null>>;
  readonly publishFile: (invitation: Invitation, file: JoinFile, bytes: Uint8Array) => Promise<Result<null>>;
}
