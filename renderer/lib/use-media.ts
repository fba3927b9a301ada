import { useSyncExternalStore } from 'react';

/** Widths of the window, in CSS pixels, below which the layout folds; a 200 % zoom halves them, too. */
export const widths = { narrowRail: 1100, foldedTrail: 1100, onePane: 760 } as const;

/** Whether the window is narrower than a width, in CSS pixels. */
export function useNarrowerThan(width: number): boolean {
  return useMedia(`(width < ${width}px)`);
}

/** Whether the window is at least as tall as a height, in CSS pixels. */
export function useAsTallAs(height: number): boolean {
  return useMedia(`(height >= ${height}px)`);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => {
        media.removeEventListener('change', listener);
      };
    },
    () => matchMedia(query).matches,
  );
}
