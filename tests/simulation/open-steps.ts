import { currentStep } from '#core/office/letter-reducers-memo.ts';
import type { LetterState, MemoState } from '#core/office/letter-state.ts';

/** A memo that waits for somebody's initials. */
export interface Step {
  readonly letter: LetterState;
  readonly memo: MemoState;
  readonly position: string;
  readonly index: number;
}

/** Memos that wait for initials now, and whose turn it is. */
export function openSteps(letters: readonly LetterState[]): readonly Step[] {
  return letters.flatMap((letter): Step[] => {
    const { memo } = letter;
    if (memo === null || memo.stage !== 'inChain') return [];
    const index = currentStep(memo);
    const step = memo.chain[index];
    return step?.role === 'initials' ? [{ letter, memo, index, position: step.position }] : [];
  });
}
