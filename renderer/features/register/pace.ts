/** Fewest letters before a rate is shown; one letter says nothing about an hour. */
const ENOUGH = 2;

/**
 * Letters an hour over this sitting, from the times (milliseconds) at which letters were saved. The wait before the first
 * one does not count, so a pause for coffee before work spoils nothing. Null while there is too little to say.
 */
export function lettersPerHour(savedAt: readonly number[]): number | null {
  const first = savedAt[0];
  const last = savedAt.at(-1);
  if (first === undefined || last === undefined || savedAt.length <= ENOUGH || last <= first) return null;
  return Math.round(((savedAt.length - 1) * 3_600_000) / (last - first));
}
