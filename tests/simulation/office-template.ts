import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { randomFrom } from '#main/engine/audit/seed/random.ts';
import type { UserKeySet } from '#main/engine/keys/user-keys.ts';
import { officeKeyFrom } from '#main/engine/keys/office-key.ts';
import type { OfficeKey } from '#main/engine/keys/office-key.ts';
import { allIdentities, officeKeys } from '#main/engine/store/identities.ts';
import { samplePdf } from '#tests/integration/office-pcs.ts';

import { CANARY, CanaryWatch } from './canary.ts';
import { FakeDisk } from './fake-disk.ts';
import { FakeServer } from './fake-server.ts';
import { FakeShare } from './fake-share.ts';
import { Counts } from './faults.ts';
import { PASSPHRASE, Replica } from './replica.ts';
import { reseed } from './seeded-world.ts';

/** When the office was made; every seed begins on this morning. Milliseconds since 1970 UTC. */
export const OFFICE_BEGINS = Date.UTC(2026, 9, 5, 1);
/** First agenda number of the simulated office. */
export const AGENDA_START = 1284;
/** Documents that lie ready on each PC. */
const STOCK = 36;

/** A person of the office who has keys and no honest program (see intruder.ts). */
export interface Intruder {
  readonly user: string;
  readonly keys: UserKeySet;
  readonly position: string;
}

/** An office with all its PCs, made once; each seed begins with copies of it. */
export interface OfficeTemplate {
  readonly folder: string;
  /** Names of the PCs, which are also those of their data folders. The first one keeps the roster and the registry. */
  readonly pcs: readonly string[];
  readonly disk: FakeDisk;
  readonly officeId: string;
  readonly officeKey: OfficeKey;
  /** Ids of all positions of the office. */
  readonly positions: readonly string[];
  /** Hashes of the staged documents, the same on each PC. */
  readonly stock: readonly string[];
  readonly intruder: Intruder;
  readonly foreign: FakeDisk;
  readonly foreignGenesis: Uint8Array;
}

interface Seat {
  readonly title: string;
  readonly role: 'pimpinan' | 'pejabat' | 'staf';
  readonly unit: string | null;
}

/** Who sits at the PCs after the first; further ones are staff. */
const seats: readonly Seat[] = [
  { title: 'Kepala Dinas', role: 'pimpinan', unit: null },
  { title: 'Kepala Bidang TIK', role: 'pejabat', unit: 'Bidang TIK' },
];

function quietServer(disk: FakeDisk): FakeServer {
  return new FakeServer({
    disk,
    foreign: new FakeDisk(),
    foreignGenesis: new Uint8Array(),
    random: randomFrom('template'),
    counts: new Counts(),
    canaries: new CanaryWatch(),
    rates: {},
    viewers: [],
  });
}

function quietReplica(folder: string, name: string, server: FakeServer): Replica {
  const fs = new FakeShare(server, { viewer: name, replaces: true, turn: async () => undefined });
  return new Replica({ name, dir: join(folder, name), fs, now: () => OFFICE_BEGINS });
}

async function found(pc: Replica, folder: string, name: string): Promise<void> {
  await pc.open();
  await pc.must('office.create', {
    share: '/share',
    name,
    letterhead: [`PEMERINTAH KOTA ${CANARY}`],
    admin: { name: `Endang ${CANARY}`, title: 'Arsiparis', nip: '' },
    units: ['Bidang TIK'],
    kit: join(folder, `kit-${pc.name}.txt`),
    passphrase: PASSPHRASE,
    deviceName: pc.name,
    agendaStart: AGENDA_START,
  });
  await pc.must('sync.now', undefined);
}

async function enrol(admin: Replica, pc: Replica, seat: Seat): Promise<string> {
  await pc.open();
  const { code, position } = await admin.must('office.invite', {
    person: { name: `${pc.name} ${CANARY}`, title: seat.title, nip: '' },
    unit: seat.unit,
    role: seat.role,
    superior: null,
  });
  await pc.must('office.join', { share: '/share', code, passphrase: PASSPHRASE, deviceName: pc.name });
  await admin.must('office.admit', { invitations: 'all' });
  for (const one of [admin, pc, pc, admin]) await one.must('sync.now', undefined);
  return position;
}

async function stageStock(pc: Replica): Promise<readonly string[]> {
  const stock: string[] = [];
  for (let index = 0; index < STOCK; index += 1) {
    const bytes = samplePdf(`${CANARY} naskah ${index}`);
    const { id } = await pc.must('intake.stage', { files: [{ name: `${CANARY}-${index}.pdf`, bytes }] });
    stock.push(id);
  }
  return stock;
}

function secretsOf(pc: Replica, position: string): Intruder {
  const { session } = pc.runtime;
  if (session?.userKeys == null) throw new Error('the intruder is not signed in');
  return { user: session.user, keys: session.userKeys, position };
}

async function otherOffice(folder: string): Promise<{ foreign: FakeDisk; foreignGenesis: Uint8Array }> {
  const server = quietServer(new FakeDisk());
  const pc = quietReplica(folder, 'other', server);
  await found(pc, folder, 'Dinas Lain');
  await pc.close();
  const genesis = [...server.disk.files].find(([path]) => path.endsWith('/genesis.json'));
  if (genesis === undefined) throw new Error('the other office has no genesis');
  return { foreign: server.disk, foreignGenesis: genesis[1].bytes };
}

/**
 * Makes an office of so many PCs and one hostile colleague through the program itself: founded, everybody invited,
 * enrolled and admitted, documents taken in. The second bureau clerk is the head of TIK, who so holds two positions.
 */
export async function prepareOffice(folder: string, replicas: number): Promise<OfficeTemplate> {
  reseed('template');
  mkdirSync(folder, { recursive: true });
  const server = quietServer(new FakeDisk());
  const pcs = Array.from({ length: replicas }, (_, index) => quietReplica(folder, `pc${index}`, server));
  const [admin, ...others] = pcs;
  if (admin === undefined) throw new RangeError('an office needs a PC');
  await found(admin, folder, `Dinas ${CANARY}`);
  for (const [index, pc] of others.entries()) {
    await enrol(admin, pc, seats[index] ?? { title: `Staf ${index}`, role: 'staf', unit: 'Bidang TIK' });
  }
  const spy = quietReplica(folder, 'spy', server);
  const position = await enrol(admin, spy, { title: 'Staf Lama', role: 'staf', unit: 'Bidang TIK' });
  const clerk = others[1] ?? others[0] ?? admin;
  await admin.must('office.add-position', {
    title: 'Petugas TU',
    unit: null,
    superior: null,
    role: 'tu',
  });
  const desk = (await admin.must('office.status', undefined)).positions.find((p) => p.title === 'Petugas TU');
  await clerk.must('session.state', undefined);
  await admin.must('office.set-holder', {
    position: desk?.id ?? '',
    user: clerk.runtime.session?.user ?? '',
    standing: 'definitive',
    from: '2026-10-01',
    until: null,
    decision: '',
  });
  let stock: readonly string[] = [];
  for (const pc of pcs) stock = await stageStock(pc);
  for (const pc of [admin, ...others, spy, admin]) await pc.must('sync.now', undefined);
  const [key] = officeKeys(admin.runtime.db);
  if (key === undefined || allIdentities(spy.runtime.db).length !== 1)
    throw new Error('the office is not whole');
  const status = await admin.must('office.status', undefined);
  const template = {
    folder,
    pcs: pcs.map(({ name }) => name),
    disk: server.disk,
    officeId: admin.runtime.officeId,
    officeKey: officeKeyFrom(key.key),
    positions: status.positions.map(({ id }) => id),
    stock,
    intruder: secretsOf(spy, position),
    ...(await otherOffice(folder)),
  };
  for (const pc of [...pcs, spy]) await pc.close();
  return template;
}
