import type { MethodInput } from '#core/contract/methods.ts';

import { ask, letterFor, mayTry, note, someLetter, stagedDocument } from './act-scene.ts';
import type { Act, Action, Scene } from './act-scene.ts';
import { CANARY } from './canary.ts';

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
