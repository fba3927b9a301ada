import { officeDay } from '#core/office/office-day.ts';

import { ask, mayTry } from './act-scene.ts';
import type { Act } from './act-scene.ts';

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
    name: 'retire',
    weight: 2,
    run: async ({ pc, random }) => {
      if (random.chance(0.5)) return 'nothing';
      const ended = await ask(pc, 'session.retire', undefined);
      // Whoever signs in again begins a fresh log.
      if (ended === 'done') await pc.unlock();
      return ended;
    },
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
