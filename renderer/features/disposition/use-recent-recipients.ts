import { useCallback } from 'react';
import { z } from 'zod';

import { useDraft } from '#renderer/lib/office/use-draft.ts';

const kept = z.array(z.string());
const LIMIT = 8;
const none: readonly string[] = [];

/** The positions last disposed to on this PC, newest first. */
export function useRecentRecipients(): {
  readonly recent: readonly string[];
  readonly remember: (positions: readonly string[]) => void;
} {
  const { value, set } = useDraft<readonly string[]>('recent-recipients', [], (stored) => {
    const parsed = kept.safeParse(stored);
    return parsed.success ? parsed.data : null;
  });
  const recent = value ?? none;
  const remember = useCallback(
    (positions: readonly string[]) => {
      set([...new Set([...positions, ...recent])].slice(0, LIMIT));
    },
    [recent, set],
  );
  return { recent, remember };
}
