import type { WebContents } from 'electron';

import type { EngineView } from '#core/contract/shell.ts';
import { connectPageToEngine } from '#main/ipc/engine-port.ts';
import { tellPage } from '#main/ipc/shell-events.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';

/** The pages that asked for the engine: each gets a port now and after each restart. */
export interface ConnectedPages {
  /** Notes that a page wants the engine and connects it if the engine is ready. */
  connect(page: WebContents, engine: EngineSupervisor): void;
  /** Tells all of them what became of the engine, with a new port when it is ready. */
  tell(view: EngineView, engine: EngineSupervisor): void;
}

export function connectedPages(): ConnectedPages {
  const pages = new Set<WebContents>();
  return {
    connect(page, engine) {
      if (!pages.has(page)) {
        pages.add(page);
        // A page that is loaded anew asks again; until then it could not take a port. Going to another place within
        // the page (its hash) loads nothing.
        const forget = (event: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => {
          if (!event.isMainFrame || event.isSameDocument) return;
          page.off('did-start-navigation', forget);
          pages.delete(page);
        };
        page.on('did-start-navigation', forget);
        page.once('destroyed', () => pages.delete(page));
      }
      if (engine.engine !== null) connectPageToEngine(page, engine.engine);
    },
    tell(view, engine) {
      for (const page of pages) {
        tellPage(page, 'engineChanged', view);
        if (engine.engine !== null) connectPageToEngine(page, engine.engine);
      }
    },
  };
}
