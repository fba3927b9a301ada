import { foldTargets } from './fold-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { joinTargets } from './join-targets.ts';
import { logTargets } from './log-targets.ts';
import { shareTargets } from './share-targets.ts';
import { textTargets } from './text-targets.ts';

/** Every reader of what others may have written, and every fold of it. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...textTargets,
  ...logTargets,
  ...joinTargets,
  ...shareTargets,
  ...foldTargets,
];

/** The target of this name. */
export function targetNamed(name: string): FuzzTarget {
  const target = fuzzTargets.find((one) => one.name === name);
  if (target === undefined) throw new RangeError(`no target is called ${name}`);
  return target;
}
