import type { BlobRef } from '../office/letter-acts.ts';
import type { Standing } from '../office/entry.ts';
import type { Role } from '../office/enums.ts';
import type { ClosingReason } from '../office/roster-acts.ts';
import type { StagePurpose } from './inputs.ts';
import type { ShareTraffic } from './share-traffic.ts';
import type { SyncView } from './sync-answers.ts';

import type { LetterRow, PersonView, PositionView } from './views.ts';

/** What the engine is able to do at this moment; decides the first screen. */
export interface SessionView {
  /** `none`: no office here yet, or nobody of it; `pending`: asked to join; `locked`: choose a person and unlock; `open`: signed in. */
  readonly state: 'none' | 'pending' | 'locked' | 'open';
  readonly office: {
    readonly id: string;
    readonly name: string;
    readonly letterhead: readonly string[];
    readonly timeZone: string;
  } | null;
  readonly demo: boolean;
  readonly device: { readonly id: string; readonly name: string } | null;
  /** People who use this PC. */
  readonly users: readonly { readonly user: string; readonly name: string; readonly title: string }[];
  readonly me: {
    readonly user: string;
    readonly name: string;
    readonly nip: string;
    readonly positions: readonly {
      readonly id: string;
      readonly title: string;
      readonly role: Role;
      readonly standing: Standing;
      readonly until: string | null;
    }[];
    readonly certificate: CertificateView | null;
    readonly isRosterWriter: boolean;
    /** This log issues agenda numbers. */
    readonly isRegistry: boolean;
    /** Binding acts need the passphrase again once this is false (idle lock). */
    readonly unlocked: boolean;
  } | null;
  readonly pending: {
    readonly digits: string;
    readonly name: string;
    readonly title: string;
    readonly officeName: string;
    /** A further PC of that person: they admit it themselves, at the PC that they use already. */
    readonly device: boolean;
  } | null;
}

export interface CertificateView {
  readonly subject: string;
  readonly issuer: string;
  readonly notAfter: number;
  readonly category: 'office' | 'p12';
}

export interface InvitationView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly expires: number;
  readonly used: boolean;
}

/** A request that opened with the invitation's secret; the six digits stand on both screens. */
export interface JoinRequestView {
  readonly invitation: string;
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly device: string;
  readonly digits: string;
  readonly requestedAt: number;
}

/** A person on a PC, by the log that they write there. Times are milliseconds since 1970 UTC. */
export interface PersonLogView {
  readonly log: string;
  readonly device: string;
  readonly lastSeen: number;
  /** `retired`: its owner ended it; `closed`: the roster did. What either writes after that has no effect. */
  readonly state: 'open' | 'retired' | 'closed';
  readonly isThisPc: boolean;
}

export interface OfficeView {
  readonly people: readonly (PersonView & {
    readonly lastSeen: number | null;
    readonly devices: readonly string[];
    /** Their logs, one for each PC, the one used last first. */
    readonly logs: readonly PersonLogView[];
    /** Why their key was closed; null while it is in force. */
    readonly closed: ClosingReason | null;
    /** A key enrolled anew, until a second official confirms it; null for a key that needs no word. */
    readonly rekeyed: { readonly time: number; readonly confirmedBy: string | null } | null;
  })[];
  readonly positions: readonly PositionView[];
  readonly units: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly invitations: readonly InvitationView[];
  readonly rosterIndex: number;
  /** Who writes the roster, on which PC; null before that log has come. */
  readonly writer: { readonly name: string; readonly device: string } | null;
}

/** What closing a person's keys did. */
export interface RevocationView {
  readonly user: string;
  readonly name: string;
  readonly logs: readonly { readonly log: string; readonly seq: number; readonly device: string }[];
  /** The person's key was closed too, so that none of their other logs counts. */
  readonly keyClosed: boolean;
  /** Id of the new office key, when one was made. */
  readonly newKey: string | null;
  /** Positions that have no holder by this. */
  readonly vacated: readonly string[];
}

/** Entries of one closed log that have no effect until they are released. */
export interface QuarantineView {
  readonly log: string;
  readonly user: string;
  readonly name: string;
  readonly device: string;
  readonly reason: ClosingReason;
  /** Last entry that counts; -1 when none does. */
  readonly keptSeq: number;
  readonly total: number;
  /** The first 200 of them. */
  readonly entries: readonly {
    readonly seq: number;
    readonly hash: string;
    readonly type: string;
    readonly letter: string | null;
    /** Lists show the letter, so it can be opened; not one that begins with what is held back. */
    readonly isListed: boolean;
    /** What the letter is about, as far as it is no secret; also of one that no list shows. */
    readonly about: string | null;
    readonly time: number;
  }[];
}

export interface QueuePage {
  readonly rows: readonly LetterRow[];
  /** All rows of the box under this filter, not only those of the page. */
  readonly total: number;
  /** Counts by task kind for the filter chips of `todo`. */
  readonly counts: Readonly<Record<string, number>>;
  /**
   * Rows by nearness of their due date, in the order of the rows; empty for boxes that are not ordered so. `week` is
   * the next seven days. The list knows from it where each heading stands before it has loaded the rows.
   */
  readonly groups: readonly { readonly group: QueueGroup; readonly count: number }[];
}

export const queueGroups = ['late', 'today', 'week', 'later'] as const;
export type QueueGroup = (typeof queueGroups)[number];

export interface HomeView {
  readonly counters: {
    readonly toSign: Counter;
    readonly toInitial: Counter;
    readonly waitingNumber: Counter;
    readonly lettersUnread: Counter;
    readonly lettersOpen: Counter;
    readonly dispositionsUnread: Counter;
    readonly dispositionsOpen: Counter;
    readonly copiesUnread: Counter;
  };
  /** Late and due today, at most 12 rows, late first. */
  readonly pressing: readonly (LetterRow & { readonly mine: boolean })[];
  readonly pressingTotal: number;
  readonly lateMine: number;
  readonly todayMine: number;
  /** Open obligations by unit. */
  readonly units: readonly {
    readonly unit: string;
    readonly name: string;
    readonly open: number;
    readonly late: number;
    readonly oldestDays: number;
  }[];
  /** Incoming letters of the last ten working days, oldest first (ISO days). */
  readonly perDay: readonly { readonly day: string; readonly count: number }[];
  /** Median working days from receipt to the first disposition, by week (Monday, ISO), oldest first. */
  readonly medianToDispose: readonly { readonly week: string; readonly days: number }[];
  readonly promiseDays: number;
  /** Share of this week's letters disposed of within the promise, 0 to 1; null without letters. */
  readonly withinPromise: number | null;
}
export interface Counter {
  readonly count: number;
  readonly late: number;
}

/** A document taken in and checked, waiting to be registered; kept on disk, so a crash loses nothing. */
export interface StagedDocument {
  readonly id: string;
  readonly name: string;
  readonly document: BlobRef;
  readonly from: 'pdf' | 'image';
  /** Already registered letters with exactly these bytes. */
  readonly sameBytes: readonly LetterRow[];
  /** What a normalised copy would lose; empty for plain documents. */
  readonly wouldLose: readonly ('forms' | 'layers' | 'attachments')[];
  readonly signed: boolean;
  /** The ending of its name says something else than the content is; it was taken by its content. */
  readonly misnamed: boolean;
  readonly purpose: StagePurpose;
  readonly stagedAt: number;
}

export interface SyncReport {
  readonly share: SyncView['share'];
  readonly published: number;
  readonly ingested: number;
  readonly pending: number;
  readonly quarantined: number;
  readonly operations: Readonly<Record<'list' | 'read' | 'write' | 'mkdir' | 'rename' | 'remove', number>>;
  readonly bytes: { readonly read: number; readonly written: number };
  /** The same by the kind of file; `read` there counts files, `stat` questions about them. */
  readonly traffic: ShareTraffic;
}

export interface SenderSuggestion {
  readonly name: string;
  readonly letters: number;
  readonly lastAt: number;
}

export interface LocalSettings {
  readonly language: 'id' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  /** Minutes without a key or a click after which binding acts need the passphrase again. */
  readonly idleLockMinutes: number;
}

export interface SearchHit {
  readonly row: LetterRow;
  /** The matching words in their sentence, matches between U+0002 and U+0003. */
  readonly snippet: string;
}

export type { AlertView, ArchiveHealth, DeviceView, ReplayView, SyncView } from './sync-answers.ts';
