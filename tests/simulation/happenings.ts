import type { Random } from '#main/engine/audit/seed/random.ts';

import { copyDisk, makeBackup, putBack, switchOff, switchOn } from './disk-happenings.ts';
import type { ShareMode } from './fake-server.ts';
import type { Replica } from './replica.ts';
import { tell } from './world.ts';
import type { World } from './world.ts';

/** Something that happens to the office beside what its people do. */
export interface Happening {
  readonly name: string;
  readonly weight: number;
  /** Share of the seeds that have it; about half where it is not said. */
  readonly seeds?: number;
  readonly happen: (world: World, random: Random) => Promise<void>;
}

/** Points of the program at which a PC stops: around the commit, and at each step of an upload. */
export const crashPoints = [
  'append:before-commit',
  'append:after-commit',
  'blob:before-write',
  'blob:temp-written',
  'blob:renamed',
  'blob:verified',
  'blob:recorded',
  'segment:before-write',
  'segment:temp-written',
  'segment:renamed',
  'segment:verified',
  'segment:recorded',
  'head:before-write',
  'head:temp-written',
  'head:renamed',
  'head:verified',
  'head:recorded',
  'head:old-removed',
  'pack:before-write',
  'pack:temp-written',
  'pack:renamed',
  'pack:verified',
  'pack:recorded',
  'pack:original-removed',
  // not armed, but met: a pass that stops before some operation on the share
  'an operation',
] as const;

/** The PC is off and on again; a pass under way is lost in the middle. The person signs in. */
export async function restartAfterCrash(world: World, pc: Replica, point: string): Promise<void> {
  world.faults.add(`crash ${point}`);
  tell(world, `${pc.name} crashed at ${point}`);
  pc.stopAt = null;
  await world.turns.crash(pc.name, point);
  await pc.close();
  world.turns.revive(pc.name);
  await pc.open();
  await pc.unlock();
}

/** The person closes the program and opens it again. */
async function restart(world: World, pc: Replica): Promise<void> {
  await switchOff(world, pc);
  await switchOn(pc);
  tell(world, `${pc.name} restarted`);
}

const YEAR = 365 * 86_400_000;

function episode(name: string, mode: ShareMode): Happening {
  return {
    name,
    weight: 1,
    happen: async (world, random) => {
      const all = world.pcs.map(({ name: viewer }) => viewer);
      const viewers = random.chance(0.4) ? all : [random.pick(all)];
      for (const viewer of viewers) world.server.setMode(viewer, mode);
      world.server.later(10 + random.below(120), () => {
        for (const viewer of viewers) world.server.setMode(viewer, 'here');
      });
      tell(world, `${name} for ${viewers.join(' ')}`);
    },
  };
}

function stranger(
  name: 'stranger-flips' | 'stranger-deletes' | 'stranger-adds' | 'stranger-replays',
): Happening {
  return {
    name,
    weight: 1,
    happen: async (world) => {
      if (world.server.strangerActs(name)) tell(world, name);
    },
  };
}

/** What may happen to an office; a new one is a line here. */
export const happenings: readonly Happening[] = [
  episode('share-gone', 'gone'),
  episode('share-empty', 'empty'),
  episode('share-foreign', 'foreign'),
  episode('genesis-swapped', 'swapped'),
  episode('share-read-only', 'read-only'),
  episode('share-full', 'full'),
  stranger('stranger-flips'),
  stranger('stranger-deletes'),
  stranger('stranger-adds'),
  stranger('stranger-replays'),
  {
    name: 'power-loss',
    weight: 2,
    happen: async (world) => {
      world.server.losePower();
      tell(world, 'the server lost power');
    },
  },
  {
    name: 'clock-jump',
    weight: 1,
    happen: async (world, random) => {
      const pc = random.pick(world.pcs);
      pc.clockError = random.chance(0.6) ? 0 : Math.round((random.next() * 16 - 6) * YEAR);
      if (pc.clockError === 0) return;
      world.faults.add('clock-jump');
      tell(world, `${pc.name} has its clock wrong by ${Math.round(pc.clockError / YEAR)} years`);
    },
  },
  // Another PC makes a seed longer, and a log with two ends hides what happens to one with one.
  {
    name: 'data-folder-copied',
    weight: 1,
    seeds: 0.15,
    happen: (world, random) => copyDisk(world, random, 'data-folder-copied'),
  },
  {
    name: 'disk-image-copied',
    weight: 1,
    seeds: 0.15,
    happen: (world, random) => copyDisk(world, random, 'disk-image-copied'),
  },
  {
    name: 'backups',
    weight: 2,
    seeds: 0.25,
    happen: (world, random) =>
      world.backups.size === 0 || random.chance(0.3) ? makeBackup(world, random) : putBack(world, random),
  },
  {
    name: 'restart',
    weight: 1,
    happen: (world, random) => restart(world, random.pick(world.pcs)),
  },
  {
    name: 'crash-armed',
    weight: 3,
    happen: async (world, random) => {
      const pc = random.pick(world.pcs);
      pc.stopAt = { point: random.pick(crashPoints), passes: random.below(3) };
    },
  },
  {
    name: 'crash-anywhere',
    weight: 1,
    happen: async (world, random) => {
      const waiting = world.turns.waiting();
      const pc = world.pcs.find(({ name }) => name === (waiting.length === 0 ? '' : random.pick(waiting)));
      if (pc !== undefined) await restartAfterCrash(world, pc, 'an operation');
    },
  },
];

/** The happenings of one seed: about half of them, so that each is also met without the others. */
export function happeningsOf(random: Random): readonly Happening[] {
  return happenings.filter(
    ({ name, seeds = 0.5 }) => name.startsWith('crash') || name === 'restart' || random.chance(seeds),
  );
}
