import { expect, test } from 'vitest';

import { placeWindow } from '#main/app/window-place.ts';

const small = { x: 0, y: 0, width: 1366, height: 728 };
const large = { x: 1366, y: 0, width: 1920, height: 1040 };

test('the first window is 1366 by 768, cut to what the screen shows beside its taskbar', () => {
  expect(placeWindow(null, [large])).toEqual({ width: 1366, height: 768 });
  expect(placeWindow(null, [small])).toEqual({ width: 1366, height: 728 });
});

test('it opens where it was', () => {
  const remembered = { x: 1500, y: 100, width: 1400, height: 900, maximized: false };
  expect(placeWindow(remembered, [small, large])).toEqual({ x: 1500, y: 100, width: 1400, height: 900 });
});

test('a place on a screen that is gone is forgotten', () => {
  const remembered = { x: 1500, y: 100, width: 1400, height: 900, maximized: false };
  expect(placeWindow(remembered, [small])).toEqual({ width: 1366, height: 728 });
});

test('it is never smaller than the interface can stand', () => {
  const remembered = { x: 10, y: 10, width: 300, height: 200, maximized: false };
  expect(placeWindow(remembered, [small])).toEqual({ x: 10, y: 10, width: 1024, height: 680 });
});
