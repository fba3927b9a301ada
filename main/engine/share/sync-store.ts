import type { ParsedEntry } from '../log/entry-codec.ts';
import type { Head } from '../log/head.ts';

import type { ListedFile } from './pack-plan.ts';

/**
 * How far this PC has come with one log. A log that was continued twice (a copied disk, a backup put back) has one of
 * these for each continuation.
 */
export interface KnownHead {
  readonly log: string;
  /** Version of the newest head that was taken in whole; 0 when only a part of the log is here. */
  readonly version: number;
  /** The last entry stored. */
  readonly seq: number;
  readonly hash: string;
  /** For logs written on this PC: the head that `headPublished` recorded last, if any. Null for others' logs. */
  readonly own: { readonly version: number; readonly file: string } | 'unpublished' | null;
  /** For others' logs: the name of the head file in which its end came; null when it is not known. */
  readonly file: string | null;
}

/** A continuation of a log, by the entry at its end. */
export type Chain = Pick<KnownHead, 'log' | 'hash'>;

/** A log of this PC whose head is not on the share yet. Everything in it belongs to one moment. */
export interface OutgoingLog {
  /** The head signed at the last append. */
  readonly head: Head;
  /** First entry that no recorded segment holds. */
  readonly from: number;
  /** Segments recorded by `segmentPublished`, in order. */
  readonly segments: readonly string[];
  /** The head to be taken away once the new one stands. */
  readonly published: { readonly version: number; readonly file: string } | null;
}

/** A segment or pack of an own log that stands on the share, read back. */
export interface PublishedFile extends ListedFile {
  /** The head in force at its last entry, when the writer had one. */
  readonly proof: Head | null;
}

/** An own log with its files on the share, in order. */
export interface OwnFiles {
  readonly log: string;
  /** Hash of the last entry here. */
  readonly hash: string;
  readonly files: readonly PublishedFile[];
  /** The head file that `headPublished` recorded last, if any. */
  readonly head: string | null;
}

/** A file that no own head lists any more. */
export interface ReplacedFile {
  readonly log: string;
  readonly name: string;
}

/** A document on this PC's disk that the share should have. */
export interface BlobSource {
  /** SHA-256 of the plain bytes, hex. */
  readonly sha256: string;
  readonly size: number;
  /** Bytes at this place; null when the local file is gone or shorter. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array | null>;
}

/** Where a document from the share goes. Nothing of it is to be seen before `commit`. */
export interface BlobSink {
  /** False when this PC cannot store it (disk full). */
  readonly write: (bytes: Uint8Array) => Promise<boolean>;
  /** All bytes were written and hash to what was asked for. */
  readonly commit: () => Promise<boolean>;
  readonly abandon: () => Promise<void>;
}

/** A document that entries name and this PC wants to have. */
export interface WantedBlob {
  readonly sha256: string;
  readonly size: number;
}

/** A document that a retention decision destroyed. */
export interface DestroyedBlob extends WantedBlob {
  /** The share may still hold copies. */
  readonly mayBeOnShare: boolean;
}

/** Entries that continue what `knownHeads` said of the log, and the head that covers the last of them. */
export interface IncomingBatch {
  readonly log: string;
  /** Decrypted, well-formed, chained. Empty when only the head is new. */
  readonly entries: readonly ParsedEntry[];
  /** Signed by the log key, for exactly the last entry. */
  readonly head: Head;
}

/**
 * What the store made of a batch. `waiting`: the first `taken` entries are stored, the next one lacks an entry
 * or roster position from another log; the rest is offered again once other logs have moved on. `refused`: the
 * first `taken` are stored, the next one is not acceptable and never will be.
 */
export type IngestAnswer =
  | { readonly state: 'done'; readonly taken: number }
  | { readonly state: 'waiting'; readonly taken: number }
  | { readonly state: 'refused'; readonly taken: number; readonly code: string };

/** How far taking in many entries has come. */
export interface ReplayProgress {
  /** `entries`: they are read and checked; `letters`: what they say is folded. */
  readonly phase: 'entries' | 'letters';
  readonly done: number;
  /** How many there are, as far as heads tell. */
  readonly known: number;
}

/** Something on the share that a person should know of. `file` is the path on the share. */
export interface ShareAlert {
  readonly code: string;
  readonly file: string;
  readonly log?: string;
  readonly seq?: number;
}

/** What the ways to the share need of the store. Every call is one short transaction. */
export interface SyncStore {
  /** The log of the roster's writer: read first, since the others' entries name positions in it. */
  readonly rosterLog: () => string;
  /** Logs that ended: closed by the roster, or retired by their owner. */
  readonly endedLogs: () => readonly string[];
  /** What the roster says of an invitation: `over` when it was taken up and its person writes, or expired. */
  readonly enrolment: (invitation: string) => 'open' | 'over' | 'unknown';
  /** Every log of which at least one entry is stored, own ones included. */
  readonly knownHeads: () => readonly KnownHead[];

  /** Own logs whose head is newer than the published one. */
  readonly outgoing: () => readonly OutgoingLog[];
  /** Bytes of a chain's entries from `from` to `to`, both included, in order; of any log that is here. */
  readonly entryBytes: (chain: Chain, from: number, to: number) => Iterable<Uint8Array>;
  /** A segment stands on the share, read back: its entries need not be sent again. */
  readonly segmentPublished: (log: string, file: PublishedFile) => void;
  /** A head stands on the share. What it lists no more may go, `REPLACED_AGE_MS` from now. */
  readonly headPublished: (log: string, version: number, file: string) => void;

  /** Own logs with what stands of them on the share. */
  readonly ownFiles: () => readonly OwnFiles[];
  /** A pack is about to be written; should it never be recorded, it is a replaced file from now on. */
  readonly packBegun: (log: string, name: string) => void;
  /** A pack stands on the share, read back: the next head lists it instead of the files that it holds. */
  readonly packPublished: (log: string, pack: PublishedFile) => void;
  /** Files that the head in force has not listed for so many milliseconds, at most `limit`. */
  readonly replacedFiles: (ageMs: number, limit: number) => readonly ReplacedFile[];
  readonly replacedRemoved: (file: ReplacedFile) => void;

  /** Whether this PC put a head file of that name on the share. */
  readonly wroteHead: (name: string) => boolean;
  /** A head file of an own log was taken away; `files` were listed in it, and are replaced where the log has none. */
  readonly headRemoved: (log: string, name: string, files: readonly string[]) => void;
  /** The newest heads of a log, own or not, one for each continuation, for exactly the last entry of it here. */
  readonly headsOf: (log: string) => readonly Head[];
  /**
   * A head was read whose entry is here. Of another PC's log its name is kept; of an own one, which this PC lost sight
   * of (a backup put back), what it lists is what stands on the share.
   */
  readonly headRead: (head: Head, name: string, segments: readonly string[]) => void;
  /** Logs of which somebody names an entry that is not here, at a place where another one is. */
  readonly doubtedLogs: () => ReadonlySet<string>;
  /** Entries that stored ones name and that are not here. */
  readonly missingDeps: () => readonly { readonly log: string; readonly seq: number }[];
  /**
   * The share lost something of an own log: its head or files that its head lists. What the next head would list of
   * them is written anew with the next publish, and a new head in any case: a file that a pack replaced needs no more.
   */
  readonly ownLost: (log: string, files: readonly string[]) => void;

  /** Nothing more is written on the share until a person says so. */
  readonly stopWrites: (ill: number, known: number) => void;
  readonly writesStopped: () => boolean;
  /** A person said that writing goes on although much is gone. */
  readonly wasResumed: () => boolean;
  /** Nothing is gone any more: the next time somebody is asked again. */
  readonly writesWell: () => void;

  /** Hash of an entry on the way to the end of a chain; null when it is not here. */
  readonly hashAt: (chain: Chain, seq: number) => string | null;
  /** Whether an entry of a log is stored here, on whichever continuation. */
  readonly holds: (log: string, hash: string) => boolean;

  /** Whether there are documents for `blobsToUpload`; asked at each pass. */
  readonly hasBlobsToUpload: () => boolean;
  /** Documents that own entries name and the share was not seen to have. */
  readonly blobsToUpload: () => readonly BlobSource[];
  readonly blobUploaded: (sha256: string) => void;
  /** Documents that are here and that the share was seen to have, after this one, in the order of their names. */
  readonly documentsOnShare: (after: string, limit: number) => readonly WantedBlob[];
  /** The share has no whole copy of it any more: it is sent again with the next publish. */
  readonly documentLost: (sha256: string) => void;
  /** Reads this PC's copy; one that is gone or damaged is wanted from the share from now on. */
  readonly documentIsWhole: (sha256: string) => Promise<boolean>;
  /** Documents to fetch next, a few: which they are may change from call to call. */
  readonly blobsWanted: () => readonly WantedBlob[];
  readonly blobSink: (sha256: string) => Promise<BlobSink>;

  /** A few documents that a retention decision destroyed and that may still be here or on the share. */
  readonly destroyedDocuments: () => readonly DestroyedBlob[];
  /** Takes this PC's copy of a destroyed document away, if there is one and nobody holds it. */
  readonly destroyHere: (sha256: string) => Promise<void>;
  /** The share has no copy of it any more. */
  readonly destroyedOnShare: (sha256: string) => void;

  /** `later`: many entries come, and what they say is folded once, by `foldSome`, when all are here. */
  readonly ingest: (batch: IncomingBatch, when: 'now' | 'later') => IngestAnswer;
  /** Lets more of what was taken in take effect; false when nothing can any more. */
  readonly settleSome: (when: 'now' | 'later') => boolean;
  /** Folds some of what was put off; false when nothing is left. */
  readonly foldSome: () => boolean;
  /** How far taking in many entries has come; null when it is over. */
  readonly replayed: (progress: ReplayProgress | null) => void;
  /** A person asked to take nothing in for now. */
  readonly readingPaused: () => boolean;
  /** The same alert may come again after a restart; code and file identify it. */
  readonly alert: (alert: ShareAlert) => void;
  /** The file turned out well (or is gone): its alerts are over. */
  readonly clearAlerts: (file: string) => void;
}
