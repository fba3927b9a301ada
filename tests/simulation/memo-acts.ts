import type { MethodInput } from '#core/contract/methods.ts';

import { ask, letterFor, note, stagedDocument } from './act-scene.ts';
import type { Act, Scene } from './act-scene.ts';
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
