import type { MethodName } from '#core/contract/methods.ts';
import { fail } from '#core/contract/result.ts';

import { approveMemo, proposeMemo, returnMemo, reviseMemo, withdrawMemo } from '../office/memos.ts';
import { settleMemo } from '../office/settling.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

export const memoHandlers: Handlers<Extract<MethodName, `memos.${string}`>> = {
  'memos.propose': withOffice((office, input, engine) => proposeMemo(office, engine.pdf, input)),
  'memos.revise': withOffice((office, input, engine) => reviseMemo(office, engine.pdf, input)),
  'memos.approve': withOffice(approveMemo),
  'memos.sign': withOffice(async (office, input, engine) => {
    // What reads and makes certificates is large and not needed to start.
    const { signMemo } = await import('../office/sign-memo.ts');
    return signMemo(office, engine.pdf, input);
  }),
  'memos.return': withOffice((office, input) =>
    input.note.trim() === '' ? fail('input-invalid', { field: 'note' }) : returnMemo(office, input),
  ),
  'memos.settle': withOffice(settleMemo),
  'memos.withdraw': withOffice((office, input) => withdrawMemo(office, input.letter, input.note)),
};
