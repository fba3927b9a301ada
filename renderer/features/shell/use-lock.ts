import { useCallback } from 'react';

import { useOffice } from '#renderer/lib/office/office-context.tsx';
import { useWords } from '#renderer/lib/words/use-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

import { shellWords } from './shell-words.ts';

/** Closes the person's key and says what that means: reading goes on, binding acts ask for the passphrase again. */
export function useLock(): () => Promise<void> {
  const office = useOffice();
  const t = useWords(shellWords);
  return useCallback(async () => {
    const result = await office.call('session.lock', undefined);
    if (result.ok) showToast({ text: t('lockedNow') });
  }, [office, t]);
}
