import type { LetterView } from '#core/contract/views.ts';

import { archiveActs } from './archive-acts.ts';
import { letterFor } from './act-scene.ts';
import type { Act, Action, Deeds, Outcome, Scene } from './act-scene.ts';
import { letterActs, letterDeeds } from './letter-acts.ts';
import { letterStates } from './letter-states.ts';
import { memoActs, memoDeeds } from './memo-acts.ts';
import { numberActs } from './number-acts.ts';
import { officeActs } from './office-acts.ts';

/** Everything that is done on a letter which is shown; a further feature adds its deeds. */
const deeds: Deeds = { ...letterDeeds, ...memoDeeds };

async function doDeed(scene: Scene, view: LetterView, action: Action): Promise<Outcome> {
  return (await deeds[action]?.act(scene, view)) ?? 'nothing';
}

const deedActs: readonly Act[] = (Object.keys(deeds) as Action[]).map((action) => ({
  name: action,
  weight: deeds[action]?.weight ?? 0,
  run: async (scene) => {
    const view = await letterFor(scene, action);
    return view === null ? 'nothing' : doDeed(scene, view, action);
  },
}));

/** Everybody turns to one letter before they hear of each other: where the conflict table begins. */
const rush: Act = {
  name: 'rush',
  weight: 9,
  run: async ({ pc, random, colleagues, planned }) => {
    const letters = letterStates(pc);
    const memos = letters.filter(({ memo }) => memo !== null && memo.stage !== 'issued');
    const chosen = memos.length > 0 && random.chance(0.7) ? memos : letters;
    if (chosen.length === 0) return 'nothing';
    const letter = random.pick(chosen).id;
    for (const colleague of colleagues) planned.push({ pc: colleague, letter });
    return 'nothing';
  },
};

/** Does on a letter one of the things that the person may do there now. */
export async function actOn(
  scene: Scene,
  letter: string,
): Promise<readonly [name: string, outcome: Outcome]> {
  const view = await scene.pc.call('letters.show', { letter });
  // Whoever withdraws a memo ends all that could happen on it.
  const isWanted = (action: Action) =>
    deeds[action] !== undefined && (action !== 'withdraw' || scene.random.chance(0.3));
  const offered = view.ok ? view.value.actions.filter(isWanted) : [];
  if (!view.ok || offered.length === 0) return ['rush', 'nothing'];
  const action = scene.random.pick(offered);
  return [action, await doDeed(scene, view.value, action)];
}

/** Acts by name and weight; a further feature adds its list. */
export const acts: readonly Act[] = [
  ...letterActs,
  ...memoActs,
  ...officeActs,
  ...numberActs,
  ...archiveActs,
  ...deedActs,
  rush,
];
