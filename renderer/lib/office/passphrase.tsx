import { createContext, use, useCallback } from 'react';

import type { MethodInput, MethodName, MethodOutput } from '#core/contract/methods.ts';
import type { Result } from '#core/contract/result.ts';

import { useOffice } from './office-context.tsx';

/** What the key is opened for: the dialog says it. */
export type PassphrasePurpose = 'bind' | 'read';

/** Opens the passphrase dialog; true once the key is open, false when the person turned back. */
export type AskPassphrase = (purpose?: PassphrasePurpose) => Promise<boolean>;

export const PassphraseContext = createContext<AskPassphrase | null>(null);

/** What the engine answers when an act needs the person's key and it is closed. */
const closedKey: ReadonlySet<string> = new Set(['locked', 'passphrase-needed']);

/**
 * Calls a method that may bind: when the idle lock has closed the key, the passphrase is asked once and the call is
 * made again. Turning back answers what the engine said.
 */
export function useBinding(): <M extends MethodName>(
  method: M,
  input: MethodInput<M>,
) => Promise<Result<MethodOutput<M>>> {
  const office = useOffice();
  const ask = use(PassphraseContext);
  return useCallback(
    async (method, input) => {
      const first = await office.call(method, input);
      if (first.ok || !closedKey.has(first.error.code) || ask === null) return first;
      return (await ask()) ? office.call(method, input) : first;
    },
    [office, ask],
  );
}
