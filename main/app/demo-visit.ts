import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app } from 'electron';

import type { EngineOptions } from '#core/contract/engine-process.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';

/** A visit to the sample office from an app that was opened on a real data folder. */
export interface DemoVisit {
  /** The data folder in use. */
  readonly dir: string;
  readonly isDemo: boolean;
  /** False when the whole app was started for the sample office. */
  readonly canLeave: boolean;
  /** Opens a fresh sample office in a throw-away folder; the real data folder is closed meanwhile. */
  enter(): Promise<void>;
  /** Throws the sample office away and opens the real data folder again. */
  leave(): Promise<void>;
}

/** @param home what the app was opened on */
export function demoVisits(home: EngineOptions, engine: EngineSupervisor): DemoVisit {
  let visited: string | null = null;

  function discard(): void {
    if (visited !== null) rmSync(visited, { recursive: true, force: true });
    visited = null;
  }
  app.on('quit', discard);

  return {
    get dir() {
      return visited ?? home.dir;
    },
    get isDemo() {
      return home.demo || visited !== null;
    },
    get canLeave() {
      return visited !== null;
    },
    async enter() {
      if (home.demo || visited !== null) return;
      visited = mkdtempSync(path.join(tmpdir(), 'nirkertas-demo-'));
      await engine.move({ ...home, dir: visited, share: null, demo: true });
    },
    async leave() {
      if (visited === null) return;
      const left = visited;
      visited = null;
      await engine.move(home);
      rmSync(left, { recursive: true, force: true });
    },
  };
}
