import type { UtilityProcess } from 'electron';

/**
 * Ends a process at once. Electron's own way asks it to end, which a process that sits in a hanging mount does not hear.
 */
export function killProcess(utility: UtilityProcess): void {
  if (utility.pid === undefined) return;
  try {
    process.kill(utility.pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
}
