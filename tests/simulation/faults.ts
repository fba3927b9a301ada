/**
 * What a share, the network before it, and the world around an office may do (3-office-log, Failures and How it is
 * proved). The fake share counts each where it happens; a new fault is a name here and the place that lets it happen.
 */
export const faultNames = {
  // listings
  'stale-listing': 'a listing of some time ago: old names shown, new ones missing',
  'late-arrival': 'a file is not seen yet by this PC, although later ones may be',
  'folded-case': 'a listing in capitals',
  // writing
  'torn-file': 'another PC sees the beginning of a file only',
  'partial-temp': 'a write fails and leaves a part of the file',
  'lying-fsync-vanished': 'a flushed file is gone after the server lost power',
  'lying-fsync-shortened': 'a flushed file is shorter after the server lost power',
  'non-exclusive-create': 'two writers win the same name; the file holds the bytes of the other',
  // answers
  'reply-lost-write': 'written, and an error answered',
  'reply-lost-rename': 'renamed, and an error answered',
  'reply-lost-remove': 'removed, and an error answered',
  'reply-lost-mkdir': 'folder made, and an error answered',
  'slow-operation': 'an error after a long wait, and done later all the same',
  // files that others hold
  'busy-read': 'antivirus holds the file: EBUSY on read',
  'busy-rename': 'EBUSY on rename',
  'busy-remove': 'EBUSY on remove',
  'denied-rename': 'EPERM on rename',
  'denied-remove': 'EPERM on remove',
  'denied-replace': 'a rename onto a name that exists is denied',
  // the share as a whole
  'share-gone': 'the share vanishes for a while',
  'share-empty': 'an empty folder stands in its place for a while',
  'share-foreign': 'the folder of another office stands in its place for a while',
  'genesis-swapped': 'the genesis of another office stands in our folder for a while',
  'share-read-only': 'the share takes no writes for a while',
  'share-full': 'the share is full for a while',
  // strangers with access to the folder
  'stranger-flips': 'a stranger changes a byte of a file',
  'stranger-deletes': 'a stranger deletes a file',
  'stranger-adds': 'a stranger puts files of their own among ours',
  'stranger-replays': 'a stranger puts a head back that was replaced',
  // the world
  'clock-jump': 'the clock of a PC jumps by years',
  'data-folder-copied': 'a data folder is copied to another machine, and both go on',
  'disk-image-copied': 'a disk is copied with its machine’s id, and both go on with one log',
  'backup-put-back': 'a data folder becomes again what it was, after its PC wrote on',
  'log-continued-twice': 'two entries follow one in the log of an honest person',
  'log-retired': 'a person ends their log and begins another',
} as const;

export type FaultName = keyof typeof faultNames;

/** How often something happened, by name. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.#counts.set(name, this.of(name) + times);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  toObject(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
