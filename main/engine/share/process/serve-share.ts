import { NodeShareFs } from '../node-share-fs.ts';
import type { ShareAnswer } from '../share-fs.ts';

import type { FromShareProcess, ShareRequest, ToShareProcess } from './share-messages.ts';

function carryOut(fs: NodeShareFs, request: ShareRequest): Promise<ShareAnswer<unknown>> {
  switch (request.operation) {
    case 'list':
      return fs.list(request.path);
    case 'stat':
      return fs.stat(request.path);
    case 'mkdir':
      return fs.makeFolder(request.path);
    case 'remove':
      return fs.remove(request.path);
    case 'read':
      return fs.read(request.path, request.limit);
    case 'write':
      return fs.writeNew(request.path, request.bytes);
    case 'rename':
      return fs.rename(request.path, request.to);
  }
}

/** Does one operation on the share and tells how it goes on and ends. Waits for as long as the share does. */
export async function serveShare(
  { id, root, request }: ToShareProcess,
  post: (message: FromShareProcess) => void,
): Promise<void> {
  const moved = (bytesRead: number, bytesWritten: number) =>
    post({ kind: 'moved', id, bytesRead, bytesWritten });
  try {
    post({ kind: 'answer', id, answer: await carryOut(new NodeShareFs(root, { moved }), request) });
  } catch (error) {
    post({
      kind: 'fault',
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : `${error}`,
    });
  }
}
