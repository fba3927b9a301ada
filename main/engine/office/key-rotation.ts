import { fail, ok } from '#core/contract/result.ts';
import type { Result } from '#core/contract/result.ts';
import { rosterActSchemas } from '#core/office/roster-acts.ts';
import type { RosterActBody } from '#core/office/roster-acts.ts';

import { decrypt, encrypt } from '../keys/aead.ts';
import { derive } from '../keys/derive.ts';
import { invitationFrom } from '../keys/invitation.ts';
import type { Invitation } from '../keys/invitation.ts';
import { openJoinFile, sealJoinFile } from '../keys/join-envelope.ts';
import { makeOfficeKey, officeKeyFrom } from '../keys/office-key.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import type { RootKey } from '../keys/root-key.ts';
import { openSealed, sealPurposes, sealTo } from '../keys/seal.ts';
import { fromBase64url, toBase64url } from '../log/base64url.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { parseEntry } from '../log/entry-codec.ts';
import { parseStrictJson } from '../log/strict-json.ts';
import { transact } from '../store/database.ts';
import type { WritableDb } from '../store/database.ts';
import { rosterEntries } from '../store/entries.ts';
import { keepOfficeKey, officeKeys, useOfficeKey } from '../store/identities.ts';
import { logByRow } from '../store/logs.ts';
import { readMeta, writeMeta } from '../store/meta.ts';
import { personActor } from './acting.ts';
import { append } from './append.ts';
import type { NewAct } from './append.ts';
import type { JoinFolder } from './join-folder.ts';
import { pinnedGenesis } from './open-office.ts';
import { rosterWriter } from './roster-editing.ts';
import type { OfficeRuntime } from './runtime.ts';

/** Ids of own rotations whose succession file was read back. */
function announcedKeys({ db }: Pick<OfficeRuntime, 'db'>): readonly string[] {
  return (readMeta(db, 'key.announced') ?? '').split(' ').filter((id) => id !== '');
}

type Rotation = RosterActBody<'roster.key-rotated'>;

function predecessorBound(officeId: string, id: string): Buffer {
  return Buffer.from(`nirkertas/key-predecessor/0\n${officeId}\n${id}`);
}

function ringOf(runtime: OfficeRuntime): readonly OfficeKey[] {
  return officeKeys(runtime.db).map((row) => officeKeyFrom(row.key));
}

/** A rotation about to be written, and what keeps its key here in the same transaction. */
export interface NewRotation {
  readonly id: string;
  readonly act: NewAct;
  readonly keep: (db: WritableDb) => void;
}

/**
 * A new office key, sealed to everyone whose own key is in force, except `without`. It is kept beside the old one,
 * which goes on sealing until this entry stands on the share: whoever has not got the new key must read of it.
 */
export function newRotation(
  runtime: OfficeRuntime,
  actor: NewAct['actor'],
  without: string | null,
): NewRotation {
  const { officeId } = runtime;
  const [current] = ringOf(runtime);
  const genesis = pinnedGenesis(runtime.db);
  if (current === undefined || genesis === null) throw new Error('an office without a key cannot rotate it');
  const key = makeOfficeKey();
  const roster = runtime.roster.current();
  const inForce = [...roster.people.values()].filter(
    (person) => person.id !== without && !roster.closedKeys.has(person.keys.sign),
  );
  const body: Rotation = {
    id: key.id,
    wraps: inForce.map(({ id, keys }) => ({
      user: id,
      sealed: sealTo(keys.exchange, sealPurposes.officeKeyToPerson(officeId, id), key.bytes),
    })),
    sealedPredecessor: toBase64url(encrypt(key.bytes, current.bytes, predecessorBound(officeId, key.id))),
    sealedToRoot: sealTo(
      genesis.genesis.root.exchange,
      sealPurposes.laterKeyToRoot(officeId, key.id),
      key.bytes,
    ),
  };
  return {
    id: key.id,
    act: { type: 'roster.key-rotated', subject: null, actor, body },
    keep: (db) => keepOfficeKey(db, key.id, key.bytes, runtime.clock()),
  };
}

/** Makes a new office key. Errors: `not-roster-writer`, `locked`, `act-too-large`. */
export function rotateKey(runtime: OfficeRuntime): Result<{ id: string }> {
  const writer = rosterWriter(runtime);
  if (!writer.ok) return writer;
  if (ringOf(runtime).length === 0) return fail('no-office');
  const { id, act, keep } = newRotation(runtime, personActor(writer.value.user), null);
  const written = append(runtime, writer.value, [act], keep);
  return written.ok ? ok({ id }) : written;
}

/** The key of a rotation, by the person's own key or the root key; null where neither opens it. */
function openedKey(runtime: OfficeRuntime, rotation: Rotation, root: RootKey | null): OfficeKey | null {
  const { officeId, session } = runtime;
  const wrap = rotation.wraps.find(({ user }) => user === session?.user);
  const byPerson =
    wrap === undefined || session?.userKeys == null
      ? null
      : openSealed(
          session.userKeys.exchange,
          sealPurposes.officeKeyToPerson(officeId, wrap.user),
          wrap.sealed,
        );
  const purpose = sealPurposes.laterKeyToRoot(officeId, rotation.id);
  const bytes =
    byPerson ?? (root === null ? null : openSealed(root.exchange, purpose, rotation.sealedToRoot));
  if (bytes === null || bytes.length !== 32) return null;
  const key = officeKeyFrom(bytes);
  return key.id === rotation.id ? key : null;
}

function predecessorOf(officeId: string, key: OfficeKey, rotation: Rotation): OfficeKey | null {
  const sealed = fromBase64url(rotation.sealedPredecessor);
  const bytes = sealed === null ? null : decrypt(key.bytes, sealed, predecessorBound(officeId, rotation.id));
  return bytes === null || bytes.length !== 32 ? null : officeKeyFrom(bytes);
}

/**
 * Opens the office keys of rotations that this PC has read of and not got yet, with the key of whoever is signed in
 * and unlocked, or with the root key. Answers how many keys came.
 */
export function openRotations(runtime: OfficeRuntime, root: RootKey | null = null): number {
  const held = new Set(officeKeys(runtime.db).map(({ id }) => id));
  const missing = runtime.roster.current().keyRotations.filter(({ id }) => !held.has(id));
  if (missing.length === 0) return 0;
  const opened = missing.flatMap((rotation) => {
    const key = openedKey(runtime, rotation, root);
    if (key === null) return [];
    const before = predecessorOf(runtime.officeId, key, rotation);
    return before === null || held.has(before.id) ? [key] : [key, before];
  });
  if (opened.length === 0) return 0;
  transact(runtime.db, (db) => {
    for (const key of opened) keepOfficeKey(db, key.id, key.bytes, runtime.clock());
  });
  useNewestKey(runtime);
  return opened.length;
}

/** Where, and under which secret, whoever has a key finds its successor: nobody else can tell. */
export function successionOf(officeId: string, key: OfficeKey): Invitation {
  const salt = Buffer.from(officeId, 'hex');
  return invitationFrom(officeId, derive(key.bytes, salt, 'nirkertas/key-succession/0', 16));
}

/** What a succession file says; null when it is none. Nothing in it is believed before a key opens that hashes to its id. */
export function readSuccession(officeId: string, key: OfficeKey, bytes: Uint8Array): Rotation | null {
  const content = openJoinFile(successionOf(officeId, key), 'key', bytes);
  const json = content === null ? null : parseStrictJson(content, { bytes: content.length, depth: 4 });
  const parsed =
    json?.ok === true ? rosterActSchemas['roster.key-rotated'].safeParse(json.value.value) : null;
  return parsed?.success === true ? parsed.data : null;
}

/**
 * Tells whoever was away of own rotations, in a file that the key before opens: once heads are under the new key, the
 * entry itself cannot be read without it. Until the file is read back the old key goes on sealing.
 */
export async function announceRotations(runtime: OfficeRuntime, folder: JoinFolder): Promise<void> {
  const { officeId } = runtime;
  const held = ringOf(runtime);
  const current = held[0];
  for (const rotation of runtime.roster.current().keyRotations) {
    const key = held.find(({ id }) => id === rotation.id);
    if (key === undefined || key.id === current?.id || announcedKeys(runtime).includes(key.id)) continue;
    const before = predecessorOf(officeId, key, rotation);
    if (before === null) continue;
    const place = successionOf(officeId, before);
    const there = await folder.readFile(place, 'key');
    if (!there.ok) return;
    if (there.value === null) {
      const put = await folder.publishFile(place, 'key', sealJoinFile(place, 'key', canonicalJson(rotation)));
      if (!put.ok) return;
    } else if (readSuccession(officeId, before, there.value)?.id !== rotation.id) {
      // Somebody with the old key wrote there first: then the office stays on the key that everybody has.
      continue;
    }
    transact(runtime.db, (db) =>
      writeMeta(db, 'key.announced', [...announcedKeys(runtime), key.id].join(' ')),
    );
  }
}

/** Finds keys that followed those that are here; answers how many came. Asked when files do not open. */
export async function followKeys(
  runtime: OfficeRuntime,
  folder: JoinFolder,
  root: RootKey | null = null,
): Promise<number> {
  let found = 0;
  const tried = new Set<string>();
  for (;;) {
    const held = ringOf(runtime);
    const from = held.find(({ id }) => !tried.has(id));
    if (from === undefined) return found;
    tried.add(from.id);
    const bytes = await folder.readFile(successionOf(runtime.officeId, from), 'key');
    const rotation =
      bytes.ok && bytes.value !== null ? readSuccession(runtime.officeId, from, bytes.value) : null;
    if (rotation === null || held.some(({ id }) => id === rotation.id)) continue;
    const key = openedKey(runtime, rotation, root);
    if (key === null) continue;
    transact(runtime.db, (db) => keepOfficeKey(db, key.id, key.bytes, runtime.clock()));
    found += 1;
  }
}

/** Whether others can come by a key: its entry and its succession stand on the share. One of another log was read there. */
function isOnShare(runtime: OfficeRuntime, id: string): boolean {
  return rosterEntries(runtime.db).some((row) => {
    if (row.type !== 'roster.key-rotated') return false;
    const parsed = parseEntry(row.bytes);
    if (!parsed.ok || parsed.value.envelope.body['id'] !== id) return false;
    const log = logByRow(runtime.db, row.log_id);
    return (
      log !== undefined &&
      (log.own === 0 || (log.published_seq >= row.seq && announcedKeys(runtime).includes(id)))
    );
  });
}

/** Seals with the newest office key that is here, once the entry that brought it can be read by the others. */
export function useNewestKey(runtime: OfficeRuntime): void {
  const keys = officeKeys(runtime.db);
  const newest = runtime.roster
    .current()
    .keyRotations.findLast(({ id }) => keys.some((key) => key.id === id));
  if (newest === undefined || keys.some(({ id, current }) => id === newest.id && current === 1)) return;
  if (isOnShare(runtime, newest.id)) transact(runtime.db, (db) => useOfficeKey(db, newest.id));
}
