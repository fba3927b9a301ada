import { bundleApp } from '#build/bundle/bundle-app.ts';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { openVirtualScreen, virtualScreenSize } from '#build/runtime/virtual-screen.ts';
import { launchApp } from '#tests/e2e/launch.ts';
await bundleApp(await electronRuntime());
const screen = await openVirtualScreen(virtualScreenSize);
Object.assign(process.env, screen.environment);
const running = await launchApp({ args: ['--demo'] });
const { page } = running;
const out = '/tmp/nk/ui2-harness/real-';
try {
  await page.waitForSelector('h1', { timeout: 90000 });
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `${out}start.png` });
  for (const [name, hash] of [['home', '#/'], ['settings', '#/settings/people'], ['sync', '#/sync'], ['memo', '#/memo/new'], ['register', '#/register'], ['person', '#/settings/person']] as const) {
    await page.evaluate((h) => { location.hash = h; }, hash);
    await page.waitForTimeout(2000);
    await page.screenshot({ path: `${out}${name}.png` });
  }
} catch (error) { console.log(String(error)); await page.screenshot({ path: `${out}error.png` }); } finally {
  console.log(running.complaints.slice(0, 10));
  await running.close();
  screen.close();
}
