import { useCallback, useRef, useState } from 'react';

import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { OfficeError, Result } from '#core/contract/result.ts';

import { useBinding } from './passphrase.tsx';

export interface Act<M extends MethodName> {
  /** Calls the method; a second call while the first runs is refused by returning null. */
  readonly run: (input: MethodInput<M>) => Promise<Result<MethodOutput<M>> | null>;
  readonly isBusy: boolean;
  /** The last failure, until the next try. */
  readonly error: OfficeError | null;
  readonly reset: () => void;
}

/**
 * An act of the person: runs once at a time, asks for the passphrase where the key is closed, and keeps its failure
 * for the place where the hand is.
 */
export function useAct<M extends MethodName>(method: M): Act<M> {
  const call = useBinding();
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<OfficeError | null>(null);
  const run = useCallback(
    async (input: MethodInput<M>) => {
      if (isRunning.current) return null;
      isRunning.current = true;
      setBusy(true);
      setError(null);
      try {
        const result = await call(method, input);
        if (!result.ok) setError(result.error);
        return result;
      } finally {
        isRunning.current = false;
        setBusy(false);
      }
    },
    [method, call],
  );
  const reset = useCallback(() => {
    setError(null);
  }, []);
  return { run, isBusy, error, reset };
}
