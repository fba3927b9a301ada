/** Bundles what changed, without opening anything: `npm run bundle`. */
import { bundleApp } from '../bundle/bundle-app.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';

await bundleApp(await electronRuntime());
