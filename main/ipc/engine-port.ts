import { MessageChannelMain, type UtilityProcess, type WebContents } from 'electron';

import type { ToEngine } from '#core/contract/engine-process.ts';
import { isOwnPage } from './page-frame.ts';

/**
 * Makes a channel between a page and the engine and hands each its end. From then on they talk without the main
 * process.
 */
export function connectPageToEngine(page: WebContents, engine: UtilityProcess): void {
  if (page.isDestroyed() || !isOwnPage(page.mainFrame, page)) return;
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage({ kind: 'connect' } satisfies ToEngine, [port1]);
  page.postMessage('engine-port', null, [port2]);
}
