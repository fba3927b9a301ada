import type { OfficeError } from './result.ts';

/** How the main process tells the engine's process what to open; sent as JSON in its first argument. */
export interface EngineOptions {
  /** The data folder of this PC, absolute. */
  readonly dir: string;
  /** A shared folder to propose or use, as given on the command line. */
  readonly share: string | null;
  /** Fill the (empty, throw-away) data folder with the sample office. */
  readonly demo: boolean;
  readonly appVersion: string;
}

/**
 * From the main process to the engine. `connect` carries one MessagePort for one page. `share-started` carries the port
 * of a share process that the engine asked for; `share-ended`: that process is gone, or could not be started.
 */
export type ToEngine =
  | { readonly kind: 'connect' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'share-started'; readonly share: number }
  | { readonly kind: 'share-ended'; readonly share: number };

/**
 * From the engine to the main process. `filling`: the sample office is being made, `share` of it (0 to 1) is there.
 * `refused`: it cannot start and a restart would not help. `share-start` and `share-kill`: a process that touches the
 * shared folder, which only the main process can start; `share` is its name, given by the engine and used once.
 */
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'filling'; readonly share: number }
  | { readonly kind: 'refused'; readonly error: OfficeError }
  | { readonly kind: 'share-start'; readonly share: number }
  | { readonly kind: 'share-kill'; readonly share: number };
