import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';

import type { GenesisFile } from '../log/genesis.ts';
import { publishJoinFile, readJoinFile } from '../share/join-files.ts';
import { officePaths } from '../share/layout.ts';
import { createOfficeFolder } from '../share/office-folder.ts';
import { readGenesis } from '../share/public-files.ts';
import type { ShareFs } from '../share/share-fs.ts';
import type { JoinFolder } from './join-folder.ts';
import type { OfficeRuntime } from './runtime.ts';
import { shareError } from './share-error.ts';

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

/** Puts a new office on a share. */
export async function prepareShare(
  fs: ShareFs,
  path: string,
  genesis: GenesisFile,
  writerLog: string,
): Promise<Result<null>> {
  const made = await createOfficeFolder({ fs, genesis, writerLog, at: () => undefined });
  return made.ok ? ok(null) : fail(shareError(made.failure), { path });
}
