import type { OfficeError } from './result.ts';
import type { ShareTraffic } from './share-traffic.ts';

/** Taking in a large office, or what was written while this PC was off for long. */
export interface ReplayView {
  /** `entries`: they are read and checked; `letters`: the lists are made of them. */
  readonly phase: 'entries' | 'letters';
  readonly done: number;
  readonly known: number;
  /** Null until enough went by to tell. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

export interface SyncView {
  readonly share: 'online' | 'offline' | 'foreign' | 'newer' | 'read-only' | 'full' | 'stopped' | 'none';
  readonly path: string;
  readonly lastSync: number | null;
  /** Entries of this PC that are not on the share yet, and the letters they belong to. */
  readonly waiting: number;
  /** Entries of this PC that are on the share and that no other PC has said to have. */
  readonly notReceived: number;
  readonly waitingLetters: readonly {
    readonly letter: string;
    readonly subject: string;
    readonly since: number;
    /** How many entries about it wait: a letter and its number are two. */
    readonly entries: number;
  }[];
  readonly problem: OfficeError | null;
  /** Why the program stopped writing on the share by itself; null while it writes. */
  readonly stop: { readonly ill: number; readonly known: number; readonly since: number } | null;
  readonly replay: ReplayView | null;
  /** A person asked to take nothing in for now. */
  readonly readingPaused: boolean;
  /** Documents on their way: wanted here and not here yet, and here and not on the share yet. */
  readonly documents: { readonly awaited: number; readonly toSend: number };
  /** Entries of others that are here without effect. */
  readonly withoutEffect: {
    /** They name something that has not come yet. */
    readonly waiting: number;
    /** Their log was stopped for good. */
    readonly refused: number;
  };
  /** Things that somebody must look at: corrupt files, strangers, missing documents. */
  readonly alerts: readonly AlertView[];
  readonly devices: readonly DeviceView[];
  /** What this PC asked of the share since the program started. */
  readonly traffic: ShareTraffic;
}

/** A person on a PC, by the log that they write there. */
export interface DeviceView {
  /** The beginning of the log's id, by which alerts name it. */
  readonly log: string;
  readonly name: string;
  readonly person: string;
  readonly lastSeen: number;
  readonly isThisPc: boolean;
  /** Entries of this PC that stand on the share and that it has not said to have; null for this PC. */
  readonly behind: number | null;
}

/** Who keeps the office's documents, and how many of them have too few copies. */
export interface ArchiveHealth {
  /** This PC is a penjaga arsip. */
  readonly keepsHere: boolean;
  /** This PC fetches every document; otherwise those of its people's tasks and those that somebody opens. */
  readonly fetchesAll: boolean;
  /** Documents of the office, without those that were destroyed by a retention decision. */
  readonly documents: number;
  readonly destroyed: number;
  /** Of them on this PC, and not yet here although it means to have them. */
  readonly here: number;
  readonly awaited: number;
  /** Documents of which fewer than two keepers said to have them. */
  readonly fewerCopies: number;
  readonly keepers: readonly {
    readonly device: string;
    readonly name: string;
    /** People who use that PC. */
    readonly people: readonly string[];
    /** Milliseconds since 1970 UTC, as its newest entry claims. */
    readonly lastSeen: number;
    readonly here: boolean;
    /** Only `whole` counts as a copy. `silent`: nothing was heard of it for 30 days. */
    readonly state: 'whole' | 'filling' | 'silent' | 'closed';
  }[];
}

export interface AlertView {
  readonly id: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly time: number;
  /** Whose log it is about, where the log is known here. */
  readonly by: { readonly person: string; readonly device: string } | null;
}
