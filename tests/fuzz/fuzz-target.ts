/** One parser or fold that must stand whatever it is given. */
export interface FuzzTarget {
  readonly name: string;
  /** Real inputs, from which the odd ones are made. */
  readonly samples: readonly Uint8Array[];
  /**
   * Gives it an input. Answers `accepted`, or the code of the refusal. Throws when a promise is broken: a parser that
   * throws, accepts what it should not, or means something else by the bytes than they say.
   */
  readonly run: (input: Uint8Array) => string | Promise<string>;
}

/** A promise that a target broke. */
export class BrokenPromise extends Error {}

/** Throws when the promise does not hold. */
export function promise(holds: boolean, what: string): void {
  if (!holds) throw new BrokenPromise(what);
}
