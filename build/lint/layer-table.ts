/**
 * Who may import whom (the architecture's layer table), as data. A place is a folder or file relative to the
 * project's root; the longest fitting one is a file's zone.
 */
export interface Zone {
  /** Where its files lie: a folder, or with `*` in the last part only files directly there. */
  readonly place: string;
  /** Project folders that it may import from; its own is always allowed. */
  readonly project: readonly string[];
  /** npm packages that it may import: names, name prefixes ending in `*`, or `*` for any that is nobody's own. */
  readonly packages: readonly string[];
  /** Whether it may import Node's modules. */
  readonly node: boolean;
}

const anywhere = ['core', 'main', 'preload', 'renderer', 'resources', 'build', 'tests'];

export const zones: readonly Zone[] = [
  { place: 'core/contract', project: ['core'], packages: ['zod'], node: false },
  { place: 'core/office', project: ['core'], packages: ['zod'], node: false },
  { place: 'core/words', project: ['core'], packages: ['zod'], node: false },
  {
    place: 'main/app',
    project: ['core', 'main/ipc'],
    packages: ['electron', 'electron-updater', 'zod'],
    node: true,
  },
  { place: 'main/ipc', project: ['core/contract'], packages: ['electron'], node: false },
  { place: 'main/engine', project: ['core'], packages: ['*', 'better-sqlite3'], node: true },
  { place: 'main/cli', project: ['core', 'main/engine'], packages: ['commander', 'zod'], node: true },
  { place: 'preload', project: ['core/contract'], packages: ['electron'], node: false },
  { place: 'renderer/*', project: ['renderer', 'core'], packages: ['*'], node: false },
  {
    place: 'renderer/features',
    project: ['renderer/ui', 'renderer/lib', 'core'],
    packages: ['*'],
    node: false,
  },
  { place: 'renderer/ui', project: [], packages: ['*', 'react-aria-components'], node: false },
  { place: 'renderer/lib', project: ['core'], packages: ['*'], node: false },
  { place: 'resources', project: [], packages: [], node: false },
  { place: 'build', project: [], packages: ['*', 'electron'], node: true },
  {
    place: 'tests',
    project: anywhere,
    packages: ['*', 'electron', 'better-sqlite3', 'react-aria-components'],
    node: true,
  },
  { place: 'vitest.config.ts', project: ['build'], packages: ['*'], node: true },
];

/**
 * Packages that belong to few: `*` does not cover them. Patterns as in {@link Zone.packages}; each belongs to the
 * zones that name it, narrowed by {@link owners}.
 */
export const ownedPackages = [
  'electron',
  'better-sqlite3',
  'react-aria-components',
  'react-aria',
  'react-stately',
  '@react-aria/*',
  '@react-stately/*',
];

/** Modules with one owner inside their zone: in the zone, only these folders may import them. */
export const owners: readonly {
  readonly zone: string;
  readonly module: RegExp;
  readonly folders: readonly string[];
}[] = [
  { zone: 'main/engine', module: /^better-sqlite3$/, folders: ['main/engine/store'] },
  {
    // The log works on bytes, the api and the use cases on values: files are touched at the engine's edge only.
    zone: 'main/engine',
    module: /^(node:)?fs(\/promises)?$/,
    folders: [
      'main/engine/share',
      'main/engine/store',
      'main/engine/pdf',
      'main/engine/keys',
      'main/engine/sample',
      'main/engine/*',
    ],
  },
];

/** Names of the module `electron` that only one zone may use. */
export const ownedElectronNames: ReadonlyMap<string, string> = new Map([
  ['ipcMain', 'main/ipc'],
  ['MessageChannelMain', 'main/ipc'],
]);
