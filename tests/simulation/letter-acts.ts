import type { MethodInput } from '#core/contract/methods.ts';
import type { LetterView } from '#core/contract/views.ts';

import { urgencies } from '#core/office/enums.ts';

import { ask, mayTry, note, someLetter, stagedDocument } from './act-scene.ts';
import type { Act, Deeds, Outcome, Scene } from './act-scene.ts';
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

/** Acknowledges, finishes or returns the part that the letter shows as one's own. */
async function onPart(
  { pc, random }: Scene,
  view: LetterView,
  method: 'letters.acknowledge' | 'letters.finish' | 'letters.return',
): Promise<Outcome> {
  const part = { letter: view.id, disposition: view.myDisposition };
  if (method === 'letters.acknowledge') return ask(pc, method, part);
  return ask(pc, method, { ...part, note: note(random) });
}

/** What people do on a letter that lies before them. */
export const letterDeeds: Deeds = {
  dispose: {
    weight: 16,
    act: (scene, view) =>
      ask(scene.pc, 'letters.dispose', {
        letter: view.id,
        parent: view.myDisposition,
        instructions: ['tindaklanjuti'],
        note: note(scene.random),
        due: null,
        recipients: recipients(scene, view.acting?.position),
      }),
  },
  recall: {
    weight: 5,
    act: async ({ pc, random }, view) => {
      const open = view.dispositions.filter((d) => d.recalled === null);
      if (open.length === 0) return 'nothing';
      return ask(pc, 'letters.recall', { letter: view.id, disposition: random.pick(open).id });
    },
  },
  acknowledge: { weight: 6, act: (scene, view) => onPart(scene, view, 'letters.acknowledge') },
  finish: { weight: 5, act: (scene, view) => onPart(scene, view, 'letters.finish') },
  return: { weight: 5, act: (scene, view) => onPart(scene, view, 'letters.return') },
  followUp: {
    weight: 6,
    act: async (scene, view) => {
      if (view.myDisposition === null) return 'nothing';
      const staged = scene.random.chance(0.3) ? stagedDocument(scene) : null;
      return ask(scene.pc, 'letters.follow-up', {
        letter: view.id,
        disposition: view.myDisposition,
        note: note(scene.random),
        attachments: staged === null ? [] : [staged],
      });
    },
  },
  noDisposition: {
    weight: 3,
    act: ({ pc, random }, view) => ask(pc, 'letters.no-disposition', { letter: view.id, note: note(random) }),
  },
  correct: {
    weight: 9,
    act: async ({ pc, random }, view) => {
      const fields = random.chance(0.6)
        ? { subject: `${CANARY} perbaikan ${random.below(1000)}` }
        : { number: `000.8/${random.below(500)}`, urgency: random.pick(urgencies) };
      return ask(pc, 'letters.correct', { letter: view.id, ...fields });
    },
  },
  settle: {
    weight: 8,
    act: async ({ pc, random }, { id, conflicts }) => {
      const mine = conflicts.filter((conflict) => conflict.maySettle);
      if (mine.length === 0) return 'nothing';
      const { field, sides } = random.pick(mine);
      const decision = { letter: id, keep: random.pick(sides).entry, note: note(random) };
      return field === null
        ? ask(pc, 'memos.settle', decision)
        : ask(pc, 'letters.settle', { ...decision, field });
    },
  },
  attach: {
    weight: 3,
    act: async (scene, view) => {
      const staged = stagedDocument(scene);
      return staged === null ? 'nothing' : ask(scene.pc, 'letters.attach', { letter: view.id, staged });
    },
  },
  forward: {
    weight: 8,
    act: ({ pc, random, office }, view) =>
      ask(pc, 'letters.forward', { letter: view.id, forwardTo: random.pick(office.positions), note: '' }),
  },
};

/** How letters come in and are opened. */
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
];
