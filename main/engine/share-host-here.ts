import { shareScript } from './engine-resources.ts';
import { nodeShareHost } from './share/process/node-share-host.ts';
import type { ShareHost } from './share/process/share-host.ts';

let host: ShareHost | null = null;

/** Says, once and before anything is opened, who starts the processes that touch shares for this one. */
export function startShareProcessesBy(other: ShareHost): void {
  host = other;
}

/** Who starts the processes that touch shares: children of this process where nobody said otherwise. */
export function shareHostHere(): ShareHost {
  host ??= nodeShareHost(shareScript);
  return host;
}
