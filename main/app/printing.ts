import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';

/** How long the PDF viewer may take to draw before it is given up, in milliseconds. */
const drawLimit = 30_000;

function drawn(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), drawLimit);
    const finish = (shown: boolean) => {
      clearTimeout(limit);
      resolve(shown);
    };
    window.webContents.once('did-finish-load', () => finish(true));
    window.webContents.once('did-fail-load', () => finish(false));
  });
}

/**
 * Opens the system's print dialog for a PDF. The bytes are shown by Chromium's own PDF viewer in a hidden window
 * with a session of its own that can reach nothing else.
 *
 * @returns whether it was handed to a printer
 */
export async function printPdf(name: string, bytes: Uint8Array): Promise<boolean> {
  const own = session.fromPartition(`printing-${randomUUID()}`);
  own.protocol.handle(
    'app',
    () => new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'application/pdf' } }),
  );
  const window = new BrowserWindow({
    show: false,
    title: name,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, plugins: true },
  });
  try {
    const ready = drawn(window);
    void window.loadURL('app://printing/document.pdf');
    if (!(await ready)) return false;
    return await new Promise((resolve) => window.webContents.print({}, (printed) => resolve(printed)));
  } finally {
    window.destroy();
  }
}
