import type { AcceptedEntry } from '#core/office/entry.ts';
import type { LetterActBody, LetterActType } from '#core/office/letter-acts.ts';
import type { NumberActBody, NumberActType } from '#core/office/number-acts.ts';
import { officeAgenda, seriesId } from '#core/office/number-series.ts';
import type { LogActBody, LogActType, RosterActBody, RosterActType } from '#core/office/roster-acts.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';

import {
  act,
  AGENDA,
  blob,
  disposed,
  dispositionId,
  hashOf,
  initialsStep,
  officeOf,
  positionId,
  proposed,
  REGISTRY_LOG,
  registered,
  signatureStep,
  userId,
} from '../unit/office-samples.ts';
import type { ActOptions, Seat } from '../unit/office-samples.ts';

export const tu: Seat = { title: 'Arsiparis', holder: 'Endang', role: 'tu' };
export const head: Seat = { title: 'Kepala Dinas', holder: 'Bambang', role: 'pimpinan' };
export const tik: Seat = { title: 'Kepala Bidang TIK', holder: 'Arif', role: 'pejabat' };
export const staff: Seat = { title: 'Pranata Komputer', holder: 'Rizky', role: 'staf' };
export const office = officeOf(tu, head, tik, staff);

const at = { position: positionId(tik.title), disposition: dispositionId('d1') };
const chain = [initialsStep(tik.title), signatureStep(head.title, 1)];
const chainHash = canonicalDigest(chain);
const revision = blob('konsep').sha256;
const keys = {
  id: hashOf('letter key'),
  wraps: [
    { to: userId(head.holder), sealed: 'A'.repeat(124) },
    { to: 'root' as const, sealed: 'B'.repeat(124) },
  ],
};

type Sample<T extends LetterActType> = readonly [body: LetterActBody<T>, by: Seat, signed?: boolean];
type Samples = { readonly [T in LetterActType]: Sample<T> };

/** One act of every type. A new type without a sample fails the typecheck. */
const letterActs: Samples = {
  'letter.registered': [{ ...registered(head.title), keys }, tu],
  'letter.corrected': [{ subject: 'Undangan', date: '2026-10-07', urgency: 'biasa' }, tu],
  'letter.settled': [{ field: 'urgency', keep: hashOf('x'), note: '' }, tu],
  'letter.attached': [{ document: blob('lampiran') }, tu],
  'letter.read': [{ position: positionId(head.title), disposition: null }, head],
  'letter.disposed': [disposed('d1', null, tik.title, staff.title), head],
  'letter.recalled': [{ disposition: dispositionId('d1') }, head, true],
  'letter.acknowledged': [at, tik],
  'letter.followed-up': [{ ...at, note: 'Bahan terlampir', attachments: [blob('bahan')] }, tik],
  'letter.finished': [{ ...at, note: 'beres' }, tik],
  'letter.returned': [{ ...at, note: 'Bukan untuk kami' }, tik],
  'letter.forwarded': [{ forwardTo: positionId(tik.title), note: '' }, tu],
  'letter.no-disposition': [{ position: positionId(head.title), note: '' }, head],
  'letter.key-shared': [{ position: positionId(tik.title), keys }, head, true],
  'blob.destruction-proposed': [
    { documents: [blob('lampiran').sha256], decision: 'SK 7/2026', note: '' },
    tu,
    true,
  ],
  'blob.destroyed': [{ documents: [blob('lampiran').sha256], decision: 'SK 7/2026', note: '' }, head, true],
  'number.issued': [{ series: AGENDA, number: 1284 }, tu, true],
  'number.corrected': [{ series: AGENDA, number: 1284, suffix: 'a' }, tu, true],
  'memo.proposed': [proposed(chain, [tik.title], [staff.title]), staff],
  'memo.revised': [{ document: blob('konsep 2'), chain, note: '' }, staff],
  'memo.approved': [{ step: 0, revision, chain: chainHash, note: '' }, tik, true],
  'memo.signed': [
    {
      step: 1,
      revision,
      chain: chainHash,
      result: blob('hasil'),
      field: 'TTD-1',
      certificate: hashOf('certificate'),
    },
    head,
    true,
  ],
  'memo.returned': [{ step: 0, revision, note: 'Perbaiki' }, tik],
  'memo.withdrawn': [{ note: '' }, staff, true],
  'memo.settled': [{ keep: hashOf('y'), note: '' }, staff, true],
};

/** Types of acts on letters that have a sample. */
export const letterActTypes = Object.keys(letterActs) as LetterActType[];

/** The sample of one type as an accepted entry; cites what was there before, as the acts on memos do. */
export function letterAct<T extends LetterActType>(
  type: T,
  rank: number,
  more: Partial<ActOptions> = {},
): AcceptedEntry {
  const sample: Sample<T> = letterActs[type];
  const [body, by, signed = false] = sample;
  const log = type.startsWith('number.') ? { log: REGISTRY_LOG } : {};
  return act(type, body, { rank, by, signed, ...log, ...more });
}

/** A letter's life in which every type of act stands at least once, in an order that people would take. */
export function lifeOf(kind: 'letter' | 'memo'): readonly AcceptedEntry[] {
  const isMemo = (type: string) => type.startsWith('memo.');
  const first = kind === 'memo' ? 'memo.proposed' : 'letter.registered';
  const others = letterActTypes.filter(
    (type) => type !== 'memo.proposed' && type !== 'letter.registered' && (kind === 'memo' || !isMemo(type)),
  );
  const entries = [letterAct(first, 1)];
  for (const type of others) {
    const basis = type.startsWith('memo.') || type.endsWith('.settled') ? entries.slice(-2) : [];
    entries.push(letterAct(type, entries.length + 1, { basis }));
  }
  return entries;
}

type NumberSamples = { readonly [T in NumberActType]: readonly [NumberActBody<T>, basis: readonly string[]] };
const numberActs: NumberSamples = {
  'number.ceiling': [{ series: AGENDA, ceiling: 1483 }, []],
  'number.stopped': [{ series: AGENDA }, []],
  'number.lease-requested': [{ series: AGENDA }, []],
  'number.leased': [{ series: AGENDA, log: hashOf('desk'), from: 1290, to: 1339 }, [hashOf('request')]],
  'number.voided': [{ series: AGENDA, from: 1340, to: 1350, reason: 'spoiled', note: 'sobek' }, []],
};

/** One act of every type on the agenda of 2026. */
export const bookLife: readonly AcceptedEntry[] = (Object.keys(numberActs) as NumberActType[]).map(
  (type, index) => {
    const [body, basis] = numberActs[type];
    const like = letterAct('number.issued', index + 1);
    const hash = hashOf(JSON.stringify([type, body, index]));
    return { ...like, type, body, basis: [...basis], subject: seriesId(AGENDA), hash };
  },
);

const userKeys = { sign: 'a'.repeat(43), exchange: 'b'.repeat(43) };
const cut = { log: hashOf(tik.holder), seq: 4, hash: hashOf('cut') };
const sealed = 'S'.repeat(124);
type RosterSamples = { readonly [T in RosterActType]: RosterActBody<T> };

/** One body of every type of roster entry. */
export const rosterActs: RosterSamples = {
  'roster.office-set': { name: 'Dinas', letterhead: ['PEMERINTAH KOTA'], timeZone: 'Asia/Makassar' },
  'roster.unit-set': { unit: 'unt_0123456789abcdef', name: 'Bidang TIK', code: 'TIK', order: 1 },
  'roster.position-set': {
    position: positionId(staff.title),
    title: staff.title,
    unit: 'unt_0123456789abcdef',
    superior: positionId(tik.title),
    role: 'staf',
    order: 4,
  },
  'roster.invited': {
    invitation: '0'.repeat(16),
    user: userId('Dewi'),
    position: positionId(staff.title),
    name: 'Dewi',
    nip: '',
    expires: 1_800_000_000_000,
  },
  'roster.person-admitted': {
    user: userId('Dewi'),
    name: 'Dewi',
    nip: '19800101',
    keys: userKeys,
    invitation: '0'.repeat(16),
  },
  'roster.holder-set': {
    position: positionId(tik.title),
    user: userId('Dewi'),
    standing: 'definitive',
    from: '2026-11-01',
    until: null,
    decision: 'SK 1',
    floors: [cut],
    leaving: [userId('Dewi')],
  },
  'roster.registry-set': { book: officeAgenda, year: 2027, log: hashOf('next'), start: 1, gone: true },
  'roster.authority-set': { certificate: 'MIIB', sealedToRoot: sealed },
  'roster.certificate-issued': { user: userId('Dewi'), certificate: 'MIIB', fingerprint: hashOf('c') },
  'roster.handed-over': { log: hashOf('next'), user: userId('Dewi'), authority: sealed },
  'roster.taken-over': {
    term: 3,
    log: hashOf('taker'),
    user: userId('Dewi'),
    name: 'Dewi',
    nip: '',
    keys: userKeys,
    rootSig: 'A'.repeat(86),
  },
  'roster.person-rekeyed': { user: userId('Dewi'), keys: userKeys, invitation: '1'.repeat(16) },
  'roster.key-rotated': {
    id: '2'.repeat(16),
    wraps: [{ user: userId('Dewi'), sealed }],
    sealedPredecessor: sealed,
    sealedToRoot: sealed,
  },
  'roster.logs-closed': { user: userId(tik.holder), key: 'a'.repeat(43), cuts: [cut], reason: 'revoked' },
  'roster.entries-released': { user: userId(tik.holder), log: cut.log, seq: 6, hash: hashOf('released') },
};

type LogSamples = { readonly [T in LogActType]: LogActBody<T> };

/** One body of every type of entry about a log itself. */
export const logActs: LogSamples = {
  'log.witnessed': {},
  'log.retired': {},
  'log.keeps-archive': { keeps: true },
  'log.archive-checked': { whole: true },
  'log.opened': {
    key: 'A'.repeat(43),
    device: 'dev_0123456789abcdef',
    deviceName: 'TU-01',
    machine: hashOf('machine'),
    root: { keys: userKeys, signature: 'A'.repeat(86) },
  },
  'key.confirmed': { user: userId('Dewi'), sign: 'a'.repeat(43) },
  'request.roster': {
    act: { type: 'roster.unit-set', body: { unit: 'unt_0123456789abcdef', name: 'TIK', code: '', order: 1 } },
    note: 'Bidang baru',
  },
  'request.refused': { request: hashOf('request'), note: 'Belum' },
  'audit.code-made': { reader: 'Inspektorat', keys: ['0'.repeat(16)] },
};
