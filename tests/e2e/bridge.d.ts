import type { ShellBridge } from '#core/contract/shell.ts';

declare global {
  interface Window {
    /** What the preload script puts there; tests call it in the page. */
    readonly nirkertas: ShellBridge;
  }
}
