import type { MethodInput, MethodName } from '#core/contract/methods.ts';
import type { LetterView } from '#core/contract/views.ts';
import type { LetterState } from '#core/office/letter-state.ts';
import { officeDay } from '#core/office/office-day.ts';
import type { Random } from '#main/engine/audit/seed/random.ts';
import { projectedLetters } from '#main/engine/store/projection-check.ts';
import { stagedIds } from '#main/engine/store/staged.ts';

import { CANARY } from './canary.ts';
import { letterStates } from './letter-states.ts';
import type { OfficeTemplate } from './office-template.ts';
import type { Replica } from './replica.ts';

/** How an act came out: done, refused with the program's code, or there was nothing to do it on. */
export type Outcome = 'done' | 'nothing' | (string & {});

/** What an act has to go by. */
export interface Scene {
  readonly pc: Replica;
  readonly random: Random;
  readonly office: OfficeTemplate;
}

export interface Act {
  readonly name: string;
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly run: (scene: Scene) => Promise<Outcome>;
}

async function ask<M extends MethodName>(pc: Replica, method: M, input: MethodInput<M>): Promise<Outcome> {
  const answer = await pc.call(method, input);
  return answer.ok ? 'done' : answer.error.code;
}

/** A letter that this PC knows: often one of the newest, so that colleagues meet on it. */
function someLetter({ pc, random }: Scene): string | null {
  const letters = projectedLetters(pc.engine.state.db, '', 1000);
  if (letters.length === 0) return null;
  // Ids are hashes: the last by id are the same few on every PC, and no newer or older than the others.
  return random.chance(0.7) ? random.pick(letters.slice(-8)) : random.pick(letters);
}

type Action = LetterView['actions'][number];

/** Whether the action could make sense on a letter in this state, whoever asks. */
const sensible: Partial<Record<Action, (letter: LetterState) => boolean>> = {
  approve: ({ memo }) => memo?.stage === 'inChain',
  sign: ({ memo }) => memo?.stage === 'inChain',
  returnMemo: ({ memo }) => memo?.stage === 'inChain',
  withdraw: ({ memo }) => memo !== null && memo.stage !== 'issued',
  revise: ({ memo }) => memo?.stage === 'returned',
  forward: ({ desks }) => desks.some(({ status }) => status === 'returned'),
  recall: ({ dispositions }) => dispositions.some(({ recalled }) => recalled === null),
};

/** Mostly letters on which the person may do this now; sometimes others, so that refusals are met too. */
async function letterFor(scene: Scene, action: Action): Promise<LetterView | null> {
  const { pc, random } = scene;
  const fits = sensible[action];
  const letters = letterStates(pc)
    .filter((letter) => fits === undefined || fits(letter))
    .map(({ id }) => id);
  for (let tries = 0; tries < 6 && letters.length > 0; tries += 1) {
    const letter = random.pick(random.chance(0.7) ? letters.slice(-8) : letters);
    const view = await pc.call('letters.show', { letter });
    if (view.ok && (view.value.actions.includes(action) || random.chance(0.03))) return view.value;
  }
  return null;
}

/** A document that was taken in on this PC and waits; null when the pile is used up. */
function stagedDocument({ pc, random }: Scene): string | null {
  const staged = [...stagedIds(pc.engine.state.db)].toSorted();
  // Often the same few on every PC: two desks take in one letter, and two PCs bring one file to the share.
  return staged.length === 0 ? null : random.pick(random.chance(0.5) ? staged.slice(0, 2) : staged);
}

/** Mostly true where the position of somebody here may do this: refusals are met too, and not too often. */
function mayTry({ pc, random }: Scene, roles: readonly string[]): boolean {
  if (random.chance(0.1)) return true;
  const { positions } = pc.runtime.roster.current();
  return [...positions.values()].some(
    ({ role, holders }) => roles.includes(role) && holders.some(({ user }) => user === pc.user),
  );
}

function note(random: Random): string {
  return `${CANARY} catatan ${random.below(1000)}`;
}

function recipients(
  { random, office }: Scene,
  from: string | undefined,
): MethodInput<'letters.dispose'>['recipients'] {
  const others = office.positions.filter((position) => position !== from || random.chance(0.05));
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(others)));
  return [...chosen].map((position) => ({
    position,
    instructions: ['tindaklanjuti'],
    note: note(random),
    due: null,
    custom: false,
  }));
}

function chain({ random, office }: Scene): MethodInput<'memos.propose'>['chain'] {
  const step = (role: 'initials' | 'signature') => ({
    role,
    position: random.pick(office.positions),
    placement: null,
  });
  const initials = Array.from({ length: random.below(3) }, () => step('initials'));
  return [...initials, step('signature'), ...(random.chance(0.3) ? [step('signature')] : [])];
}

type PartMethod = 'letters.acknowledge' | 'letters.finish' | 'letters.return';

function partAct(name: string, weight: number, method: PartMethod, action: Action): Act {
  return {
    name,
    weight,
    run: async (scene) => {
      const view = await letterFor(scene, action);
      if (view === null) return 'nothing';
      const part = { letter: view.id, disposition: view.myDisposition };
      if (method === 'letters.acknowledge') return ask(scene.pc, method, part);
      return ask(scene.pc, method, { ...part, note: note(scene.random) });
    },
  };
}

/** Everything that people do on letters. */
export const letterActs: readonly Act[] = [
  {
    name: 'register',
    weight: 14,
    run: async (scene) => {
      const { pc, random, office } = scene;
      const staged = stagedDocument(scene);
      if (staged === null || !mayTry(scene, ['tu', 'admin'])) return 'nothing';
      return ask(pc, 'letters.register', {
        staged,
        from: `Sekretariat ${CANARY}`,
        number: `000.8/${random.below(500)}`,
        date: '2026-10-02',
        subject: `${CANARY} undangan ${random.below(1000)}`,
        securityClass: random.pick(['biasa', 'biasa', 'terbatas', 'rahasia']),
        urgency: random.pick(['biasa', 'segera']),
        enclosure: '',
        receivedAt: Math.min(pc.clock(), Date.UTC(2090, 0)),
        classification: '',
        forwardTo: random.pick(office.positions),
        duplicateSeen: true,
      });
    },
  },
  {
    name: 'read',
    weight: 12,
    run: async (scene) => {
      const letter = someLetter(scene);
      return letter === null ? 'nothing' : ask(scene.pc, 'letters.read', { letter });
    },
  },
  {
    name: 'dispose',
    weight: 16,
    run: async (scene) => {
      const view = await letterFor(scene, 'dispose');
      if (view === null) return 'nothing';
      return ask(scene.pc, 'letters.dispose', {
        letter: view.id,
        parent: view.myDisposition,
        instructions: ['tindaklanjuti'],
        note: note(scene.random),
        due: null,
        recipients: recipients(scene, view.acting?.position),
      });
    },
  },
  {
    name: 'recall',
    weight: 5,
    run: async (scene) => {
      const view = await letterFor(scene, 'recall');
      const open = view?.dispositions.filter((d) => d.recalled === null) ?? [];
      if (view === null || open.length === 0) return 'nothing';
      return ask(scene.pc, 'letters.recall', { letter: view.id, disposition: scene.random.pick(open).id });
    },
  },
  partAct('acknowledge', 6, 'letters.acknowledge', 'acknowledge'),
  partAct('finish', 5, 'letters.finish', 'finish'),
  partAct('return', 4, 'letters.return', 'return'),
  {
    name: 'follow-up',
    weight: 6,
    run: async (scene) => {
      const view = await letterFor(scene, 'followUp');
      if (view === null || view.myDisposition === null) return 'nothing';
      const staged = scene.random.chance(0.3) ? stagedDocument(scene) : null;
      return ask(scene.pc, 'letters.follow-up', {
        letter: view.id,
        disposition: view.myDisposition,
        note: note(scene.random),
        attachments: staged === null ? [] : [staged],
      });
    },
  },
  {
    name: 'no-disposition',
    weight: 3,
    run: async (scene) => {
      const view = await letterFor(scene, 'noDisposition');
      if (view === null) return 'nothing';
      return ask(scene.pc, 'letters.no-disposition', { letter: view.id, note: note(scene.random) });
    },
  },
  {
    name: 'correct',
    weight: 9,
    run: async (scene) => {
      const view = await letterFor(scene, 'correct');
      if (view === null) return 'nothing';
      const { random } = scene;
      const fields = random.chance(0.6)
        ? { subject: `${CANARY} perbaikan ${random.below(1000)}` }
        : { number: `000.8/${random.below(500)}`, urgency: 'sangatSegera' as const };
      return ask(scene.pc, 'letters.correct', { letter: view.id, ...fields });
    },
  },
  {
    name: 'attach',
    weight: 3,
    run: async (scene) => {
      const view = await letterFor(scene, 'attach');
      const staged = stagedDocument(scene);
      if (view === null || staged === null) return 'nothing';
      return ask(scene.pc, 'letters.attach', { letter: view.id, staged });
    },
  },
  {
    name: 'forward',
    weight: 6,
    run: async (scene) => {
      const view = await letterFor(scene, 'forward');
      if (view === null) return 'nothing';
      const forwardTo = scene.random.pick(scene.office.positions);
      return ask(scene.pc, 'letters.forward', { letter: view.id, forwardTo, note: '' });
    },
  },
];

/** Everything that people do on memos. */
export const memoActs: readonly Act[] = [
  {
    name: 'propose',
    weight: 5,
    run: async (scene) => {
      const { pc, random, office } = scene;
      const staged = stagedDocument(scene);
      if (staged === null) return 'nothing';
      return ask(pc, 'memos.propose', {
        staged,
        subject: `${CANARY} nota ${random.below(1000)}`,
        number: '',
        date: null,
        securityClass: 'biasa',
        urgency: 'biasa',
        due: null,
        to: [random.pick(office.positions)],
        copies: random.chance(0.3) ? [random.pick(office.positions)] : [],
        chain: chain(scene),
        note: note(random),
        lossSeen: true,
      });
    },
  },
  {
    name: 'approve',
    weight: 9,
    run: async (scene) => {
      const view = await letterFor(scene, 'approve');
      if (view === null || view.memo === null) return 'nothing';
      const { revision } = view.memo;
      return ask(scene.pc, 'memos.approve', { letter: view.id, revision, note: '' });
    },
  },
  {
    name: 'sign',
    weight: 6,
    run: async (scene) => {
      const view = await letterFor(scene, 'sign');
      if (view === null || view.memo === null) return 'nothing';
      const { revision } = view.memo;
      return ask(scene.pc, 'memos.sign', { letter: view.id, revision, placement: null });
    },
  },
  {
    name: 'return-memo',
    weight: 8,
    run: async (scene) => {
      const view = await letterFor(scene, 'returnMemo');
      if (view === null || view.memo === null) return 'nothing';
      const { revision } = view.memo;
      return ask(scene.pc, 'memos.return', { letter: view.id, revision, note: note(scene.random) });
    },
  },
  {
    name: 'revise',
    weight: 10,
    run: async (scene) => {
      const view = await letterFor(scene, 'revise');
      const staged = stagedDocument(scene);
      if (view === null || staged === null) return 'nothing';
      return ask(scene.pc, 'memos.revise', {
        letter: view.id,
        staged,
        chain: chain(scene),
        note: '',
        lossSeen: true,
      });
    },
  },
  {
    name: 'withdraw',
    weight: 2,
    run: async (scene) => {
      const view = await letterFor(scene, 'withdraw');
      if (view === null) return 'nothing';
      return ask(scene.pc, 'memos.withdraw', { letter: view.id, note: note(scene.random) });
    },
  },
];

/** What is done about the office and at the PC. */
export const officeActs: readonly Act[] = [
  {
    name: 'set-unit',
    weight: 1,
    run: async (scene) => {
      const { pc, random } = scene;
      if (!mayTry(scene, ['admin'])) return 'nothing';
      return ask(pc, 'office.set-unit', { unit: null, name: `Seksi ${random.below(1000)}`, code: '' });
    },
  },
  {
    name: 'set-holder',
    weight: 8,
    run: async (scene) => {
      const { pc, random, office } = scene;
      if (!mayTry(scene, ['admin'])) return 'nothing';
      const people = [...pc.runtime.roster.current().people.keys()];
      const from = officeDay(pc.clock(), 'Asia/Jakarta');
      const until = officeDay(pc.clock() + random.below(4) * 86_400_000, 'Asia/Jakarta');
      return ask(pc, 'office.set-holder', {
        position: random.pick(office.positions),
        user: random.pick(people),
        standing: random.chance(0.8) ? 'dailyActing' : 'acting',
        from,
        until,
        decision: `SPT/${random.below(100)}`,
      });
    },
  },
  {
    name: 'lock',
    weight: 2,
    run: ({ pc }) => ask(pc, 'session.lock', undefined),
  },
  {
    name: 'unlock',
    weight: 6,
    run: async ({ pc }) => {
      if (pc.runtime.session?.userKeys != null) return 'nothing';
      await pc.unlock();
      return 'done';
    },
  },
];

/** Acts by name and weight; further features add theirs to the lists above. */
export const acts: readonly Act[] = [...letterActs, ...memoActs, ...officeActs];
