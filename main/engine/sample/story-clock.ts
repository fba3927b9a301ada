/** A clock that can stand at a moment of the past while the sample office is filled. Milliseconds since 1970 UTC. */
export interface StoryClock {
  readonly now: () => number;
  /** Stands still at a moment, or (null) goes with the real time again. */
  readonly standAt: (time: number | null) => void;
}

/** A clock over the real one. */
export function storyClock(real: () => number): StoryClock {
  let moment: number | null = null;
  return {
    now: () => moment ?? real(),
    standAt: (time) => {
      moment = time;
    },
  };
}
