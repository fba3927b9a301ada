/**
 * The process that touches the share, so that a mount that hangs holds up nobody else. In the app it is a utility
 * process that gets its port from the main process; elsewhere it is a child of Node with a channel to its parent.
 *
 * It ends by SIGKILL: an ordinary exit waits for the threads that sit in the hanging mount. Nothing is lost by it; a
 * file that was being written is a temp that nobody reads.
 */
import { serveShare } from './serve-share.ts';
import { exactBytes } from './share-messages.ts';
import type { FromShareProcess, ToShareProcess } from './share-messages.ts';

/** The end of a channel in Electron's utility process. */
interface Port {
  on(event: 'message', listener: (message: { readonly data: ToShareProcess }) => void): void;
  on(event: 'close', listener: () => void): void;
  postMessage(message: FromShareProcess): void;
  start(): void;
}

interface ParentPort {
  once(event: 'message', listener: (message: { readonly ports: readonly Port[] }) => void): void;
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function withOwnBytes(message: FromShareProcess): FromShareProcess {
  if (message.kind !== 'answer' || !message.answer.ok) return message;
  const { value } = message.answer;
  return value instanceof Uint8Array
    ? { ...message, answer: { ok: true, value: exactBytes(value) } }
    : message;
}

function serveApp(parentPort: ParentPort): void {
  parentPort.once('message', ({ ports: [port] }) => {
    if (port === undefined) return end();
    const post = (message: FromShareProcess) => port.postMessage(withOwnBytes(message));
    port.on('message', ({ data }) => void serveShare(data, post));
    port.on('close', end);
    port.start();
    post({ kind: 'ready' });
  });
}

function serveParent(): void {
  const post = (message: FromShareProcess) => {
    // A parent that is gone has nobody to tell; `disconnect` follows.
    process.send?.(message, undefined, undefined, () => undefined);
  };
  process.on('message', (message: ToShareProcess) => void serveShare(message, post));
  process.on('disconnect', end);
  // Ctrl-C reaches all processes of a terminal; it is for the parent to end its work.
  process.on('SIGINT', () => undefined);
  post({ kind: 'ready' });
}

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };
if (parentPort === undefined) serveParent();
else serveApp(parentPort);
