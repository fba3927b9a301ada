import type { ShareTraffic } from '#core/contract/share-traffic.ts';

/**
 * Why an operation on the share failed, in the words that decide what to do about it.
 * `missing`: not there (also: the share is gone). `exists`: the exclusive name is taken. `busy` and `denied`:
 * somebody holds the file, or may not be; antivirus gives both for a moment. `not-a-file`: a folder, a link or
 * a device stands where a file should. `too-large`: larger than asked for. `timeout`: no answer in time.
 */
export type ShareFailure =
  | 'missing'
  | 'exists'
  | 'busy'
  | 'denied'
  | 'read-only'
  | 'full'
  | 'not-a-file'
  | 'too-large'
  | 'timeout'
  | 'io';

/** An operation's answer. `detail` is the system's own word (EACCES and so on), for the log. */
export type ShareAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ShareFailure; readonly detail: string };

/** Names in a folder, in no order, and whether there were more than we look at. */
export interface ShareListing {
  readonly names: readonly string[];
  readonly truncated: boolean;
}

export interface ShareStat {
  readonly size: number;
  /** Milliseconds since 1970 UTC by the share's clock; a hint, never trusted. */
  readonly modified: number;
}

/** Operations and bytes since this ShareFs was made; a retried operation counts again. */
export interface ShareCounters {
  readonly list: number;
  /** Files read, and questions about size and time. */
  readonly read: number;
  readonly write: number;
  readonly mkdir: number;
  readonly rename: number;
  readonly remove: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** The same by the kind of file. */
  readonly traffic: ShareTraffic;
}

/**
 * The only door to the share. Paths are relative, lower-case ASCII with `/`. Every operation answers
 * with plain data, so that it can run in a process that is killed when a mount hangs (`HostedShare`). What ended in
 * `timeout` may still happen later, so a name that was once written or moved is never used again.
 */
export interface ShareFs {
  readonly list: (folder: string) => Promise<ShareAnswer<ShareListing>>;
  /** The whole file, at most `limit` bytes. Counts as a read. */
  readonly read: (path: string, limit: number) => Promise<ShareAnswer<Uint8Array>>;
  /** Counts as a read of no bytes. */
  readonly stat: (path: string) => Promise<ShareAnswer<ShareStat>>;
  /**
   * Creates a file that must not exist, writes it, flushes it, closes it. What failed midway is removed. `becomes`:
   * where a temp is to be moved; it is counted as that.
   */
  readonly writeNew: (path: string, bytes: Uint8Array, becomes?: string) => Promise<ShareAnswer<null>>;
  /** Makes one folder in one that exists. */
  readonly makeFolder: (path: string) => Promise<ShareAnswer<null>>;
  /** The caller knows that `to` is free: some systems would replace it. */
  readonly rename: (from: string, to: string) => Promise<ShareAnswer<null>>;
  readonly remove: (path: string) => Promise<ShareAnswer<null>>;
  readonly counters: () => Promise<ShareCounters>;
}

const SAFE_PATH = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)*$/;

/** Whether a path has the shape that we write: no way up, no way out, nothing that Windows would change. */
export function isSharePath(path: string): boolean {
  return path.length < 110 && SAFE_PATH.test(path);
}
