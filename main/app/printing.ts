import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { z } from 'zod';

import { pageOrigin } from '#main/ipc/page-frame.ts';
import { servePages } from './page-protocol.ts';
import { guardSession } from './session-security.ts';

/** Micrometres in a point (1/72 inch), for Electron's paper sizes. */
const micrometresPerPoint = 25_400 / 72;

const drawnSchema = z.object({ width: z.number().positive(), height: z.number().positive() });

/**
 * Opens the system's print dialog for a PDF, with the paper that fits its first page. A hidden window of our own
 * pages draws it, in a session of its own that can reach nothing but those pages and this document.
 *
 * @param root folder of the pages
 * @param name what the print queue calls it
 * @returns whether it was handed to a printer
 */
export async function printPdf(root: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const own = session.fromPartition(`printing-${randomUUID()}`);
  guardSession(own);
  servePages(own, root, new Map([['/document.pdf', { contentType: 'application/pdf', bytes }]]));
  const window = new BrowserWindow({
    show: false,
    title: name,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, spellcheck: false },
  });
  try {
    await window.loadURL(`${pageOrigin}/print.html#${encodeURIComponent(name)}`);
    const drawn = drawnSchema.safeParse(await window.webContents.executeJavaScript('window.documentDrawn'));
    if (!drawn.success) return false;
    const { width, height } = drawn.data;
    const pageSize = {
      width: Math.round(Math.min(width, height) * micrometresPerPoint),
      height: Math.round(Math.max(width, height) * micrometresPerPoint),
    };
    const settings = { pageSize, landscape: width > height, margins: { marginType: 'none' } } as const;
    return await new Promise((resolve) => window.webContents.print(settings, resolve));
  } catch {
    // The document could not be drawn; the caller says so.
    return false;
  } finally {
    window.destroy();
  }
}
