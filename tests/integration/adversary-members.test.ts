import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { Forgery } from '../simulation/forged-log.ts';
import { keyRing } from '#main/engine/keys/office-key.ts';
import { chainOf } from '#core/office/letter-reducers-memo.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';
import { headName } from '#main/engine/log/file-names.ts';
import { encodeHeadFile } from '#main/engine/log/head-file.ts';
import { signHead } from '#main/engine/log/head.ts';
import { readLetter } from '#main/engine/store/letters.ts';

import { officeOf } from './cli-audit-samples.ts';
import { memberOn, putLog } from './hostile-member.ts';
import type { Member } from './hostile-member.ts';
import { folderOn } from './office-folder.ts';
import { enrol, register, samplePdf, testOffice, twoPcs } from './office-pcs.ts';
import type { Pc } from './office-pcs.ts';
import { dumpOf, settle } from './roster-pcs.ts';
import { whatIsTold } from './what-is-told.ts';

/** An office with a letter at its head, and a member of staff with a program of their own. */
async function withHostile() {
  const office = testOffice();
  const { tu, head, headPosition, tuPosition } = await twoPcs(office);
  const staff = await office.open('staf');
  const staffPosition = await enrol(office, tu, staff, { name: 'Rizky', title: 'Staf', role: 'staf' });
  const { letterId } = await register(tu, headPosition, { subject: 'Undangan' });
  await settle(tu, head, staff);
  return { office, tu, head, staff, headPosition, tuPosition, staffPosition, letterId, me: memberOn(staff) };
}

type Scene = Awaited<ReturnType<typeof withHostile>>;

/** A log that must stop at an entry, which is told with log and sequence. */
interface Rejected {
  readonly name: string;
  readonly told: string;
  /** Sequence of the entry at which it stops. */
  readonly seq: number;
  readonly log: (scene: Scene) => Parameters<typeof putLog>[3];
}

const read = (scene: Scene, by: Member, more: Partial<Forgery> = {}): Forgery => ({
  type: 'letter.read',
  subject: scene.letterId,
  body: { position: scene.staffPosition, disposition: null },
  actor: by.actor(scene.staffPosition),
  signer: null,
  ...more,
});

const rejected: readonly Rejected[] = [
  {
    name: 'a log of another person, without their word',
    told: 'log-not-certified',
    seq: 0,
    log: (scene) => ({
      owner: { user: memberOn(scene.head).user, signer: null },
      acts: [read(scene, scene.me)],
    }),
  },
  {
    name: 'a log of another person, certified by oneself',
    told: 'log-not-certified',
    seq: 0,
    log: (scene) => ({
      owner: { user: memberOn(scene.head).user, signer: scene.me.keys.sign },
      acts: [read(scene, scene.me)],
    }),
  },
  {
    name: 'an act in the name of another, in one’s own log',
    told: 'log-other-person',
    seq: 2,
    log: (scene) => ({
      acts: [
        read(scene, scene.me),
        read(scene, scene.me, { actor: memberOn(scene.head).actor(scene.headPosition) }),
      ],
    }),
  },
  {
    name: 'a dependency that never was',
    told: 'dependency-conflict',
    seq: 1,
    log: (scene) => ({
      acts: [read(scene, scene.me, { deps: [{ log: ownLog(scene.tu), seq: 0, hash: 'f'.repeat(64) }] })],
    }),
  },
  {
    name: 'a roster that goes back',
    told: 'roster-went-back',
    seq: 1,
    log: (scene) => ({
      acts: [read(scene, scene.me, { roster: { index: 0, hash: officeOf(scene.tu.engine).genesisHash } })],
    }),
  },
  {
    name: 'a roster entry by who does not write it',
    told: 'roster-forged',
    seq: 1,
    log: (scene) => ({
      acts: [
        {
          type: 'roster.holder-set',
          subject: null,
          body: {
            position: scene.headPosition,
            user: scene.me.user,
            standing: 'definitive',
            from: '2026-01-01',
            until: null,
            decision: '',
          },
          actor: scene.me.actor(null),
          signer: scene.me.keys.sign,
        },
      ],
    }),
  },
];

const ownLog = (pc: Pc) => officeOf(pc.engine).session?.log ?? '';

describe('a member who writes logs of their own', () => {
  it('is stopped at the entry, which is told with log and sequence, on every PC alike', async () => {
    const scene = await withHostile();
    const { office, tu, head, staff, letterId } = scene;
    const before = await tu.call('letters.show', { letter: letterId });
    let mounted = 0;
    for (const { name, told, seq, log } of rejected) {
      const forged = putLog(office, staff, scene.me, log(scene));
      mounted += 1;
      for (const pc of [tu, head]) {
        await pc.sync();
        const { alerts } = await whatIsTold(pc);
        expect(alerts, name).toContainEqual(
          expect.objectContaining({ code: told, log: forged.log.slice(0, 16), seq }),
        );
      }
    }
    expect(await tu.call('letters.show', { letter: letterId })).toMatchObject({
      subject: before.subject,
      desks: before.desks,
    });
    await settle(tu, head, staff);
    expect(dumpOf(tu)).toBe(dumpOf(head));
    expect(dumpOf(staff)).toBe(dumpOf(head));
    const { positions } = await tu.call('office.status', undefined);
    expect(positions.find(({ id }) => id === scene.headPosition)?.holders.map(({ user }) => user)).toEqual([
      memberOn(head).user,
    ]);
    process.stdout.write(`attacks by a member’s own logs: ${mounted} mounted, ${mounted} stopped and told\n`);
  });

  it('settles nothing with acts that are not theirs, and each says why it has no effect', async () => {
    const scene = await withHostile();
    const { office, tu, head, staff, me, staffPosition, headPosition, tuPosition } = scene;
    const letterId = await memoAt(scene);
    const { memo } = await tu.call('letters.show', { letter: letterId });
    const { revision = '' } = memo ?? {};
    const stored = readLetter(officeOf(tu.engine).db, letterId)?.memo;
    const chain = stored == null ? '' : canonicalDigest(chainOf(stored));
    const approve = (more: Partial<Forgery>): Forgery => ({
      type: 'memo.approved',
      subject: letterId,
      body: { step: 0, revision, chain, note: '' },
      actor: me.actor(staffPosition),
      signer: me.keys.sign,
      ...more,
    });
    const numbering = {
      type: 'number.issued',
      subject: scene.letterId,
      body: { series: { kind: 'agenda', unit: null, code: '', year: new Date().getFullYear() }, number: 7 },
      actor: me.actor(staffPosition),
      signer: me.keys.sign,
    };
    const acts: readonly (readonly [string, Forgery, string])[] = [
      ['in a position of another', approve({ actor: me.actor(headPosition) }), 'not-entitled'],
      ['on a step of another', approve({}), 'not-entitled'],
      [
        'under a decision that never was',
        approve({ actor: me.actor(staffPosition, { decision: 'X' }) }),
        'not-entitled',
      ],
      ['with the signature of nobody', approve({ signer: null }), 'no-user-signature'],
      ['with a signature of another key', approve({ signer: generateSigningKey() }), 'no-user-signature'],
      ['with a body of another shape', approve({ body: { step: 'nol' } }), 'malformed'],
      ['a number from no registry', numbering, 'not-entitled'],
      [
        'a recall of what is not theirs',
        { ...numbering, type: 'letter.recalled', body: { disposition: 'dsp_0000000000000000' } },
        'unknown-subject',
      ],
    ];
    for (const [, act] of acts) putLog(office, staff, me, { acts: [act] });
    await settle(tu, head, staff);
    const timeline = [
      ...(await tu.call('letters.show', { letter: letterId })).timeline,
      ...(await tu.call('letters.show', { letter: scene.letterId })).timeline,
    ];
    const without = timeline.filter(
      ({ by, ineffective }) => by.actor.user === me.user && ineffective !== null,
    );
    expect(without.map(({ ineffective }) => ineffective).toSorted()).toEqual(
      acts.map(([, , reason]) => reason).toSorted(),
    );
    const after = await head.call('letters.show', { letter: letterId });
    expect(after.memo?.chain.map(({ done }) => done)).toEqual(memo?.chain.map(() => null));
    expect(dumpOf(tu)).toBe(dumpOf(head));
    expect(tuPosition).not.toBe('');
    process.stdout.write(`acts without right: ${acts.length} mounted, ${without.length} without effect\n`);
  });

  it('puts no head of another log before its owner’s, and both keep what they have', async () => {
    const scene = await withHostile();
    const { office, tu, head, me } = scene;
    const { officeId, db } = officeOf(tu.engine);
    const log = ownLog(tu);
    const sealing = { officeId, keys: keyRing(me.officeKey) };
    // Sealed as a member can, in the name of TU's log, and signed by a key that is not the log's.
    const stranger = generateSigningKey();
    const mine = signHead(officeId, { version: 900, seq: 0, hash: 'a'.repeat(64) }, stranger);
    const file = encodeHeadFile(sealing, { head: { ...mine, log }, segments: [] });
    writeFileSync(join(folderOn(office.share), 'heads', headName(log, 900, file)), file);
    await head.sync();
    expect((await whatIsTold(head)).alerts).toContainEqual(
      expect.objectContaining({ code: 'head-signature-wrong', log: log.slice(0, 16) }),
    );
    const { letterId } = await register(tu, scene.headPosition, { subject: 'Sesudah serangan' });
    await settle(tu, head);
    expect((await head.call('letters.show', { letter: letterId })).subject).toBe('Sesudah serangan');
    expect(db.open).toBe(true);
  });
});

/** A memo whose first step is the head's. */
async function memoAt({ tu, head, staff, headPosition, tuPosition }: Scene): Promise<string> {
  const staged = await tu.call('intake.stage', { files: [{ name: 'nd.pdf', bytes: samplePdf('naskah') }] });
  const { letterId } = await tu.call('memos.propose', {
    staged: staged.id,
    subject: 'Usulan',
    number: '900/1',
    date: null,
    securityClass: 'biasa',
    urgency: 'biasa',
    due: null,
    to: [tuPosition],
    copies: [],
    chain: [
      { role: 'initials', position: headPosition, placement: null },
      { role: 'signature', position: headPosition, placement: null },
    ],
    note: '',
    lossSeen: false,
  });
  await settle(tu, head, staff);
  return letterId;
}
