import type { Rectangle } from 'electron';

import type { ShellMemory } from './shell-memory.ts';

export const smallestWindow = { width: 1024, height: 680 };
export const firstWindow = { width: 1366, height: 768 };

/** How much of a remembered window must still be on a screen to put it there again, in pixels. */
const visibleEnough = 120;

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}

/**
 * Where the window opens: where it was, if a screen is still there; else in the middle at its first size, cut to
 * what the screen can show.
 *
 * @param remembered the last place, or null
 * @param screens the work areas of the screens, the first one's first
 */
export function placeWindow(
  remembered: ShellMemory['window'],
  screens: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  if (remembered) {
    const isVisible = screens.some((screen) => {
      const shown = overlap(remembered, screen);
      return shown.width >= visibleEnough && shown.height >= visibleEnough;
    });
    const { x, y } = remembered;
    const width = Math.max(remembered.width, smallestWindow.width);
    const height = Math.max(remembered.height, smallestWindow.height);
    if (isVisible) return { x, y, width, height };
  }
  const screen = screens[0] ?? { ...firstWindow };
  return {
    width: Math.max(smallestWindow.width, Math.min(firstWindow.width, screen.width)),
    height: Math.max(smallestWindow.height, Math.min(firstWindow.height, screen.height)),
  };
}
