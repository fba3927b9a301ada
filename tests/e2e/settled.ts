import type { Page } from 'playwright-core';

/** Waits until nothing moves any more: fonts are there, pages are drawn, what slides has arrived. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const papers = [...document.querySelectorAll('.shadow-paper > .pdf-dim')].flatMap(({ parentElement }) => {
      const box = parentElement?.getBoundingClientRect();
      return box !== undefined && box.bottom > 0 && box.top < innerHeight ? [parentElement] : [];
    });
    const moving = document.getAnimations().filter((animation) => {
      const { iterations = 1 } = animation.effect?.getTiming() ?? {};
      return animation.playState === 'running' && iterations !== Infinity;
    });
    const drawn = papers.every((paper) => (paper?.querySelector('canvas')?.width ?? 0) > 1);
    const busy = document.querySelector('[aria-busy="true"]') !== null;
    return document.fonts.status === 'loaded' && drawn && moving.length === 0 && !busy;
  });
}
