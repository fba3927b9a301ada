import type { PersonInput, RecoverInput } from '#core/contract/inputs.ts';
import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { positionsOf } from '#core/office/roster.ts';

import type { EngineState } from '../engine-state.ts';
import { machineHash } from '../keys/machine.ts';
import { passphraseFault } from '../keys/passphrase.ts';
import { readRecoveryKit } from '../keys/recovery-kit.ts';
import type { OpenedKit } from '../keys/recovery-kit.ts';
import type { RootKey } from '../keys/root-key.ts';
import { generateSigningKey } from '../keys/signing-key.ts';
import { generateUserKeys } from '../keys/user-keys.ts';
import { wrapLogKey } from '../keys/wrapped-log-key.ts';
import { wrapUserKeys } from '../keys/wrapped-user-keys.ts';
import { recoverOfficeKey } from '../log/genesis.ts';
import { logIdOf } from '../log/log-id.ts';
import { newId } from '../log/new-id.ts';
import { transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { addOfficeKey, saveIdentity } from '../store/identities.ts';
import { findLog } from '../store/logs.ts';
import { writeMeta } from '../store/meta.ts';
import { followKeys } from './key-rotation.ts';
import { runtimeFor } from './open-office.ts';
import type { OfficeRuntime } from './runtime.ts';
import { takeOver } from './taking-over.ts';
import type { Taker } from './taking-over.ts';
import { today } from './runtime.ts';
import { deviceOf } from './own-log.ts';

export interface Recovered {
  readonly officeId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly term: number;
}

/** Passes over the share after which what still waits is not awaited any longer. */
const PASSES = 20;

/** A new PC that has only kit and share: pins the genesis that the kit names, and opens the office's first key. */
async function beginOn(
  engine: EngineState,
  { officeId, root }: OpenedKit,
  share: string,
  deviceName: string,
): Promise<Result<OfficeRuntime>> {
  const genesis = await engine.shareAt(share).readGenesis(officeId);
  if (!genesis.ok) return genesis;
  const key = recoverOfficeKey(genesis.value, root);
  if (key === null || genesis.value.genesis.root.sign !== root.sign.public) return fail('kit-other-office');
  const { db, surroundings, machineId } = engine.place;
  transact(db, (writable) => {
    writeMeta(writable, 'office.id', officeId);
    writeMeta(writable, 'office.genesis', Buffer.from(genesis.value.bytes).toString('base64url'));
    writeMeta(writable, 'share.path', share);
    writeMeta(writable, 'device.id', newId('dev'));
    writeMeta(writable, 'device.name', deviceName);
    writeMeta(writable, 'device.machine', machineHash(machineId, officeId));
    addOfficeKey(writable, key.id, key.bytes, engine.clock());
  });
  return ok(runtimeFor(db, genesis.value, surroundings));
}

/** Reads the share until nothing is new: whoever takes over must not do it beside what is already known there. */
async function catchUp(engine: EngineState, root: RootKey): Promise<Result<null>> {
  for (let pass = 0; pass < PASSES; pass += 1) {
    if (engine.share === null) return fail('no-office');
    const synced = await engine.share.syncNow();
    if (!synced.ok) return synced;
    if (synced.value.share === 'foreign') return fail('share-foreign');
    if (synced.value.share === 'newer') return fail('share-newer');
    if (synced.value.share === 'offline') return fail('share-offline');
    // Later office keys are sealed to the root key in what the first one opened.
    const opened =
      engine.office === null ? 0 : await followKeys(engine.office, engine.share.joinFolder, root);
    if (synced.value.ingested === 0 && opened === 0) break;
  }
  return ok(null);
}

/** A person of the office with this name and NIP, or else somebody new. */
function personOf(runtime: OfficeRuntime, person: PersonInput): { user: string; person: PersonInput } {
  const same = (text: string) => text.trim().toLocaleLowerCase('id');
  const known = [...runtime.roster.current().people.values()].find(
    (p) => same(p.name) === same(person.name) && p.nip === person.nip,
  );
  return { user: known?.id ?? newId('usr'), person };
}

/** Whoever wrote the roster, as it knows them; null before its first entry has arrived. */
function writerOf(runtime: OfficeRuntime): { user: string; person: PersonInput } | null {
  const roster = runtime.roster.current();
  const user = findLog(runtime.db, roster.writerLog)?.user ?? '';
  const known = roster.people.get(user);
  if (known === undefined) return null;
  const title = positionsOf(roster, user, today(runtime))[0]?.position.title ?? 'Admin';
  return { user, person: { name: known.name, nip: known.nip, title } };
}

/** The taker with a new key under a new passphrase, and what keeps them on this PC. */
function freshTaker(
  runtime: OfficeRuntime,
  { user, person }: { user: string; person: PersonInput },
  passphrase: string,
): { taker: Taker; keep: (db: WritableDb) => void } {
  const keys = generateUserKeys();
  const logKey = generateSigningKey();
  const log = logIdOf(logKey.public);
  if (log === null) throw new TypeError('a fresh log key has no id');
  const now = runtime.clock();
  const place = { officeId: runtime.officeId, machine: deviceOf(runtime).machine };
  const session = { user, log, logKey, userKeys: keys, credential: null, lastTouch: now };
  const row = {
    user,
    wrapped: Buffer.from(wrapUserKeys(keys, user, passphrase)),
    log,
    log_key: Buffer.from(wrapLogKey(logKey, keys, place)),
    state: 'enrolled' as const,
    secrets: null,
  };
  return { taker: { session, keys, person }, keep: (db) => saveIdentity(db, row, now) };
}

function takerFor(
  runtime: OfficeRuntime,
  input: RecoverInput,
): Result<{ taker: Taker; keep: (db: WritableDb) => void }> {
  const { session } = runtime;
  if (input.person === null && session !== null) {
    if (session.userKeys === null) return fail('locked');
    const known = runtime.roster.current().people.get(session.user);
    if (known === undefined) return fail('not-enrolled');
    const [first] = positionsOf(runtime.roster.current(), session.user, today(runtime));
    const person = { name: known.name, nip: known.nip, title: first?.position.title ?? 'Admin' };
    return ok({ taker: { session, keys: session.userKeys, person }, keep: () => undefined });
  }
  if (input.passphrase === null) return fail('passphrase-needed');
  const fault = passphraseFault(input.passphrase);
  if (fault !== null) return fail('passphrase-weak', { reason: fault });
  const who = input.person === null ? writerOf(runtime) : personOf(runtime, input.person);
  return who === null ? fail('user-unknown') : ok(freshTaker(runtime, who, input.passphrase));
}

/**
 * Takes the office over with the recovery kit. On a PC of the office whoever is signed in goes on with their own key;
 * otherwise, and on a new PC, a person of the office (or somebody new) gets a new key, and the old one is closed with
 * everything nobody has seen yet. Needs the share, so that the new term begins at its end; what the old writer still
 * had on a PC that was away is told by that PC when it comes back. The root key is in memory only while this runs.
 * Errors: `kit-unreadable`, `kit-mistyped`, `kit-other-office`, `passphrase-needed`, `passphrase-weak`,
 * `user-unknown`, `share-offline`, `share-foreign`, `share-newer`.
 */
export async function recoverOffice(engine: EngineState, input: RecoverInput): Promise<Result<Recovered>> {
  const kit = readRecoveryKit(input.kit);
  if (!kit.ok) return fail(kit.code);
  const { root, officeId } = kit.value;
  if (engine.office === null) {
    if (input.share === null) return fail('no-office');
    const begun = await beginOn(engine, kit.value, input.share, input.deviceName);
    if (!begun.ok) return begun;
    engine.adopt(begun.value);
  }
  const runtime = engine.office;
  if (runtime === null) return fail('no-office');
  if (runtime.officeId !== officeId || runtime.rootSign !== root.sign.public) return fail('kit-other-office');
  const caughtUp = await catchUp(engine, root);
  if (!caughtUp.ok) return caughtUp;
  const found = takerFor(runtime, input);
  if (!found.ok) return found;
  const { taker, keep } = found.value;
  const taken = takeOver(runtime, root, taker, keep);
  if (!taken.ok) return taken;
  runtime.session = taker.session;
  // The service names its temporaries after a log of this PC, and this PC may just have got its first.
  await engine.share?.stop();
  engine.adopt(runtime);
  await engine.share?.syncNow();
  return ok({
    officeId,
    userId: taker.session.user,
    deviceId: deviceOf(runtime).id,
    term: taken.value.term,
  });
}
