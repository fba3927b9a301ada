/** A guard taken away: the program without it must be noticed. */
export interface Mutant {
  readonly name: string;
  /** Beginning of the sentence (invariants.ts) that the guard is for. */
  readonly invariant: string;
  readonly file: string;
  /** Text of the guard, and what stands there without it. */
  readonly changes: readonly (readonly [guard: string, without: string])[];
  /** A test that must notice, where the simulator cannot see it. */
  readonly test?: string;
}
