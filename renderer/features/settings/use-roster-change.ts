import { useState } from 'react';

import type { MethodInput } from '#core/contract/methods.ts';
import type { OfficeError } from '#core/contract/result.ts';
import { useUnlock } from '#renderer/features/sign/index.ts';
import { useAct } from '#renderer/lib/office/use-act.ts';

type Changing = 'office.set-unit' | 'office.add-position' | 'office.set-holder';
/** What a deputy asks of whoever writes the roster. */
export type AskedChange = MethodInput<'office.request'>['act'];

export interface RosterChange<M extends Changing> {
  /** The person asks for it; otherwise this PC does it. */
  readonly asks: boolean;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly unlock: ReturnType<typeof useUnlock>;
  readonly isBusy: boolean;
  readonly error: OfficeError | null;
  /** Does it, or sends the request; true when that is written. */
  readonly run: (input: MethodInput<M>, asked: AskedChange) => Promise<boolean>;
}

/** A change of the roster from one form: done where the roster is written, asked for by another admin. */
export function useRosterChange<M extends Changing>(method: M, asks: boolean): RosterChange<M> {
  const unlock = useUnlock();
  const direct = useAct(method);
  const request = useAct('office.request');
  const [note, setNote] = useState('');
  return {
    asks,
    note,
    setNote,
    unlock,
    isBusy: direct.isBusy || request.isBusy,
    error: asks ? request.error : direct.error,
    run: async (input, act) => {
      if (!(await unlock.unlock())) return false;
      const answer = asks ? await request.run({ act, note: note.trim() }) : await direct.run(input);
      return answer?.ok === true;
    },
  };
}
