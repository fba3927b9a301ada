import { HostedShare } from './share/process/hosted-share.ts';
import { shareHostHere } from './share-host-here.ts';
import type { ShareFs } from './share/share-fs.ts';

/** Opens a share without a data folder, for tools that only look at it. Whoever opens it closes it. */
export function openShare(path: string): { readonly fs: ShareFs; readonly close: () => Promise<void> } {
  const hosted = new HostedShare(shareHostHere());
  return { fs: hosted.fs(path), close: () => hosted.close() };
}
