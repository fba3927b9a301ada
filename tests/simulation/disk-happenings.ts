import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Random } from '#main/engine/audit/seed/random.ts';
import { entryByHash } from '#main/engine/store/entries.ts';

import { FakeShare } from './fake-share.ts';
import { Replica } from './replica.ts';
import { tell } from './world.ts';
import type { World } from './world.ts';

/** The person closes the program; whoever copies a disk does it then. */
export async function switchOff(world: World, pc: Replica): Promise<void> {
  await world.turns.finish(pc.name);
  pc.stopAt = null;
  await pc.close();
}

/** The person opens the program and signs in. */
export async function switchOn(pc: Replica): Promise<void> {
  await pc.open();
  await pc.unlock();
}

/**
 * One PC's disk becomes that of a second one, and both go on: with a machine id of its own, as when somebody copies a
 * data folder, or with the same one, as when an image of the disk is put on another PC. Once an office.
 */
export async function copyDisk(
  world: World,
  random: Random,
  kind: 'data-folder-copied' | 'disk-image-copied',
): Promise<void> {
  if (world.pcs.length > world.office.pcs.length) return;
  const pc = random.pick(world.pcs);
  // A pass under way may still give it a fresh log.
  await world.turns.finish(pc.name);
  const log = pc.ownLog()?.log;
  if (log === undefined) return;
  await switchOff(world, pc);
  const name = `${pc.name}-copy`;
  const dir = join(world.folder, name);
  cpSync(pc.dir, dir, { recursive: true });
  world.server.join(name);
  const fs = new FakeShare(world.server, {
    viewer: name,
    replaces: random.chance(0.5),
    turn: world.turns.take,
  });
  const isImage = kind === 'disk-image-copied';
  const copy = new Replica({ name, dir, fs, now: world.now, machineId: isImage ? pc.machineId : name });
  copy.user = pc.user;
  copy.acknowledgedFrom = new Map(pc.acknowledgedFrom);
  if (isImage) world.continuedTwice.add(log);
  await switchOn(pc);
  await switchOn(copy);
  world.pcs.push(copy);
  world.faults.add(kind);
  tell(world, `${kind}: ${name} goes on beside ${pc.name} with ${log.slice(0, 8)}`);
}

/** Somebody copies a PC's data folder away while the program is closed. */
export async function makeBackup(world: World, random: Random): Promise<void> {
  const pc = random.pick(world.pcs);
  if (world.backups.has(pc)) return;
  await world.turns.finish(pc.name);
  const log = pc.ownLog();
  if (log === undefined) return;
  await switchOff(world, pc);
  const dir = join(world.folder, `${pc.name}-backup`);
  cpSync(pc.dir, dir, { recursive: true });
  await switchOn(pc);
  const acknowledgedFrom = new Map(pc.acknowledgedFrom);
  world.backups.set(pc, { dir, acknowledgedFrom, log: log.log, seq: log.seq });
  tell(world, `a backup of ${pc.name} is made`);
}

/** Hashes of own entries that the share does not have. */
function unsentOf({ engine }: Replica): ReadonlySet<string> {
  const sql = 'SELECT e.hash AS hash FROM outbox o JOIN entries e ON e.id = o.entry_id';
  const rows = engine.state.db.prepare<[], { hash: string }>(sql).all();
  return new Set(rows.map(({ hash }) => hash));
}

function documentsOf({ engine }: Replica): readonly string[] {
  const sql = 'SELECT sha256 FROM blobs WHERE here = 1';
  return engine.state.db
    .prepare<[], { sha256: string }>(sql)
    .all()
    .map(({ sha256 }) => sha256);
}

/**
 * What a disk that is gone had and no other one has: unsent entries are lost with it, whatever the person was told;
 * the others stand on the share alone.
 */
function forget(world: World, unsent: ReadonlySet<string>, documents: readonly string[]): void {
  for (const hash of world.acknowledged.keys()) {
    if (world.pcs.some(({ engine }) => entryByHash(engine.state.db, hash) !== undefined)) continue;
    if (unsent.has(hash)) world.acknowledged.delete(hash);
    else world.onShareAlone.add(hash);
  }
  const left = new Set(world.pcs.flatMap(documentsOf));
  for (const sha256 of documents) if (!left.has(sha256)) world.onShareAlone.add(sha256);
}

/** A PC's data folder becomes again what it was when the backup was made, after the PC wrote on. */
export async function putBack(world: World, random: Random): Promise<void> {
  const made = [...world.backups];
  if (made.length === 0) return;
  const [pc, backup] = random.pick(made);
  await world.turns.finish(pc.name);
  const log = pc.ownLog();
  if (log === undefined || (log.log === backup.log && log.seq === backup.seq)) return;
  // The key of the log that writes the roster would be gone with the disk: that is what the recovery kit is for.
  if (log.log !== backup.log && pc.runtime.roster.current().writerLog === log.log) return;
  const unsent = unsentOf(pc);
  const documents = documentsOf(pc);
  await switchOff(world, pc);
  rmSync(pc.dir, { recursive: true });
  cpSync(backup.dir, pc.dir, { recursive: true });
  pc.acknowledgedFrom = new Map(backup.acknowledgedFrom);
  await switchOn(pc);
  world.backups.delete(pc);
  world.continuedTwice.add(backup.log);
  forget(world, unsent, documents);
  rmSync(backup.dir, { recursive: true });
  world.faults.add('backup-put-back');
  tell(world, `the backup of ${pc.name} is put back: ${log.seq} becomes ${backup.seq}`);
}
