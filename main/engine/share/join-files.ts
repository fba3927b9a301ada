import type { Invitation } from '../keys/invitation.ts';
import { joinFileLimit } from '../keys/join-envelope.ts';
import type { JoinFileKind } from '../keys/join-envelope.ts';

import type { ShareContext } from './share-context.ts';
import { shareFailure } from './share-failure.ts';
import type { ShareAnswer } from './share-fs.ts';
import { writeOnce } from './write-once.ts';

/** The ways of the join files need no office key: the joiner has none yet. */
export type JoinContext = Pick<ShareContext, 'fs' | 'paths' | 'writerLog' | 'at'>;

/**
 * Puts a join file on the share. It is written once: the same bytes are done already, other bytes there are
 * answered with `exists` (the joiner asked twice, or somebody else got in first) and left alone.
 */
export async function publishJoinFile(
  context: JoinContext,
  invitation: Invitation,
  kind: JoinFileKind,
  bytes: Uint8Array,
): Promise<ShareAnswer<null>> {
  const path = context.paths.joinFile(invitation.id, kind);
  const there = await readJoinFile(context, invitation, kind);
  if (there.ok) {
    if (Buffer.from(there.value).equals(bytes)) return { ok: true, value: null };
    return shareFailure('exists', 'other content');
  }
  if (there.failure !== 'missing') return there;
  return writeOnce(context, { path, bytes, subject: 'join' });
}

/** Reads a join file; `missing` while nobody wrote it. Opening it is for the codecs in `keys`. */
export function readJoinFile(
  { fs, paths }: Pick<JoinContext, 'fs' | 'paths'>,
  invitation: Invitation,
  kind: JoinFileKind,
): Promise<ShareAnswer<Uint8Array>> {
  return fs.read(paths.joinFile(invitation.id, kind), joinFileLimit(kind));
}

/**
 * Removes the files of an invitation that came to an end: answered and taken up, expired, or replaced by
 * another one because a stranger's file took its name. Answers the first failure other than `missing`.
 */
export async function removeJoinFiles(
  { fs, paths }: Pick<JoinContext, 'fs' | 'paths'>,
  invitation: Invitation,
): Promise<ShareAnswer<null>> {
  for (const kind of ['request', 'answer', 'invite'] as const) {
    const removed = await fs.remove(paths.joinFile(invitation.id, kind));
    if (!removed.ok && removed.failure !== 'missing') return removed;
  }
  return { ok: true, value: null };
}
