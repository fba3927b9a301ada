import { blobsNotHere, countBlobs } from '#main/engine/store/blobs.ts';
import { blobsToDestroy } from '#main/engine/store/destroyed.ts';
import { entryByHash } from '#main/engine/store/entries.ts';
import { countToSend } from '#main/engine/store/outbox.ts';

import type { Replica } from './replica.ts';
import type { World } from './world.ts';

/** Whether every PC has everything and nothing is under way. */
export function isConverged(world: World): boolean {
  return (
    world.pcs.every((pc) => waitingOf(world, pc).length === 0 && lackedBy(world, pc).length === 0) &&
    new Set(world.pcs.map(logEnds)).size === 1
  );
}

/** Whether something on the share was lost or damaged for good, which its owner puts there again. */
export function isDamaged(world: World): boolean {
  const lost = ['lying-fsync-vanished', 'lying-fsync-shortened', 'stranger-flips', 'stranger-deletes'];
  return lost.some((fault) => world.faults.of(fault) > 0);
}

/** Whether nobody may have it any more: the disk that had it is gone, and the share was damaged. */
function hasNoHolder(world: World, hash: string): boolean {
  return world.onShareAlone.has(hash) && isDamaged(world);
}

/** What was acknowledged to somebody, is held by somebody still, and took no effect on this PC. */
export function lackedBy(world: World, { engine }: Replica): readonly string[] {
  return [...world.acknowledged.keys()].filter((hash) => {
    const row = entryByHash(engine.state.db, hash);
    return (row === undefined || row.rank === null) && !hasNoHolder(world, hash);
  });
}

/** The end of every log that a PC knows, in one text. */
export function logEnds(pc: Replica): string {
  return pc
    .logs()
    .map(({ log, seq, accepted_seq, hash }) => `${log} ${seq} ${accepted_seq} ${hash}`)
    .toSorted()
    .join('\n');
}

/** What a PC still waits for, in words. */
export function waitingOf(world: World, pc: Replica): readonly string[] {
  const { db } = pc.engine.state;
  const { toUpload, elsewhere } = countBlobs(db);
  // What the hostile colleague names need not exist: nobody else waits for it.
  const waiting = pc
    .logs()
    .filter(({ log, refused }) => refused === null && !world.hostileLogs.has(log))
    .reduce((sum, { seq, accepted_seq }) => sum + seq - accepted_seq, 0);
  const gone = elsewhere === 0 ? [] : blobsNotHere(db, '', 1000).filter((b) => hasNoHolder(world, b.sha256));
  const counts = {
    'entries that wait': waiting,
    'entries to send': countToSend(db),
    'heads to publish': pc.logs().filter((l) => l.own === 1 && l.head_version > l.published_version).length,
    'documents to upload': toUpload,
    'documents awaited': elsewhere - gone.length,
    'destroyed documents that are left': blobsToDestroy(db, 1000).length,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${pc.name}: ${count} ${what}`],
  );
}
