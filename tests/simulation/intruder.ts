import { officeAgenda } from '#core/office/number-series.ts';
import type { Actor, EntryEnvelope } from '#core/office/entry.ts';
import { chainOf } from '#core/office/letter-reducers-memo.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import type { Random } from '#main/engine/audit/seed/random.ts';
import { generateSigningKey } from '#main/engine/keys/signing-key.ts';
import type { SigningKey } from '#main/engine/keys/signing-key.ts';
import { canonicalDigest } from '#main/engine/log/canonical-json.ts';
import { entryByHash } from '#main/engine/store/entries.ts';
import { logByRow } from '#main/engine/store/logs.ts';

import { settledFile } from './fake-disk.ts';
import { forgeLog, OWN_LETTER } from './forged-log.ts';
import type { Forgery } from './forged-log.ts';
import { letterStates } from './letter-states.ts';
import { openSteps } from './open-steps.ts';
import type { Step } from './open-steps.ts';
import { OFFICE_BEGINS } from './office-template.ts';
import { tell } from './world.ts';
import type { World } from './world.ts';

/** What the hostile colleague tries. */
export const attackNames = [
  'log without certificate',
  'log certified by another',
  'act without user signature',
  'act with a wrong signature',
  'act in the name of another',
  'act in a position of another',
  'act on a step of another',
  'act under a decision that never was',
  'act on another revision',
  'act on another chain',
  'number from no registry',
  'roster by no writer',
  'registration by no clerk',
  'beginning before the beginning',
  'dependency that never was',
  'roster position that goes back',
  'act after the end of the log',
] as const;
export type AttackName = (typeof attackNames)[number];

/**
 * A colleague who has a share, the office's keys, a certified user key, and a program of their own that writes
 * whatever it likes in logs of its own. Everything written here is to be without effect.
 */
export class Hostile {
  readonly #world: World;
  readonly #random: Random;
  /** Hashes of entries that must never take effect. */
  readonly forged = new Set<string>();
  /** Those among them that must not even take a place in the order: their log stops there. */
  readonly unacceptable = new Set<string>();
  readonly #files = new Map<string, Uint8Array>();
  /** All logs of the intruder. */
  readonly logs: Set<string>;

  constructor(world: World) {
    this.#world = world;
    this.#random = world.random;
    this.logs = world.hostileLogs;
  }

  /** Puts the intruder's own files where they were. */
  repair(): void {
    const { disk, clock } = this.#world.server;
    for (const [path, bytes] of this.#files) disk.put(path, settledFile(bytes, clock));
  }

  /** Tries one attack. */
  act(world: World): void {
    const name = this.#random.pick(attackNames);
    if (!this.#attacks[name]()) return;
    world.faults.add(`attack ${name}`);
    tell(world, `the intruder: ${name}`);
  }

  readonly #attacks: Readonly<Record<AttackName, () => boolean>> = {
    'log without certificate': () => this.#asVictim(null),
    'log certified by another': () => this.#asVictim(this.#me.keys.sign),
    'act without user signature': () => this.#onMyStep(null),
    'act with a wrong signature': () => this.#onMyStep(generateSigningKey()),
    'act in the name of another': () => {
      const step = this.#openStep(false);
      if (step === null) return false;
      const actor = this.#holderOf(step.position);
      return actor !== null && this.#refused([this.#approval(step, actor, this.#me.keys.sign)]);
    },
    'act in a position of another': () => {
      const step = this.#openStep(false);
      return (
        step !== null && this.#publish([this.#approval(step, this.#actor(step.position), this.#me.keys.sign)])
      );
    },
    'act on a step of another': () => {
      const step = this.#openStep(false);
      return step !== null && this.#publish([this.#approval(step, this.#actor(), this.#me.keys.sign)]);
    },
    'act under a decision that never was': () => {
      const step = this.#openStep(true);
      const actor = { ...this.#actor(), decision: 'SPT/999' };
      return step !== null && this.#publish([this.#approval(step, actor, this.#me.keys.sign)]);
    },
    'act on another revision': () => {
      const step = this.#openStep(true);
      if (step === null) return false;
      const approval = this.#approval(step, this.#actor(), this.#me.keys.sign);
      return this.#publish([{ ...approval, body: { ...approval.body, revision: '0'.repeat(64) } }]);
    },
    'act on another chain': () => {
      const step = this.#openStep(true);
      if (step === null) return false;
      const approval = this.#approval(step, this.#actor(), this.#me.keys.sign);
      return this.#publish([{ ...approval, body: { ...approval.body, chain: '0'.repeat(64) } }]);
    },
    'number from no registry': () => {
      const letter = this.#someLetter();
      if (letter === null) return false;
      const series = { ...officeAgenda, year: 2026 };
      const body = { series, number: 1 + this.#random.below(5000) };
      return this.#publish([
        {
          type: 'number.issued',
          subject: letter.id,
          body,
          actor: this.#actor(),
          signer: this.#me.keys.sign,
          deps: this.#after(letter),
        },
      ]);
    },
    'roster by no writer': () => {
      const body = {
        position: this.#random.pick(this.#world.office.positions),
        user: this.#me.user,
        standing: 'definitive',
        from: '2026-10-01',
        until: null,
        decision: '',
      };
      const actor = this.#actor(null);
      return this.#publish([
        { type: 'roster.holder-set', subject: null, body, actor, signer: this.#me.keys.sign },
      ]);
    },
    'registration by no clerk': () => {
      const letter = this.#someLetter();
      if (letter === null || letter.memo !== null) return false;
      const body = {
        kind: 'incomingLetter',
        from: 'Siapa saja',
        number: '',
        date: null,
        subject: 'Palsu',
        securityClass: 'biasa',
        urgency: 'biasa',
        enclosure: '',
        receivedAt: OFFICE_BEGINS,
        classification: '',
        document: letter.document,
        forwardTo: this.#me.position,
      };
      const act = { type: 'letter.registered', subject: OWN_LETTER, body, actor: this.#actor() };
      return this.#publish([{ ...act, signer: null }]);
    },
    'beginning before the beginning': () => {
      const letter = this.#someLetter();
      if (letter === null) return false;
      const body = {
        kind: 'officialMemo',
        subject: 'Palsu',
        number: '',
        date: null,
        securityClass: 'biasa',
        urgency: 'biasa',
        unit: null,
        due: null,
        to: [this.#me.position],
        copies: [],
        document: letter.document,
        chain: [{ role: 'signature', position: this.#me.position, field: 'TTD-1', placement: null }],
        note: '',
      };
      const act = { type: 'memo.proposed', subject: letter.id, body, actor: this.#actor() };
      return this.#publish([{ ...act, signer: null }]);
    },
    'dependency that never was': () => {
      const log = this.#random.pick(this.#world.pcs).ownLog();
      if (log === undefined) return false;
      const deps = [{ log: log.log, seq: 0, hash: 'f'.repeat(64) }];
      return this.#refused([{ ...this.#harmless(), deps }]);
    },
    'roster position that goes back': () => {
      const genesis = this.#world.pcs[0]?.runtime.genesisHash ?? '';
      return this.#refused([{ ...this.#harmless(), roster: { index: 0, hash: genesis } }]);
    },
    'act after the end of the log': () => {
      const actor = this.#actor(null);
      const end = { type: 'log.retired', subject: null, body: {}, actor, signer: this.#me.keys.sign };
      return this.#refused([end, this.#harmless()], 1);
    },
  };

  get #me() {
    return this.#world.office.intruder;
  }

  /** The intruder has seen all of the letter: what is written comes after it. */
  #after(letter: LetterState): EntryEnvelope['deps'] {
    for (const pc of this.#world.pcs) {
      const row = entryByHash(pc.engine.state.db, letter.last.entry);
      const log = row === undefined ? undefined : logByRow(pc.engine.state.db, row.log_id);
      if (row !== undefined && log !== undefined) return [{ log: log.log, seq: row.seq, hash: row.hash }];
    }
    return [];
  }

  #actor(position: string | null = this.#me.position): Actor {
    return { user: this.#me.user, position, standing: 'definitive' };
  }

  #harmless(): Forgery {
    const body = { note: 'x' };
    return { type: 'letter.read', subject: OWN_LETTER, body, actor: this.#actor(), signer: null };
  }

  #states(): readonly LetterState[] {
    return letterStates(this.#random.pick(this.#world.pcs));
  }

  #someLetter(): LetterState | null {
    const states = this.#states();
    return states.length === 0 ? null : this.#random.pick(states);
  }

  /** A memo whose turn is at a position of mine, or of somebody else. */
  #openStep(mine: boolean): Step | null {
    const steps = openSteps(this.#states()).filter(
      ({ position }) => (position === this.#me.position) === mine,
    );
    return steps.length === 0 ? null : this.#random.pick(steps);
  }

  #holderOf(position: string): Actor | null {
    const roster = this.#world.pcs[0]?.runtime.roster.current();
    const holder = roster?.positions.get(position)?.holders.find(({ standing }) => standing === 'definitive');
    return holder === undefined ? null : { user: holder.user, position, standing: 'definitive' };
  }

  #approval({ letter, memo, index }: Step, actor: Actor, signer: SigningKey | null): Forgery {
    const body = { step: index, revision: memo.revision, chain: canonicalDigest(chainOf(memo)), note: '' };
    return { type: 'memo.approved', subject: letter.id, body, actor, signer, deps: this.#after(letter) };
  }

  #onMyStep(signer: SigningKey | null): boolean {
    const step = this.#openStep(true);
    return step !== null && this.#publish([this.#approval(step, this.#actor(), signer)]);
  }

  /** A log in the name of a colleague, with an approval in it that would be theirs to give. */
  #asVictim(signer: SigningKey | null): boolean {
    const step = this.#openStep(false);
    const actor = step === null ? null : this.#holderOf(step.position);
    if (step === null || actor === null) return false;
    return this.#publish([this.#approval(step, actor, signer)], { user: actor.user, signer });
  }

  /** Publishes acts at which the log must stop, behind so many that are the intruder's right. */
  #refused(acts: readonly Forgery[], rightful = 0): boolean {
    const before = new Set(this.forged);
    const done = this.#publish(acts);
    const added = [...this.forged].filter((hash) => !before.has(hash));
    for (const hash of added.slice(0, rightful)) this.forged.delete(hash);
    for (const hash of added.slice(rightful)) this.unacceptable.add(hash);
    return done;
  }

  /** Writes a log that begins with its key and goes on with these acts, and puts it on the share. */
  #publish(
    acts: readonly Forgery[],
    owner: { user: string; signer: SigningKey | null } = { user: this.#me.user, signer: this.#me.keys.sign },
  ): boolean {
    const { office, server, pcs, elapsed } = this.#world;
    const { officeId, officeKey } = office;
    const roster = pcs[0]?.runtime.roster.current().at ?? { index: 0, hash: '' };
    const time = OFFICE_BEGINS + elapsed;
    const { log, entries, folder, files } = forgeLog({ officeId, officeKey, owner, roster, time, acts });
    this.logs.add(log);
    const isCertified = owner.user === this.#me.user;
    for (const { hash } of isCertified ? entries.slice(1) : entries) {
      this.forged.add(hash);
      if (!isCertified) this.unacceptable.add(hash);
    }
    server.disk.makeFolder(folder);
    for (const [path, bytes] of files) this.#files.set(path, bytes);
    this.repair();
    return true;
  }
}
