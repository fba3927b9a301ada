import { useEffect } from 'react';

import { useOffice } from '#renderer/lib/office/office-context.tsx';

/** How long a letter must stand before the eyes to count as read, in milliseconds. */
const DWELL = 1500;

/**
 * Tells the office that the letter was read, once somebody stayed on it. Passing by with j and k is not reading: the
 * sender sees "dibaca" and must be able to believe it.
 */
export function useReadMark(letter: string, isUnread: boolean): void {
  const office = useOffice();
  useEffect(() => {
    if (!isUnread) return;
    const timer = setTimeout(() => {
      if (document.hasFocus()) void office.call('letters.read', { letter });
    }, DWELL);
    return () => {
      clearTimeout(timer);
    };
  }, [office, letter, isUnread]);
}
