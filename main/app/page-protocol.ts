import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';

import { fileOfAddress } from './page-address.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/**
 * What a page may load and run: our own files only, no eval, no inline script, no network.
 * `wasm-unsafe-eval` allows WebAssembly and no strings: pdf.js decodes JBIG2 and JPEG 2000 scans with it.
 * The hash is of the one style sheet that React Aria writes into the page (touch-action of what can be pressed).
 * Pictures of pages are blobs; fonts in a PDF are handed over as bytes, which needs no source here.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: makes `app://` a secure origin like https. */
export function declarePageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Something served beside the files of the pages, by its path. */
export interface ServedBytes {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

function respond(bytes: Uint8Array, contentType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  });
}

async function answer(
  root: string,
  beside: ReadonlyMap<string, ServedBytes>,
  request: Request,
): Promise<Response> {
  const missing = new Response(null, { status: 404 });
  if (request.method !== 'GET') return missing;
  const file = fileOfAddress(root, request.url);
  if (file === null) return missing;
  const served = beside.get(new URL(request.url).pathname);
  if (served) return respond(served.bytes, served.contentType);
  const contentType = contentTypes[path.extname(file).toLowerCase()];
  if (contentType === undefined) return missing;
  try {
    return respond(await readFile(file), contentType);
  } catch {
    return missing;
  }
}

/**
 * Serves the pages from a folder as `app://nirkertas/…` in one session.
 *
 * @param beside further content by path, as `/document.pdf`
 */
export function servePages(
  session: Session,
  root: string,
  beside: ReadonlyMap<string, ServedBytes> = new Map(),
): void {
  session.protocol.handle('app', (request) => answer(root, beside, request));
}
