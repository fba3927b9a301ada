import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { settled } from './settled.ts';

/** What axe finds on the page as it stands: the rule, and where. Empty is what a test expects. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // The other mode opens a page of its own for its result, which an Electron window does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Everything that is wrong with the page as it stands, in both themes; leaves it light. */
export async function faultsInBothThemes(
  page: Page,
  looked?: (theme: string) => Promise<void>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    const found = [...(await accessibilityFaults(page)), ...(await cutOff(page))];
    faults.push(...found.map((fault) => `${colorScheme}: ${fault}`));
    await looked?.(colorScheme);
  }
  return faults;
}

/**
 * What a person cannot reach or read to its end: controls that lie outside the window or outside a box that does not
 * scroll, and words that end in the middle without an ellipsis or run out of their box.
 */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls =
      'button, a[href], input, textarea, select, [role="button"], [role="option"], h1, h2, footer';
    const named = (element: Element) => {
      const text = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName.toLowerCase()} "${text.trim().slice(0, 50)}"`;
    };
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    const isHidden = (element: Element, box: DOMRect) => {
      const style = getComputedStyle(element);
      const isForReadersOnly = box.width <= 1 || box.height <= 1;
      return (
        isForReadersOnly || style.visibility === 'hidden' || element.closest('[inert], [hidden]') !== null
      );
    };
    const faults: string[] = [];
    for (const element of document.querySelectorAll(controls)) {
      const box = element.getBoundingClientRect();
      if (isHidden(element, box)) continue;
      let [canScrollX, canScrollY] = [false, false];
      let isCut = false;
      let around = element.parentElement;
      for (; around !== null && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        // What is only for screen readers stands in a box of one pixel.
        if (frame.width <= 1 || frame.height <= 1) break;
        canScrollX ||= scrolls(overflowX);
        canScrollY ||= scrolls(overflowY);
        const outX = box.left < frame.left - 2 || box.right > frame.right + 2;
        const outY = box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
        if (!canScrollX && overflowX !== 'visible' && outX) isCut = true;
        if (!canScrollY && overflowY !== 'visible' && outY) isCut = true;
        if (position === 'fixed') break;
      }
      if (around !== null && getComputedStyle(around).position !== 'fixed' && around !== document.body)
        continue;
      const outX = box.left < -1 || box.right > innerWidth + 1;
      const outY = box.top < -1 || box.bottom > innerHeight + 1;
      if (isCut || (!canScrollX && outX) || (!canScrollY && outY)) faults.push(named(element));
    }
    for (const element of document.querySelectorAll('p, span, h1, h2, h3, button, a, td, th')) {
      const style = getComputedStyle(element);
      // Words that run over the next column are no better than words that are cut.
      const isClipped = element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis';
      const isBox = style.display !== 'inline' && element.clientWidth > 0 && element.textContent !== '';
      if (isClipped && isBox && !isHidden(element, element.getBoundingClientRect())) {
        faults.push(`text of ${named(element)}`);
      }
    }
    return faults;
  });
}
