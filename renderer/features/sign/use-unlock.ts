import { useCallback, useState } from 'react';

import { useAct } from '#renderer/lib/office/use-act.ts';
import { useAsk } from '#renderer/lib/office/use-ask.ts';

export interface Unlock {
  readonly isUnlocked: boolean;
  readonly passphrase: string;
  readonly setPassphrase: (passphrase: string) => void;
  readonly isMissing: boolean;
  readonly isBusy: boolean;
  readonly error: ReturnType<typeof useAct<'session.unlock'>>['error'];
  /** Opens the user key if the idle lock closed it; true when binding acts may follow. */
  readonly unlock: () => Promise<boolean>;
}

/** Before a binding act: the passphrase if the session needs it. It leaves the page's memory as soon as it was used. */
export function useUnlock(): Unlock {
  const session = useAsk('session.state', undefined);
  const { run, error, isBusy, reset } = useAct('session.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [isMissing, setMissing] = useState(false);
  const me = session.data?.me ?? null;
  const isUnlocked = me?.unlocked ?? false;
  const unlock = useCallback(async () => {
    if (isUnlocked) return true;
    if (me === null) return false;
    setMissing(passphrase === '');
    if (passphrase === '') return false;
    const answer = await run({ user: me.user, passphrase });
    if (answer?.ok !== true) return false;
    setPassphrase('');
    return true;
  }, [isUnlocked, me, passphrase, run]);
  return {
    isUnlocked,
    passphrase,
    setPassphrase: (next) => {
      setMissing(false);
      reset();
      setPassphrase(next);
    },
    isMissing,
    isBusy,
    error,
    unlock,
  };
}
