import { randomFrom } from '#main/engine/audit/seed/random.ts';

import type { FuzzTarget } from './fuzz-target.ts';
import { mutated } from './mutation.ts';

/**
 * Processor time that one input may take at most, in milliseconds: the largest inputs have a megabyte, which no parser
 * reads more than a few times over.
 */
export const INPUT_MS = 1000;

/** An input at which a promise was broken. */
export interface Find {
  readonly target: string;
  readonly input: Uint8Array;
  readonly what: string;
}

/** What became of the inputs to one target. */
export interface Tally {
  readonly target: string;
  inputs: number;
  bytes: number;
  /** Processor time of the slowest one, in milliseconds. */
  slowestMs: number;
  readonly verdicts: Map<string, number>;
}

/** A tally before any input. */
export function emptyTally(target: string): Tally {
  return { target, inputs: 0, bytes: 0, slowestMs: 0, verdicts: new Map() };
}

/** The input of this number: the same for the same seed and the same samples. */
export function inputOf({ name, samples }: FuzzTarget, seed: string, number: number): Buffer {
  return mutated(randomFrom(`${seed}\n${name}\n${number}`), samples);
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Gives a target one input, and answers what is wrong; null where all is well. */
export async function tryInput(target: FuzzTarget, input: Uint8Array, tally: Tally): Promise<Find | null> {
  const before = threadMs();
  let what: string | null = null;
  try {
    const verdict = await target.run(input);
    tally.verdicts.set(verdict, (tally.verdicts.get(verdict) ?? 0) + 1);
  } catch (error) {
    what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (error instanceof Error) what += `\n${error.stack?.split('\n').slice(1, 4).join('\n') ?? ''}`;
  }
  const took = threadMs() - before;
  tally.inputs += 1;
  tally.bytes += input.length;
  tally.slowestMs = Math.max(tally.slowestMs, took);
  if (what === null && took > INPUT_MS) what = `took ${Math.round(took)} ms for ${input.length} bytes`;
  return what === null ? null : { target: target.name, input, what };
}
