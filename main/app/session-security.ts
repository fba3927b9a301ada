import { app, type Session, type WebContents } from 'electron';

import { pageOrigin } from '#main/ipc/page-frame.ts';

/** Pages may put text on the clipboard after a click; they get no other permission. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Addresses that never leave the machine. */
const localProtocols: ReadonlySet<string> = new Set([
  'app:',
  'blob:',
  'data:',
  'devtools:',
  'chrome-extension:',
]);

function isOurs(address: string): boolean {
  return (
    URL.canParse(address) && new URL(address).protocol === 'app:' && address.startsWith(`${pageOrigin}/`)
  );
}

/** Refuses permissions, devices, downloads and every request that would leave this machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) => {
    decide(allowedPermissions.has(permission) && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && origin.startsWith(pageOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !localProtocols.has(new URL(request.url).protocol) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Denies by default, for every page that this process will ever show: no new windows, no leaving the page that the
 * app itself loaded (the router changes the hash only, which is not a navigation), no webview.
 */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}
