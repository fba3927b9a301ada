import type { WebContents, WebFrameMain } from 'electron';

/** The origin of the app's own pages. */
export const pageOrigin = 'app://nirkertas';

/**
 * Whether a frame is the main frame of one of our windows and shows one of our pages. Everything else that could
 * hold a message channel (a frame inside, a page that replaced ours) is a stranger.
 *
 * @param frame the sender of a message; null when it is gone already
 * @param contents the web contents that it came through
 */
export function isOwnPage(frame: WebFrameMain | null, contents: WebContents): boolean {
  return (
    frame !== null &&
    !contents.isDestroyed() &&
    frame === contents.mainFrame &&
    frame.origin === pageOrigin &&
    contents.getType() === 'window'
  );
}
