import type { MethodInput } from '#core/contract/methods.ts';

import { ask, note, stagedDocument } from './act-scene.ts';
import type { Act, Deeds, Scene } from './act-scene.ts';
import { CANARY } from './canary.ts';

function chain({ random, office }: Scene): MethodInput<'memos.propose'>['chain'] {
  const step = (role: 'initials' | 'signature') => ({
    role,
    position: random.pick(office.positions),
    placement: null,
  });
  const initials = Array.from({ length: random.below(3) }, () => step('initials'));
  return [...initials, step('signature'), ...(random.chance(0.3) ? [step('signature')] : [])];
}

/** What people do on a memo whose turn is theirs. */
export const memoDeeds: Deeds = {
  approve: {
    weight: 9,
    act: async ({ pc }, { id, memo }) =>
      memo === null ? 'nothing' : ask(pc, 'memos.approve', { letter: id, revision: memo.revision, note: '' }),
  },
  sign: {
    weight: 6,
    act: async ({ pc }, { id, memo }) =>
      memo === null
        ? 'nothing'
        : ask(pc, 'memos.sign', { letter: id, revision: memo.revision, placement: null }),
  },
  returnMemo: {
    weight: 8,
    act: async ({ pc, random }, { id, memo }) =>
      memo === null
        ? 'nothing'
        : ask(pc, 'memos.return', { letter: id, revision: memo.revision, note: note(random) }),
  },
  revise: {
    weight: 10,
    act: async (scene, { id }) => {
      const staged = stagedDocument(scene);
      if (staged === null) return 'nothing';
      const revision = { letter: id, staged, chain: chain(scene), note: '', lossSeen: true };
      return ask(scene.pc, 'memos.revise', revision);
    },
  },
  withdraw: {
    weight: 2,
    act: ({ pc, random }, { id }) => ask(pc, 'memos.withdraw', { letter: id, note: note(random) }),
  },
};

/** How memos come to be. */
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
];
