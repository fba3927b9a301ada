import { bundleApp } from '#build/bundle/bundle-app.ts';
import { electronRuntime } from '#build/runtime/electron-runtime.ts';
import { openVirtualScreen, virtualScreenSize } from '#build/runtime/virtual-screen.ts';

/**
 * Once before all e2e tests: an Electron, the bundled app, and a screen of a known size, also where there is a real
 * one.
 *
 * @returns what takes the screen away again
 */
export async function setup(): Promise<() => void> {
  await bundleApp(await electronRuntime());
  const screen = await openVirtualScreen(virtualScreenSize);
  Object.assign(process.env, screen.environment);
  return () => screen.close();
}
