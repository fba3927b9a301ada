import type { Placement } from '#core/office/letter-acts.ts';

/** PDF points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** The size of a stamp before anybody changes it, in points (about 82 by 22 mm), as the engine places it. */
export const STAMP_SIZE = { width: 232, height: 62 } as const;
/** Narrowest stamp: below it the engine refuses, since QR and text would not stay readable on paper. */
export const STAMP_MIN_WIDTH = 150;

/** A page in points as it is shown, origin in its lower left corner. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A rectangle on the screen in CSS pixels from the page's upper left corner. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** The nearest place at which the whole stamp lies on the page. */
export function keepOnPage(placement: Placement, page: PageSize): Placement {
  const width = Math.min(placement.width, page.width);
  const height = Math.min(placement.height, page.height);
  return {
    ...placement,
    width,
    height,
    x: clamp(placement.x, 0, page.width - width),
    y: clamp(placement.y, 0, page.height - height),
  };
}

/** Moves by points, right and up positive, and stays on the page. */
export function movedBy(placement: Placement, dx: number, dy: number, page: PageSize): Placement {
  return keepOnPage({ ...placement, x: placement.x + dx, y: placement.y + dy }, page);
}

/** Widens or narrows with the proportions kept and the upper left corner held. */
export function widenedBy(placement: Placement, dx: number, page: PageSize): Placement {
  const widest = Math.min(
    page.width - placement.x,
    ((placement.y + placement.height) * placement.width) / placement.height,
  );
  const width = clamp(placement.width + dx, Math.min(STAMP_MIN_WIDTH, placement.width), widest);
  const height = (placement.height * width) / placement.width;
  return { ...placement, width, height, y: placement.y + placement.height - height };
}

/** Where the stamp stands on the screen at `scale` CSS pixels a point. */
export function onScreen(placement: Placement, page: PageSize, scale: number): ScreenBox {
  return {
    left: placement.x * scale,
    top: (page.height - placement.y - placement.height) * scale,
    width: placement.width * scale,
    height: placement.height * scale,
  };
}

/** Room below and beside a stamp that nobody placed, and between two of them, in points; as the engine has it. */
const MARGIN = 56;
const GAP = 14;

/**
 * Where a stamp stands before anybody moves it: lower right, where Indonesian letters are signed, the last signatory
 * lowest. `above` counts the stamps below this one.
 */
export function defaultPlacement(page: number, size: PageSize, above: number): Placement {
  const width = Math.min(STAMP_SIZE.width, size.width - 2 * MARGIN);
  return keepOnPage(
    {
      page,
      x: size.width - MARGIN - width,
      y: MARGIN + above * (STAMP_SIZE.height + GAP),
      width,
      height: STAMP_SIZE.height,
    },
    size,
  );
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Points by which an arrow key moves a stamp: 1 mm, with Shift 10 mm; null for other keys. */
export function arrowStep(key: string, shift: boolean): readonly [number, number] | null {
  const direction = arrows[key];
  if (direction === undefined) return null;
  const step = (shift ? 10 : 1) * POINTS_PER_MM;
  return [direction[0] * step, direction[1] * step];
}

/** Millimetres from the left and lower edge, rounded, for the screen reader and the caption. */
export function inMillimetres(placement: Placement): { readonly left: number; readonly bottom: number } {
  return {
    left: Math.round(placement.x / POINTS_PER_MM),
    bottom: Math.round(placement.y / POINTS_PER_MM),
  };
}
