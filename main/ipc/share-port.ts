import { MessageChannelMain, type UtilityProcess } from 'electron';

import type { ToEngine } from '#core/contract/engine-process.ts';

/**
 * Makes a channel between a share process and the engine and hands each its end. From then on they talk without the
 * main process.
 *
 * @param id the name that the engine gave the process
 */
export function connectShareToEngine(share: UtilityProcess, engine: UtilityProcess, id: number): void {
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ kind: 'share-started', share: id } satisfies ToEngine, [port1]);
  share.postMessage(null, [port2]);
}
