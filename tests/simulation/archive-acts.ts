import { ask, mayTry, note } from './act-scene.ts';
import type { Act } from './act-scene.ts';
import { letterStates } from './letter-states.ts';

/** What is done about the office's documents: who keeps them, and what is destroyed. */
export const archiveActs: readonly Act[] = [
  {
    name: 'keep the archive',
    weight: 2,
    run: async ({ pc, random }) => ask(pc, 'sync.keep-archive', { keeps: random.chance(0.7) }),
  },
  {
    name: 'propose destruction',
    weight: 3,
    run: async (scene) => {
      const { pc, random } = scene;
      const letters = letterStates(pc);
      if (letters.length === 0 || !mayTry(scene, ['tu', 'admin'])) return 'nothing';
      return ask(pc, 'letters.propose-destruction', {
        letter: random.pick(letters).id,
        decision: `045.5/${random.below(9)}`,
        note: note(random),
      });
    },
  },
  {
    name: 'destroy',
    weight: 4,
    run: async (scene) => {
      const { pc, random } = scene;
      if (!mayTry(scene, ['pimpinan'])) return 'nothing';
      const open = letterStates(pc).flatMap(({ id, destructions }) =>
        destructions.flatMap((d) =>
          d.destroyed === null ? [{ letter: id, proposal: d.proposed.entry }] : [],
        ),
      );
      return open.length === 0 ? 'nothing' : ask(pc, 'letters.destroy', { ...random.pick(open), note: '' });
    },
  },
];
