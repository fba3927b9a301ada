import type { Act } from './act-scene.ts';
import { letterActs } from './letter-acts.ts';
import { memoActs } from './memo-acts.ts';
import { officeActs } from './office-acts.ts';

/** Acts by name and weight; a further feature adds its list. */
export const acts: readonly Act[] = [...letterActs, ...memoActs, ...officeActs];
