import type { WebContents } from 'electron';

import type { ShellEventName, ShellEvents } from '#core/contract/shell.ts';
import { isOwnPage } from './page-frame.ts';

/** Tells a page something; nothing happens when it is gone or shows something else. */
export function tellPage<N extends ShellEventName>(page: WebContents, name: N, event: ShellEvents[N]): void {
  if (!page.isDestroyed() && isOwnPage(page.mainFrame, page)) page.send(`shell-event:${name}`, event);
}
