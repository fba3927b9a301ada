import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { Invitation } from '../keys/invitation.ts';
import type { GenesisFile } from '../log/genesis.ts';
import { publishJoinFile, readJoinFile } from '../share/join-files.ts';
import { officePaths } from '../share/layout.ts';
import { readGenesis } from '../share/office-folder.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { OfficeRuntime } from './runtime.ts';
import { shareError } from './share-error.ts';

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

/** Enrolment files of a share, for an office that may not be this PC's yet. */
export function joinFolderOn(
  fs: ShareFs,
  path: string,
  writerLog: string,
  at: OfficeRuntime['at'],
): JoinFolder {
  const context = (officeId: string) => ({
    fs,
    writerLog,
    paths: officePaths(officeId),
    at: at ?? (() => undefined),
  });
  return {
    readGenesis: async (officeId) => {
      const genesis = await readGenesis(fs, officeId);
      if (genesis.ok) return ok(genesis.value);
      if (genesis.code === 'missing') return fail('share-foreign', { path });
      if (genesis.code === 'genesis-newer') return fail('share-newer', { path });
      if (genesis.code === 'genesis-other' || genesis.code === 'genesis-not-valid') {
        return fail('share-foreign', { path });
      }
      return fail(shareError(genesis.code), { path });
    },
    readFile: async (invitation, file) => {
      const read = await readJoinFile(context(invitation.officeId), invitation, file);
      if (read.ok) return ok(read.value);
      return read.failure === 'missing' ? ok(null) : fail(shareError(read.failure), { path });
    },
    publishFile: async (invitation, file, bytes) => {
      const put = await publishJoinFile(context(invitation.officeId), invitation, file, bytes);
      if (put.ok) return ok(null);
      return put.failure === 'exists' ? fail('code-used') : fail(shareError(put.failure), { path });
    },
  };
}
