import type { MethodName } from '#core/contract/methods.ts';
import { fail } from '#core/contract/result.ts';

import { approveMemo, proposeMemo, returnMemo, reviseMemo, withdrawMemo } from '../office/memos.ts';
import { signMemo } from '../office/sign-memo.ts';
import type { Handlers } from './handlers.ts';
import { withOffice } from './letter-handlers.ts';

export const memoHandlers: Handlers<Extract<MethodName, `memos.${string}`>> = {
  'memos.propose': withOffice((office, input, engine) => proposeMemo(office, engine.pdf, input)),
  'memos.revise': withOffice((office, input, engine) => reviseMemo(office, engine.pdf, input)),
  'memos.approve': withOffice(approveMemo),
  'memos.sign': withOffice((office, input, engine) => signMemo(office, engine.pdf, input)),
  'memos.return': withOffice((office, input) =>
    input.note.trim() === '' ? fail('input-invalid', { field: 'note' }) : returnMemo(office, input),
  ),
  'memos.withdraw': withOffice((office, input) => withdrawMemo(office, input.letter, input.note)),
};
