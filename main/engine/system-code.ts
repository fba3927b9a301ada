import { constants } from 'node:os';

/** The system's own names of its errors, by number. */
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(constants.errno).map(([name, number]) => [number, name]),
);

/**
 * The system's code of a failure, e.g. ENOSPC; null for an exception that is a bug. Node has no name for some that network
 * folders answer with (EDQUOT, ESTALE) and says "Unknown system error -122": those are named by their number.
 */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const isNamed = !error.code.startsWith('Unknown system error');
  if (isNamed || !('errno' in error) || typeof error.errno !== 'number') return error.code;
  return NAMES.get(Math.abs(error.errno)) ?? error.code;
}
