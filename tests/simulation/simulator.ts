import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Random } from '#main/engine/audit/seed/random.ts';
import { rebuild } from '#main/engine/audit/rebuild.ts';

import { acts, actOn } from './acts.ts';
import { happeningsOf, restartAfterCrash } from './happenings.ts';
import { Hostile } from './intruder.ts';
import { checkInvariants } from './check-seed.ts';
import { isConverged, isDamaged } from './convergence.ts';
import type { OfficeTemplate } from './office-template.ts';
import type { Replica } from './replica.ts';
import { reseed } from './seeded-world.ts';
import { SimulatedCrash } from './turns.ts';
import { acknowledge, openWorld, tell } from './world.ts';
import type { HistoryLine, Violation, World } from './world.ts';

/** Acts of one seed that reach an engine, at least (3-office-log, How it is proved). */
export const ACTS = 220;
/** Passes of every PC after the faults, at most: a file that failed often is tried again after 64. */
const LAST_ROUNDS = 140;

/** What one seed did and found. */
export interface SeedReport {
  readonly seed: number;
  readonly acts: number;
  readonly entries: number;
  readonly milliseconds: number;
  /** Faults, crashes and attacks by name. */
  readonly faults: Readonly<Record<string, number>>;
  readonly conflicts: Readonly<Record<string, number>>;
  /** `act:outcome` by name. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  readonly history: readonly HistoryLine[];
  /** Hash of what all PCs agreed on: the same seed gives the same. */
  readonly fingerprint: string;
}

function weighted<T extends { readonly weight: number }>(random: Random, items: readonly T[]): T {
  let left = random.next() * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return random.pick(items);
}

/** A pass of one PC; a crash in it is what was armed, anything else that is thrown is a bug of the program. */
async function runPass(world: World, pc: Replica): Promise<void> {
  try {
    const answer = await pc.call('sync.now', undefined);
    if (!answer.ok) world.outcomes.add(`sync:${answer.error.code}`);
    else acknowledge(world, pc);
  } catch (error) {
    if (!(error instanceof SimulatedCrash)) bug(world, pc, error);
    else if (!world.turns.isDead(pc.name)) crashed.set(pc, error.message);
  }
}

const crashed = new WeakMap<Replica, string>();

function bug(world: World, pc: Replica, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.violations.push({ invariant: 'the engine throws nothing but bugs', detail: `${pc.name}: ${text}` });
}

/** After a step: whoever stopped is started again. */
async function mend(world: World): Promise<void> {
  for (const pc of world.pcs) {
    const point = crashed.get(pc);
    if (point === undefined) continue;
    crashed.delete(pc);
    await restartAfterCrash(world, pc, point.replace('the PC stops at ', ''));
  }
}

async function doAct(world: World): Promise<void> {
  const { random, office, pcs, planned } = world;
  const next = planned.shift();
  const pc = next?.pc ?? random.pick(pcs);
  const scene = { pc, random, office, planned, colleagues: pcs };
  const act = next === undefined ? weighted(random, acts) : null;
  world.elapsed += random.below(act === null ? 3 : 40) * 60_000;
  try {
    const [name, outcome] = await world.turns.freely(async () =>
      act === null ? actOn(scene, next?.letter ?? '') : [act.name, await act.run(scene)],
    );
    world.outcomes.add(`${name}:${outcome}`);
    if (outcome === 'nothing') return;
    world.acts += 1;
    const kept = outcome === 'done' ? acknowledge(world, pc) : [];
    tell(world, `${pc.name} ${name}: ${outcome} ${kept.map((hash) => hash.slice(0, 8)).join(' ')}`);
  } catch (error) {
    world.acts += 1;
    if (error instanceof SimulatedCrash) crashed.set(pc, error.message);
    else bug(world, pc, error);
  }
}

/** One step of the schedule: an operation of somebody's pass, a new pass, an act, or something that happens. */
async function step(
  world: World,
  hostile: Hostile,
  happenings: ReturnType<typeof happeningsOf>,
): Promise<void> {
  const { random, turns } = world;
  const waiting = turns.waiting();
  const kind = random.next();
  if (world.planned.length > 0) await doAct(world);
  else if (waiting.length > 0 && kind < 0.72) await turns.step(random.pick(waiting));
  else if (kind < 0.8) {
    const idle = world.pcs.filter(({ name }) => !turns.isRunning(name));
    if (idle.length === 0) return;
    const pc = random.pick(idle);
    await turns.start(pc.name, () => runPass(world, pc));
  } else if (kind < 0.96) await doAct(world);
  else if (kind < 0.99) await turns.freely(() => weighted(random, happenings).happen(world, random));
  else hostile.act(world);
  await mend(world);
}

/** Faults end: clocks are right, everybody is signed in, passes under way go through. */
async function calm(world: World): Promise<void> {
  world.server.calm();
  for (const pc of world.pcs) {
    pc.stopAt = null;
    pc.clockError = 0;
    await world.turns.finish(pc.name);
  }
  await mend(world);
  tell(world, 'the faults end');
  for (const pc of world.pcs) await pc.unlock();
}

/** Whoever stopped writing since too much was gone at once asks a person, who looked at the share and continues. */
async function resume(world: World): Promise<void> {
  for (const pc of world.pcs) {
    if ((await pc.must('sync.status', undefined)).share !== 'stopped') continue;
    tell(world, `${pc.name} had stopped writing; a person continues`);
    await pc.must('sync.resume', undefined);
  }
}

/** Passes of every PC in turn until all agree. */
async function settle(world: World, rounds: number): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    for (const pc of world.pcs) await runPass(world, pc);
    await mend(world);
    await resume(world);
    if (isConverged(world)) return true;
  }
  return false;
}

async function converge(world: World, hostile: Hostile): Promise<void> {
  if (await settle(world, 4)) return;
  if (isDamaged(world)) {
    tell(world, 'the share is repaired');
    hostile.repair();
    for (const pc of world.pcs) await rebuild(pc.engine.state, () => pc.fs);
  }
  await settle(world, LAST_ROUNDS);
}

/**
 * Runs one seed: an office of real engines over the fake share, at least `limit` acts in between everything that can
 * happen, then calm, and the question whether what the design promises holds.
 */
export async function runSeed(
  office: OfficeTemplate,
  folder: string,
  seed: number,
  limit = ACTS,
): Promise<SeedReport> {
  const begun = performance.now();
  reseed(`seed ${seed}`);
  const dir = join(folder, `seed-${seed}`);
  mkdirSync(dir, { recursive: true });
  const world = await openWorld(office, dir, seed);
  const hostile = new Hostile(world);
  try {
    const happenings = happeningsOf(world.random);
    while (world.acts < limit && world.violations.length === 0) await step(world, hostile, happenings);
    await calm(world);
    await converge(world, hostile);
    const checked = await checkInvariants(world, hostile, dir);
    return {
      seed,
      acts: world.acts,
      entries: checked.entries,
      milliseconds: performance.now() - begun,
      faults: world.faults.toObject(),
      conflicts: checked.conflicts,
      outcomes: world.outcomes.toObject(),
      violations: [...world.violations, ...checked.violations],
      history: world.history,
      fingerprint: checked.fingerprint,
    };
  } finally {
    for (const pc of world.pcs) await pc.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
