import type { FromShareProcess, ToShareProcess } from './share-messages.ts';

/** A process that touches the share, as whoever started it sees it. */
export interface ShareChannel {
  /** Sends a request; one that cannot be sent is lost, and the process has ended or will be taken for hung. */
  readonly post: (message: ToShareProcess) => void;
  /** Set once, at once. `ended`: the process is gone; nothing comes after it. */
  readonly listen: (message: (message: FromShareProcess) => void, ended: () => void) => void;
  /** Ends the process as hard as the system can. One that hangs in the kernel ends when the kernel lets it. */
  readonly kill: () => void;
}

/**
 * Starts share processes: a child of this one in plain Node, a utility process of the app's main process in Electron.
 * None of them outlives who started it.
 */
export interface ShareHost {
  readonly start: () => ShareChannel;
}
