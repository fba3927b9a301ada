import type { CreateOfficeInput } from '#core/contract/inputs.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { CEILING_STEP } from '#core/office/number-acts.ts';
import { NUMBER_LIMIT, officeAgenda, seriesId } from '#core/office/number-series.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { OfficeZone } from '#core/office/office-day.ts';

import { createOfficeAuthority } from '../keys/ca/authority.ts';
import type { OfficeAuthority } from '../keys/ca/authority.ts';
import { saveRecoveryKit } from '../keys/kit-file.ts';
import { makeOfficeKey } from '../keys/office-key.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import { passphraseFault } from '../keys/passphrase.ts';
import { makeRecoveryKit } from '../keys/recovery-kit.ts';
import { generateRootKey } from '../keys/root-key.ts';
import type { RootKey } from '../keys/root-key.ts';
import { sealPurposes, sealTo } from '../keys/seal.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { certificateSpki, generateUserKeys, publicUserKeys } from '../keys/user-keys.ts';
import type { UserKeySet } from '../keys/user-keys.ts';
import { wrapLogKey } from '../keys/wrapped-log-key.ts';
import { wrapUserKeys } from '../keys/wrapped-user-keys.ts';
import { makeGenesis } from '../log/genesis.ts';
import type { GenesisFile } from '../log/genesis.ts';
import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { machineHash } from '../keys/machine.ts';
import type { ReadableDb } from '../store/database.ts';
import { addOfficeKey, saveIdentity } from '../store/identities.ts';
import { writeMeta } from '../store/meta.ts';
import { ceilingEntries, noteReadBack } from '../store/numbers.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import { certify, sealAuthority } from './authority.ts';
import { runtimeFor } from './open-office.ts';
import { isInside } from './paths-inside.ts';
import type { Surroundings } from './open-office.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Everything that is made before the first byte is written. */
interface Founding {
  readonly user: string;
  readonly position: string;
  readonly device: string;
  readonly root: RootKey;
  readonly officeKey: OfficeKey;
  readonly keys: UserKeySet;
  readonly logKey: SigningKey;
  readonly log: string;
  readonly genesis: GenesisFile;
  readonly authority: OfficeAuthority;
  readonly machine: string;
}

function found(input: CreateOfficeInput, now: number, machineId: string): Result<Founding> {
  const user = newId('usr');
  const root = generateRootKey();
  const officeKey = makeOfficeKey();
  const keys = generateUserKeys();
  const logKey = generateSigningKey();
  const log = logIdOf(logKey.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const genesis = makeGenesis({
    created: now,
    root,
    officeKey,
    writer: {
      user,
      userSign: keys.sign.public,
      userExchange: keys.exchange.public,
      logKey: logKey.public,
    },
  });
  const authority = createOfficeAuthority(input.name, new Date(now));
  if (!authority.ok) return authority;
  return ok({
    user,
    position: newId('pos'),
    device: newId('dev'),
    root,
    officeKey,
    keys,
    logKey,
    log,
    genesis,
    authority: authority.value,
    machine: machineHash(machineId, genesis.officeId),
  });
}

function foundingActs(
  input: CreateOfficeInput,
  f: Founding,
  zone: OfficeZone,
  now: number,
): Result<readonly NewAct[]> {
  const actor = personActor(f.user);
  const about = { subject: null, actor };
  const today = officeDay(now, zone);
  const agenda = { ...officeAgenda, year: Number(today.slice(0, 4)) };
  const certificate = certify(
    f.authority,
    input.name,
    { user: f.user, ...input.admin, spki: certificateSpki(f.keys) },
    now,
  );
  if (!certificate.ok) return certificate;
  const pkcs8 = f.authority.key.export({ type: 'pkcs8', format: 'der' });
  const units: NewAct[] = input.units.map((name, order) => ({
    ...about,
    type: 'roster.unit-set',
    body: { unit: newId('unt'), name, code: '', order },
  }));
  return ok([
    {
      ...about,
      type: 'log.opened',
      body: { key: f.logKey.public, device: f.device, deviceName: input.deviceName, machine: f.machine },
    },
    {
      ...about,
      type: 'roster.office-set',
      body: { name: input.name, letterhead: input.letterhead, timeZone: zone },
    },
    ...units,
    {
      ...about,
      type: 'roster.position-set',
      body: {
        position: f.position,
        title: input.admin.title,
        unit: null,
        superior: null,
        role: 'admin',
        order: 0,
      },
    },
    {
      ...about,
      type: 'roster.person-admitted',
      body: {
        user: f.user,
        name: input.admin.name,
        nip: input.admin.nip,
        keys: publicUserKeys(f.keys),
        invitation: null,
      },
    },
    {
      ...about,
      type: 'roster.holder-set',
      body: {
        position: f.position,
        user: f.user,
        standing: 'definitive',
        from: today,
        until: null,
        decision: '',
      },
    },
    {
      ...about,
      type: 'roster.authority-set',
      body: {
        certificate: Buffer.from(f.authority.certificate).toString('base64url'),
        sealedToRoot: sealTo(f.root.exchange.public, sealPurposes.authorityToRoot(f.genesis.officeId), pkcs8),
      },
    },
    { ...about, type: 'roster.certificate-issued', body: certificate.value },
    {
      ...about,
      type: 'roster.registry-set',
      body: { book: officeAgenda, log: f.log, start: input.agendaStart, year: agenda.year, gone: false },
    },
    {
      type: 'number.ceiling',
      subject: seriesId(agenda),
      actor: { user: f.user, position: f.position, standing: 'definitive' },
      body: { series: agenda, ceiling: Math.min(NUMBER_LIMIT, input.agendaStart - 1 + CEILING_STEP) },
    },
  ]);
}

/** What making an office needs from the PC. */
export interface Place {
  readonly db: ReadableDb;
  readonly surroundings: Surroundings;
  readonly machineId: string;
  /** IANA zone of this PC, which becomes the office's. */
  readonly timeZone: OfficeZone;
  /** Puts format and genesis on the share; fails without leaving a half-made office behind. */
  readonly prepareShare: (share: string, genesis: GenesisFile) => Promise<Result<null>>;
}

/**
 * Makes an office: the recovery kit first, then the folder on the share, then, in one transaction, everything on
 * this PC. A failure before the transaction leaves no office here; the kit of an office that was never made opens
 * nothing.
 */
export async function createOffice(input: CreateOfficeInput, place: Place): Promise<Result<OfficeRuntime>> {
  const fault = passphraseFault(input.passphrase);
  if (fault !== null) return fail('passphrase-weak', { reason: fault });
  if (isInside(input.kit, input.share)) return fail('kit-on-share', { file: input.kit });
  const now = place.surroundings.clock();
  const founding = found(input, now, place.machineId);
  if (!founding.ok) return founding;
  const f = founding.value;
  const acts = foundingActs(input, f, place.timeZone, now);
  if (!acts.ok) return acts;
  const kit = makeRecoveryKit({
    officeName: input.name,
    officeId: f.genesis.officeId,
    day: officeDay(now, place.timeZone),
    root: f.root,
  });
  const saved = await saveRecoveryKit(input.kit, kit);
  if (!saved.ok) return fail('kit-unwritable', { file: input.kit, reason: saved.code });
  const shared = await place.prepareShare(input.share, f.genesis);
  if (!shared.ok) return shared;
  const runtime = runtimeFor(place.db, f.genesis, place.surroundings);
  const session = {
    user: f.user,
    log: f.log,
    logKey: f.logKey,
    userKeys: f.keys,
    credential: null,
    lastTouch: now,
  };
  const written = append(runtime, session, acts.value, (db) => {
    writeMeta(db, 'office.id', f.genesis.officeId);
    writeMeta(db, 'office.genesis', Buffer.from(f.genesis.bytes).toString('base64url'));
    writeMeta(db, 'share.path', input.share);
    writeMeta(db, 'device.id', f.device);
    writeMeta(db, 'device.name', input.deviceName);
    writeMeta(db, 'device.machine', f.machine);
    writeMeta(db, 'authority.key', sealAuthority(f.authority, f.keys, f.genesis.officeId));
    // Nothing of this office is on the share yet, so nobody else could number in it: its first ceiling needs no reading
    // back. All later ones do.
    for (const ceiling of ceilingEntries(db)) noteReadBack(db, ceiling);
    addOfficeKey(db, f.officeKey.id, f.officeKey.bytes, now);
    saveIdentity(
      db,
      {
        user: f.user,
        wrapped: Buffer.from(wrapUserKeys(f.keys, f.user, input.passphrase)),
        log: f.log,
        log_key: Buffer.from(
          wrapLogKey(f.logKey, f.keys, { officeId: f.genesis.officeId, machine: f.machine }),
        ),
        state: 'enrolled',
        secrets: null,
      },
      now,
    );
  });
  if (!written.ok) return written;
  runtime.session = session;
  return ok(runtime);
}
