import { createHash } from 'node:crypto';

import type { AcceptedEntry, Standing } from '#core/office/entry.ts';
import type { Role } from '#core/office/enums.ts';
import type { BlobRef, ChainStep, LetterActBody, LetterActType } from '#core/office/letter-acts.ts';
import type { FoldContext } from '#core/office/letter-fold.ts';
import { officeAgenda } from '#core/office/number-series.ts';
import type { Series } from '#core/office/number-series.ts';
import { applyRoster, rosterAtGenesis } from '#core/office/roster.ts';
import type { RosterState } from '#core/office/roster.ts';
import type { RosterActBody, RosterActType } from '#core/office/roster-acts.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';

/** Ids with the shape of real ones, readable in a failing test. */
function idOf(kind: string, name: string): string {
  const digits = createHash('sha256')
    .update(name)
    .digest('hex')
    .replaceAll(/[ilou]/g, '0')
    .slice(0, 16);
  return `${kind}_${digits}`;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
export const letterId = (name: string): string => `${idOf('let', name)}0000`;
export const LETTER = letterId('letter');
export const positionId = (title: string): string => idOf('pos', title);
export const userId = (name: string): string => idOf('usr', name);
export const dispositionId = (name: string): string => idOf('dsp', name);
export const WRITER_LOG = hashOf('writer log');
export const REGISTRY_LOG = hashOf('registry log');
/** Number of the surat perintah behind every Plt. and Plh. of the samples. */
const DECISION = '800/1/2026';
/** The office's agenda of 2026. */
export const AGENDA: Series = { ...officeAgenda, year: 2026 };
/** 9 October 2026, 10.42 in Jakarta: a Friday. */
export const NOON = Date.UTC(2026, 9, 9, 3, 42);

const about = {
  v: 0 as const,
  deps: [],
  basis: [],
  prev: null,
  roster: { index: 0, hash: hashOf('genesis') },
};

function rosterEntry<T extends RosterActType>(type: T, body: RosterActBody<T>): AcceptedEntry {
  return {
    ...about,
    log: WRITER_LOG,
    seq: 0,
    time: NOON,
    actor: { user: userId('admin'), position: null, standing: 'definitive' },
    type,
    subject: null,
    body,
    hash: hashOf(JSON.stringify([type, body])),
    rank: 1,
  };
}

export interface Seat {
  readonly title: string;
  readonly holder: string;
  readonly role: Role;
  readonly standing?: Standing;
  readonly from?: string;
  readonly until?: string;
}

/** An office with these positions, each held by one person, and an agenda registry. */
export function officeOf(...seats: readonly Seat[]): RosterState {
  let roster = rosterAtGenesis(hashOf('genesis'), WRITER_LOG);
  const apply = <T extends RosterActType>(type: T, body: RosterActBody<T>) => {
    roster = applyRoster(roster, rosterEntry(type, body));
  };
  apply('roster.office-set', { name: 'Dinas', letterhead: [], timeZone: 'Asia/Jakarta' });
  apply('roster.registry-set', {
    book: officeAgenda,
    log: REGISTRY_LOG,
    start: 1284,
    year: 2026,
    gone: false,
  });
  for (const [order, seat] of seats.entries()) {
    apply('roster.position-set', {
      position: positionId(seat.title),
      title: seat.title,
      unit: null,
      superior: null,
      role: seat.role,
      order,
    });
    apply('roster.person-admitted', {
      user: userId(seat.holder),
      name: seat.holder,
      nip: '',
      keys: { sign: 'a'.repeat(43), exchange: 'b'.repeat(43) },
      invitation: null,
    });
    apply('roster.holder-set', {
      position: positionId(seat.title),
      user: userId(seat.holder),
      standing: seat.standing ?? 'definitive',
      from: seat.from ?? '2026-01-01',
      until: seat.until ?? null,
      decision: seat.standing === undefined ? '' : DECISION,
    });
  }
  return roster;
}

/** A fold in which every entry named this roster, and the sample letter begins with any log's entry 1. */
export function contextOf(
  roster: RosterState,
  cited: (hash: string) => AcceptedEntry | null = () => null,
): FoldContext {
  return {
    judge: () => ({ roster, quarantined: false }),
    chainDigest: canonicalDigest,
    beginsLetter: (id, _log, seq) => id === (seq === 1 ? LETTER : letterId(`${seq}`)),
    cited,
    precedes: () => true,
  };
}

export interface ActOptions {
  readonly rank: number;
  readonly by: Seat;
  readonly time?: number;
  readonly log?: string;
  readonly signed?: boolean;
  /** Entries that the author had seen and answers. */
  readonly basis?: readonly AcceptedEntry[];
}

/** An accepted entry about the sample letter. */
export function act<T extends LetterActType>(
  type: T,
  body: LetterActBody<T>,
  { rank, by, time = NOON + rank * 60_000, log = hashOf(by.holder), signed = false, basis = [] }: ActOptions,
): AcceptedEntry {
  const entry = {
    ...about,
    basis: basis.map(({ hash }) => hash),
    log,
    seq: rank,
    time,
    actor: {
      user: userId(by.holder),
      position: positionId(by.title),
      standing: by.standing ?? ('definitive' as const),
      ...(by.standing === undefined ? {} : { decision: DECISION }),
    },
    type,
    subject: LETTER,
    body,
    rank,
    hash: hashOf(JSON.stringify([type, body, rank, by.holder, log])),
  };
  return signed ? { ...entry, userSig: 'c'.repeat(86) } : entry;
}

export const blob = (name: string): BlobRef => ({
  sha256: hashOf(name),
  size: 1000,
  mime: 'application/pdf',
  name: `${name}.pdf`,
  pages: 1,
});

export const registered = (forwardTo: string): LetterActBody<'letter.registered'> => ({
  kind: 'incomingLetter',
  from: 'Sekretariat Daerah',
  number: '000.8.6.3/1482/SETDA',
  date: '2026-10-06',
  subject: 'Undangan rapat koordinasi',
  securityClass: 'biasa',
  urgency: 'segera',
  enclosure: '',
  receivedAt: NOON,
  classification: '',
  document: blob('scan'),
  forwardTo: positionId(forwardTo),
});

export const disposed = (
  name: string,
  parent: string | null,
  ...to: readonly string[]
): LetterActBody<'letter.disposed'> => ({
  disposition: dispositionId(name),
  parent: parent === null ? null : dispositionId(parent),
  instructions: ['tindaklanjuti'],
  note: '',
  due: '2026-10-13',
  recipients: to.map((title) => ({
    position: positionId(title),
    instructions: ['tindaklanjuti'],
    note: '',
    due: '2026-10-13',
    custom: false,
  })),
});

export const signatureStep = (title: string, order: number): ChainStep => ({
  role: 'signature',
  position: positionId(title),
  field: `TTD-${order}`,
  placement: { page: 1, x: 300, y: 60, width: 200, height: 60 },
});

export const initialsStep = (title: string): ChainStep => ({
  role: 'initials',
  position: positionId(title),
  field: null,
  placement: null,
});

export const proposed = (
  chain: readonly ChainStep[],
  to: readonly string[],
  copies: readonly string[] = [],
): LetterActBody<'memo.proposed'> => ({
  kind: 'officialMemo',
  subject: 'Usulan anggaran',
  number: '900.1.3/77/SEK',
  date: '2026-10-08',
  securityClass: 'biasa',
  urgency: 'biasa',
  unit: null,
  due: null,
  to: to.map(positionId),
  copies: copies.map(positionId),
  document: blob('konsep'),
  chain: [...chain],
  note: '',
});
