import type { ReactNode } from 'react';

/** The letterhead's double rule (2 px, gap 1, 1 px). It closes the heading of a screen, once per surface. */
export function GarisKop(): ReactNode {
  return <div aria-hidden className="h-1 shrink-0 border-t-2 border-b border-kop" />;
}
