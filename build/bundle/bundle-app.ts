import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../bootstrap/project.mjs';
import { say } from '../bootstrap/report.mjs';
import type { ElectronRuntime } from '../runtime/electron-runtime.ts';
import { type Part, partsFor } from './parts.ts';
import { sourceHash } from './source-hash.ts';

/** Where a part's source hash is noted. It is written last, so an interrupted build is built again. */
function noteOf(part: Part): string {
  return path.join(projectRoot, 'out', `${part.name}.sources`);
}

/**
 * Builds as for production, whoever asks: vite bundles React's development code when it finds NODE_ENV set to
 * something else, as a test runner sets it.
 */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * Bundles those of the app's four programs whose sources changed, into out/.
 *
 * @param runtime the Electron they will run on; another one bundles everything anew
 * @throws Error when a source does not compile; the message names the place
 */
export async function bundleApp(runtime: ElectronRuntime): Promise<void> {
  for (const part of partsFor(runtime)) {
    const hash = sourceHash(part.sources, [runtime.kind, runtime.version]);
    const note = noteOf(part);
    if (existsSync(note) && readFileSync(note, 'utf8') === hash) continue;
    say(`bundling ${part.name}`);
    // Built beside its place and then moved there, so that an app that is starting never sees half of it.
    const place = path.join(projectRoot, 'out', part.name);
    const fresh = `${place}.${process.pid}`;
    rmSync(note, { force: true });
    try {
      await inProduction(() =>
        build({ ...part.config, build: { ...part.config.build, outDir: fresh, emptyOutDir: true } }),
      );
      rmSync(place, { recursive: true, force: true });
      renameSync(fresh, place);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    writeFileSync(note, hash);
  }
}
