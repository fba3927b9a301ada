import { describe, expect, it } from 'vitest';

import type { AcceptedEntry, RosterPosition } from '#core/office/entry.ts';
import { makeOfficeKey } from '#main/engine/keys/office-key.ts';
import { generateRootKey } from '#main/engine/keys/root-key.ts';
import type { RootKey } from '#main/engine/keys/root-key.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { signLogByRoot, signTakeOver, verifyLogByRoot } from '#main/engine/keys/take-over.ts';
import { generateUserKeys, publicUserKeys } from '#main/engine/keys/user-keys.ts';
import { sha256Hex } from '#main/engine/log/digest.ts';
import { makeGenesis } from '#main/engine/log/genesis.ts';
import { logIdOf } from '#main/engine/log/log-id.ts';
import { newId } from '#main/engine/log/new-id.ts';
import { rosterHistory } from '#main/engine/office/roster-history.ts';

const writer = { user: newId('usr'), keys: generateUserKeys(), logKey: generateSigningKey() };
const taker = { user: newId('usr'), keys: generateUserKeys() };
const [takerLog, otherLog] = [sha256Hex('taker'), sha256Hex('other')];
const root = generateRootKey();
const file = makeGenesis({
  created: 1,
  root,
  officeKey: makeOfficeKey(),
  writer: {
    user: writer.user,
    userSign: writer.keys.sign.public,
    userExchange: writer.keys.exchange.public,
    logKey: writer.logKey.public,
  },
});
const genesis: RosterPosition = { index: 0, hash: file.hash };

interface Said {
  readonly by: RootKey;
  readonly officeId: string;
  readonly parent: RosterPosition;
  readonly term: number;
  readonly log: string;
  readonly user: string;
}

const honest: Said = {
  by: root,
  officeId: file.officeId,
  parent: genesis,
  term: 1,
  log: takerLog,
  user: taker.user,
};

/** A take-over as signed; `shown` replaces what the entry says afterwards. */
function takeOver(
  said: Said,
  shown: Partial<AcceptedEntry> & { body?: Record<string, unknown> } = {},
): AcceptedEntry {
  const { term, log, user } = said;
  const content = { term, log, user, name: 'Endang', nip: '', keys: publicUserKeys(taker.keys) };
  const rootSig = signTakeOver(said.by, said.officeId, said.parent, content);
  const { body, ...rest } = shown;
  return {
    v: 0,
    log,
    seq: 1,
    prev: null,
    deps: [],
    roster: said.parent,
    time: 5,
    actor: { user, position: null, standing: 'definitive' },
    type: 'roster.taken-over',
    subject: null,
    basis: [],
    body: { ...content, rootSig, ...body },
    userSig: 'A'.repeat(86),
    hash: sha256Hex(rootSig),
    rank: 1,
    ...rest,
  };
}

describe('a take-over', () => {
  it('by the root key makes its log the writer and its person one of the office', () => {
    const history = rosterHistory(file);
    expect(history.take(takeOver(honest))).toBe('taken-over');
    expect(history.current()).toMatchObject({ writerLog: takerLog, term: 1 });
    const at = history.current().at;
    expect(history.signingKeyOf(taker.user, at)).toBe(taker.keys.sign.public);
  });

  it('that anybody forged, moved or changed is refused', () => {
    const stranger = generateRootKey();
    const elsewhere = { index: 0, hash: sha256Hex('another genesis') };
    const forged: readonly (readonly [string, AcceptedEntry])[] = [
      ['signed by another root', takeOver({ ...honest, by: stranger })],
      ['for another office', takeOver({ ...honest, officeId: '0'.repeat(32) })],
      ['signed over another roster', takeOver({ ...honest, parent: elsewhere }, { roster: genesis })],
      ['of an unknown roster', takeOver({ ...honest, parent: elsewhere })],
      ['of no higher term', takeOver({ ...honest, term: 0 })],
      ['with the term raised', takeOver(honest, { body: { term: 9 } })],
      ['with another key', takeOver(honest, { body: { keys: publicUserKeys(generateUserKeys()) } })],
      ['with another name', takeOver(honest, { body: { name: 'Orang lain' } })],
      ['carried into another log', takeOver(honest, { log: otherLog })],
      ['for another log than its own', takeOver({ ...honest, log: otherLog }, { log: takerLog })],
      [
        'in the name of another person',
        takeOver(honest, { actor: { ...takeOver(honest).actor, user: writer.user } }),
      ],
      ['without a signature', takeOver(honest, { body: { rootSig: '' } })],
    ];
    const history = rosterHistory(file);
    for (const [how, entry] of forged) expect(history.take(entry), how).toBe('forged');
    const { userSig: _, ...unsigned } = takeOver(honest);
    expect(history.take(unsigned)).toBe('forged');
    expect(history.size()).toBe(0);
    expect(history.take(takeOver(honest))).toBe('taken-over');
    // The same again, beyond its own term: it was signed over the genesis.
    expect(history.take(takeOver(honest, { roster: history.current().at }))).toBe('forged');
  });

  it('certifies one log of one person under one key', () => {
    const keys = publicUserKeys(taker.keys);
    const signature = signLogByRoot(root, file.officeId, takerLog, taker.user, keys);
    const { sign } = file.genesis.root;
    const holds = (office: string, log: string, user: string, byKeys = keys) =>
      verifyLogByRoot(sign, office, log, user, { keys: byKeys, signature });
    expect([
      holds(file.officeId, takerLog, taker.user),
      holds('0'.repeat(32), takerLog, taker.user),
      holds(file.officeId, otherLog, taker.user),
      holds(file.officeId, takerLog, writer.user),
      holds(file.officeId, takerLog, taker.user, publicUserKeys(writer.keys)),
    ]).toEqual([true, false, false, false, false]);
    expect(logIdOf(writer.logKey.public)).toBe(rosterHistory(file).current().writerLog);
  });
});
