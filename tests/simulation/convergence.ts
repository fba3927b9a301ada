import { countBlobs } from '#main/engine/store/blobs.ts';
import { blobsToDestroy } from '#main/engine/store/destroyed.ts';
import { countWithoutEffect } from '#main/engine/store/entries.ts';
import { countToSend } from '#main/engine/store/outbox.ts';

import type { Replica } from './replica.ts';
import type { World } from './world.ts';

/** Whether every PC has everything and nothing is under way. */
export function isConverged(world: World): boolean {
  return world.pcs.every((pc) => waitingOf(pc).length === 0) && new Set(world.pcs.map(logEnds)).size === 1;
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
export function waitingOf(pc: Replica): readonly string[] {
  const { db } = pc.engine.state;
  const { toUpload, elsewhere } = countBlobs(db);
  const counts = {
    'entries that wait': countWithoutEffect(db).waiting,
    'entries to send': countToSend(db),
    'heads to publish': pc.logs().filter((l) => l.own === 1 && l.head_version > l.published_version).length,
    'documents to upload': toUpload,
    'documents awaited': elsewhere,
    'destroyed documents that are left': blobsToDestroy(db, 1000).length,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${pc.name}: ${count} ${what}`],
  );
}
