import type { ShareAnswer } from '../share-fs.ts';

/** One operation on one folder of the share; paths as in `ShareFs`. */
export type ShareRequest =
  | { readonly operation: 'list' | 'stat' | 'mkdir' | 'remove'; readonly path: string }
  | { readonly operation: 'read'; readonly path: string; readonly limit: number }
  | { readonly operation: 'write'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly operation: 'rename'; readonly path: string; readonly to: string };

/** From the engine to the share process. `id` is never used twice on one channel. */
export interface ToShareProcess {
  readonly id: number;
  /** The share's place on this PC. */
  readonly root: string;
  readonly request: ShareRequest;
}

/**
 * From the share process to the engine. `ready`: it takes requests. `moved`: an operation goes on, with the bytes since
 * the last word about it. `answer` ends it. `fault`: it failed in a way that is a bug.
 */
export type FromShareProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'moved'; readonly id: number; readonly bytesRead: number; readonly bytesWritten: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ShareAnswer<unknown> }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };

/** Bytes that share no memory with others, since a message carries all the memory that its bytes are a view of. */
export function exactBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}
