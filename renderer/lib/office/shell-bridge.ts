import type { ShellBridge } from '#core/contract/shell.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly nirkertas: ShellBridge;
  }
}

/** What the page may ask of the window and the system. */
export const shell: ShellBridge = window.nirkertas;
