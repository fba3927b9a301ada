import { createHash } from 'node:crypto';

import { rosterEntries } from '#main/engine/store/entries.ts';

import { Ancestry, forksIn } from './ancestry.ts';
import { judgeConflicts } from './conflict-rows.ts';
import { IndependentRoster } from './independent-roster.ts';
import type { Hostile } from './intruder.ts';
import { invariants } from './invariants.ts';
import type { Checked } from './invariants.ts';
import { letterStates } from './letter-states.ts';
import { dumpOf } from './replica.ts';
import { acceptedEntries } from './stored-entries.ts';
import type { Violation, World } from './world.ts';

/** What was found after a seed. */
export interface CheckedSeed {
  readonly violations: readonly Violation[];
  readonly conflicts: Readonly<Record<string, number>>;
  readonly entries: number;
  /** Hash of what all PCs agreed on. */
  readonly fingerprint: string;
}

/** Asks every invariant after a seed. Also answers how many entries there were, and a hash of what all agreed on. */
export async function checkInvariants(world: World, hostile: Hostile, folder: string): Promise<CheckedSeed> {
  const [first] = world.pcs;
  if (first === undefined) throw new Error('an office without a PC');
  const dumps = world.pcs.map(dumpOf);
  const entries = acceptedEntries(first);
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const chain = rosterEntries(first.engine.state.db).flatMap(({ hash }) => byHash.get(hash) ?? []);
  const roster = new IndependentRoster(world.office.officeId, chain);
  const ancestry = new Ancestry(entries);
  const forks = forksIn(entries);
  const retired = entries.filter(({ envelope }) => envelope.type === 'log.retired');
  const honest = (log: string): boolean => !hostile.logs.has(log);
  world.faults.add('log-continued-twice', [...forks.keys()].filter(honest).length);
  world.faults.add('log-retired', retired.filter(({ envelope }) => honest(envelope.log)).length);
  const checked: Checked = { world, hostile, folder, dumps, first, entries, ancestry, forks, roster };
  const conflicts = judgeConflicts(letterStates(first), entries, ancestry, hostile.forged);
  const violations: Violation[] = [...conflicts.violations];
  for (const { sentence, faults } of invariants) {
    for (const detail of (await faults(checked)).slice(0, 3))
      violations.push({ invariant: sentence, detail });
  }
  const fingerprint = createHash('sha256').update(dumps.join('\n')).digest('hex').slice(0, 16);
  return { violations, conflicts: conflicts.counts, entries: entries.length, fingerprint };
}
