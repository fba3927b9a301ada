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

/** From the main process to the engine. `connect` carries one MessagePort for one page. */
export type ToEngine = { readonly kind: 'connect' } | { readonly kind: 'stop' };

/**
 * From the engine to the main process. `filling`: the sample office is being made, `share` of it (0 to 1) is there.
 * `refused`: it cannot start and a restart would not help.
 */
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'filling'; readonly share: number }
  | { readonly kind: 'refused'; readonly error: OfficeError };
