import { blobName, chunkName } from '../log/file-names.ts';

import { CHUNK_SIZE, WHOLE_LIMIT } from './blob-manifest.ts';
import type { ShareContext } from './share-context.ts';
import type { ShareFailure } from './share-fs.ts';
import type { SyncStore, WantedBlob } from './sync-store.ts';

type Removing = Pick<ShareContext, 'fs' | 'paths' | 'keys'>;

/** Every name under which a document can stand on the share: under each key, whole or in pieces. */
function namesOf({ keys }: Removing, { sha256, size }: WantedBlob): readonly string[] {
  return keys.all().flatMap((key) => {
    const pieces = size > WHOLE_LIMIT ? Math.ceil(size / CHUNK_SIZE) : 0;
    const chunks = Array.from({ length: pieces }, (_, index) => chunkName(key, sha256, index));
    return [blobName(key, sha256), ...chunks];
  });
}

/** Takes a file and the copies beside it away: a listing, and a removal for each. Null when none is left. */
async function removeCopies({ fs, paths }: Removing, name: string): Promise<ShareFailure | null> {
  const folder = paths.blobFolder(name);
  const listing = await fs.list(folder);
  if (!listing.ok) return listing.failure === 'missing' ? null : listing.failure;
  for (const listed of listing.value.names) {
    const file = listed.toLowerCase();
    if (file !== name && !file.startsWith(`${name}.r`)) continue;
    const removed = await fs.remove(`${folder}/${file}`);
    if (!removed.ok && removed.failure !== 'missing') return removed.failure;
  }
  return listing.value.truncated ? 'io' : null;
}

/**
 * Takes what a retention decision destroyed from this PC and from the share, a few documents in each pass. Every PC
 * does so when it hears of the decision: one that did not know of it may have sent the document again meanwhile.
 */
export async function destroyDocuments(context: Removing, store: SyncStore): Promise<ShareFailure | null> {
  for (const document of store.destroyedDocuments()) {
    await store.destroyHere(document.sha256);
    if (!document.mayBeOnShare) continue;
    for (const name of namesOf(context, document)) {
      const failed = await removeCopies(context, name);
      if (failed !== null) return failed;
    }
    store.destroyedOnShare(document.sha256);
  }
  return null;
}
