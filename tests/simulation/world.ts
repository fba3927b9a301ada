import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { randomFrom } from '#main/engine/audit/seed/random.ts';
import type { Random } from '#main/engine/audit/seed/random.ts';
import { entriesOfLog } from '#main/engine/store/entries.ts';

import type { PlannedAct } from './act-scene.ts';
import { CanaryWatch } from './canary.ts';
import { FakeServer } from './fake-server.ts';
import { FakeShare } from './fake-share.ts';
import { Counts, faultNames } from './faults.ts';
import type { FaultName } from './faults.ts';
import { OFFICE_BEGINS } from './office-template.ts';
import type { OfficeTemplate } from './office-template.ts';
import { Replica } from './replica.ts';
import { Turns } from './turns.ts';

/** One line of what happened, for whoever has to understand a failure. */
export interface HistoryLine {
  readonly act: number;
  readonly text: string;
}

/** A sentence of the design that did not hold, and where. */
export interface Violation {
  readonly invariant: string;
  readonly detail: string;
}

/** A copy of a PC's data folder. */
export interface Backup {
  readonly dir: string;
  readonly acknowledgedFrom: ReadonlyMap<number, number>;
  /** Where the log that the person wrote in ended then. */
  readonly log: string;
  readonly seq: number;
}

/** One simulated office: its PCs, their share, and everything that was seen of them. */
export interface World {
  readonly office: OfficeTemplate;
  readonly random: Random;
  readonly server: FakeServer;
  readonly turns: Turns;
  /** Grows when somebody copies a disk. */
  readonly pcs: Replica[];
  /** Folder of the seed. */
  readonly folder: string;
  /** Faults, crashes and attacks by name. */
  readonly faults: Counts;
  /** `act:outcome` by name. */
  readonly outcomes: Counts;
  /** Logs that two PCs were made to go on with: a disk was copied with its machine's id, or a backup put back. */
  readonly continuedTwice: Set<string>;
  /** Logs of the hostile colleague. */
  readonly hostileLogs: Set<string>;
  /** What only a disk that is gone had beside the share: entries by hash, documents by theirs. */
  readonly onShareAlone: Set<string>;
  readonly backups: Map<Replica, Backup>;
  /** Entries of which a person was told that they are kept: hash, and who was told. */
  readonly acknowledged: Map<string, string>;
  readonly history: HistoryLine[];
  readonly violations: Violation[];
  /** Acts that come next, whatever else would. */
  readonly planned: PlannedAct[];
  /** Milliseconds since 1970 UTC that a right clock shows. */
  readonly now: () => number;
  /** Acts that reached an engine. */
  acts: number;
  /** Milliseconds since the office began. */
  elapsed: number;
}

/** Faults for which there is seldom an occasion, or that show only when two things come together. */
const oftener: Partial<Record<FaultName, number>> = {
  'lying-fsync-vanished': 4,
  'lying-fsync-shortened': 4,
  'late-arrival': 2,
  'reply-lost-mkdir': 8,
};

/**
 * Which faults a seed has and how often: about half of them, some rare and some often, since a fault that always
 * happens hides what another one would show.
 */
function faultRates(random: Random): Partial<Record<FaultName, number>> {
  const rates: Partial<Record<FaultName, number>> = {};
  for (const name of Object.keys(faultNames) as FaultName[]) {
    if (random.chance(0.5)) rates[name] = random.pick([0.01, 0.03, 0.08]) * (oftener[name] ?? 1);
  }
  return rates;
}

/** Opens the office of this seed: fresh copies of the prepared PCs, everybody signed in. */
export async function openWorld(office: OfficeTemplate, folder: string, seed: number): Promise<World> {
  const random = randomFrom(`world ${seed}`);
  const faults = new Counts();
  const turns = new Turns();
  const server = new FakeServer({
    disk: office.disk.copy(),
    foreign: office.foreign.copy(),
    foreignGenesis: office.foreignGenesis,
    random: randomFrom(`faults ${seed}`),
    counts: faults,
    canaries: new CanaryWatch(),
    rates: faultRates(random),
    viewers: [...office.pcs],
  });
  let world: World | null = null;
  const now = () => OFFICE_BEGINS + (world?.elapsed ?? 0);
  const pcs = office.pcs.map((name) => {
    const dir = join(folder, name);
    cpSync(join(office.folder, name), dir, { recursive: true });
    const fs = new FakeShare(server, { viewer: name, replaces: random.chance(0.5), turn: turns.take });
    return new Replica({ name, dir, fs, now });
  });
  world = {
    office,
    random,
    server,
    turns,
    pcs,
    folder,
    now,
    continuedTwice: new Set(),
    hostileLogs: new Set(),
    onShareAlone: new Set(),
    backups: new Map(),
    faults,
    outcomes: new Counts(),
    acknowledged: new Map(),
    history: [],
    violations: [],
    planned: [],
    acts: 0,
    elapsed: 0,
  };
  for (const pc of pcs) await pc.open();
  for (const pc of pcs) await pc.unlock();
  await shareOutPositions(world);
  return world;
}

/** Some positions have a second holder from the first day on, so that two people may do the same act. */
async function shareOutPositions({ office, pcs, random }: World): Promise<void> {
  const [admin] = pcs;
  if (admin === undefined) return;
  const people = pcs.map(({ user }) => user);
  for (let times = 0; times < 4; times += 1) {
    await admin.must('office.set-holder', {
      position: random.pick(office.positions),
      user: random.pick(people),
      standing: 'acting',
      from: '2026-10-01',
      until: random.chance(0.5) ? null : '2026-10-09',
      decision: `SPT/${times}`,
    });
  }
  for (const pc of pcs) await pc.must('sync.now', undefined);
}

/** Notes the entries that this PC's own logs have gained as acknowledged: what the person did was answered. */
export function acknowledge(world: World, pc: Replica): readonly string[] {
  const { db } = pc.engine.state;
  return pc.ownLogs().flatMap(({ id, seq }) => {
    const from = pc.acknowledgedFrom.get(id) ?? 0;
    if (seq < from) return [];
    const rows = entriesOfLog(db, id, from, seq + 1);
    for (const { hash } of rows) world.acknowledged.set(hash, pc.name);
    pc.acknowledgedFrom.set(id, seq + 1);
    return rows.map(({ hash }) => hash);
  });
}

/** Writes a line into the seed's history. */
export function tell(world: World, text: string): void {
  world.history.push({ act: world.acts, text: `t${world.server.tick} ${text}` });
}
