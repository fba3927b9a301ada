/** Bytes that are read or written at once. */
export const PIECE = 1024 * 1024;

/**
 * Bytes after which what was written is flushed. A mounted folder takes bytes into this PC's memory at once and sends
 * them when it is flushed, so a flush of all of a large document would look like a hang on a slow line.
 */
export const FLUSH_EVERY = 4 * PIECE;

/** How long the share may be silent before it counts as hung. */
export interface SharePace {
  /**
   * Milliseconds without a sign of life in which nothing needs to be moved. A server's disk that wakes up needs up to
   * fifteen seconds, antivirus less; who waits longer gains nothing, since the operation is asked again.
   */
  readonly quietMs: number;
  /** Bytes a millisecond on the slowest line that we wait for: half a megabit a second. */
  readonly slowest: number;
  /** Milliseconds that a share process may take to start: a cold disk and antivirus that looks at each script. */
  readonly startMs: number;
}

export const sharePace: SharePace = { quietMs: 20_000, slowest: 64, startMs: 30_000 };

/**
 * Milliseconds for which an operation may be silent. Progress begins the time anew, so it depends on the bytes that
 * can be under way between two signs of life and not on the whole size.
 *
 * @param bytes that the operation moves at most
 */
export function silenceLimit({ quietMs, slowest }: SharePace, bytes: number): number {
  return quietMs + Math.min(bytes, FLUSH_EVERY) / slowest;
}
