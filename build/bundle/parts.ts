import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { projectRoot } from '../bootstrap/project.mjs';
import type { ElectronRuntime } from '../runtime/electron-runtime.ts';
import { fileReferences } from './file-references.ts';
import { nativeSqlite } from './native-sqlite.ts';

/** One program of the app, which runs in a process of its own kind. */
export interface Part {
  readonly name: 'main' | 'engine' | 'preload' | 'renderer';
  /** What its result depends on, relative to the project's root. */
  readonly sources: readonly string[];
  readonly config: InlineConfig;
}

/** The oldest engines that the bundles must run on: the development runtime's Node 20.18 and Chromium 130. */
const oldestNode = 'node20.18';
const oldestChromium = 'chrome130';

/** Each bundle carries the licences of what is bundled into it. */
const licences = { fileName: 'licences.md' };

const shared = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  root: projectRoot,
} satisfies InlineConfig;

function nodePart(entries: readonly string[], format: 'es' | 'cjs', rest: InlineConfig = {}): InlineConfig {
  const extension = format === 'es' ? 'js' : 'cjs';
  return {
    ...shared,
    ...rest,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      ssrEmitAssets: true,
      license: licences,
      target: oldestNode,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          entries.map((entry) => [path.basename(entry, '.ts'), path.join(projectRoot, entry)]),
        ),
        external: ['electron'],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
}

/**
 * The four programs and how each is bundled. Every dependency is bundled in, so that `out/` and package.json are
 * the whole app.
 *
 * @param runtime the Electron they will run on
 */
export function partsFor(runtime: ElectronRuntime): Part[] {
  const always = ['core', 'build/bundle', 'package-lock.json', 'package.json'];
  return [
    {
      name: 'main',
      sources: [...always, 'main/app', 'main/ipc', 'resources/icons'],
      config: nodePart(['main/app/index.ts'], 'es', {
        define: { runtimeKind: JSON.stringify(runtime.kind) },
        plugins: [fileReferences()],
      }),
    },
    {
      name: 'engine',
      sources: [...always, 'main/engine', 'main/cli', 'resources'],
      config: nodePart(['main/engine/process.ts', 'main/cli/installed-cli.ts'], 'es', {
        plugins: [nativeSqlite(runtime), fileReferences()],
      }),
    },
    {
      name: 'preload',
      sources: [...always, 'preload'],
      config: nodePart(['preload/index.ts'], 'cjs'),
    },
    {
      name: 'renderer',
      sources: [...always, 'renderer', 'resources'],
      config: {
        ...shared,
        root: path.join(projectRoot, 'renderer'),
        base: './',
        plugins: [react(), tailwindcss()],
        build: {
          target: oldestChromium,
          license: licences,
          rolldownOptions: {
            input: ['index.html', 'print.html'].map((page) => path.join(projectRoot, 'renderer', page)),
          },
          // Inlined files would need `data:` in the page's content security policy.
          assetsInlineLimit: 0,
          chunkSizeWarningLimit: 4096,
        },
      },
    },
  ];
}
