/** Bundles what changed, without opening anything: `npm run bundle`. */
import { stopAtErrors } from '../bootstrap/report.mjs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { electronRuntime } from '../runtime/electron-runtime.ts';

stopAtErrors();
await bundleApp(await electronRuntime());
