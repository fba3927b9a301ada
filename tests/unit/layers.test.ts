import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { projectRoot } from '#build/bootstrap/project.mjs';

/** An empty tree with the project's own lint configuration and rules, to plant files in. */
let tree = '';

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'nirkertas-layers-'));
  cpSync(path.join(projectRoot, '.oxlintrc.json'), path.join(tree, '.oxlintrc.json'));
  cpSync(path.join(projectRoot, 'build/lint'), path.join(tree, 'build/lint'), { recursive: true });
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(tree, 'node_modules'));
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
}

/** Plants files, lints the tree, takes them away, and answers what the layer rules said. */
function lint(files: Readonly<Record<string, string>>, rule: string): Finding[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), text);
  }
  const run = spawnSync(path.join(projectRoot, 'node_modules/.bin/oxlint'), ['--format=json'], {
    cwd: tree,
    encoding: 'utf8',
  });
  for (const name of Object.keys(files)) rmSync(path.join(tree, name));
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
  return diagnostics.filter((finding) => finding.code === `nirkertas(${rule})`);
}

/** One forbidden import for each row of the layer table, and for each module that has one owner. */
const violations: readonly [row: string, file: string, source: string][] = [
  ['core/contract imports zod and core only', 'core/contract/a.ts', `import 'commander';`],
  ['core/contract has no Node', 'core/contract/a.ts', `import 'node:fs';`],
  ['core/office imports zod and core only', 'core/office/a.ts', `import '#main/engine/engine.ts';`],
  ['core/office has no Node', 'core/office/a.ts', `import type { Buffer } from 'node:buffer';`],
  ['core/words imports core only', 'core/words/a.ts', `export * from '#renderer/lib/a.ts';`],
  ['main/app does not reach into the engine', 'main/app/a.ts', `import '#main/engine/engine.ts';`],
  ['main/app does not import the interface', 'main/app/a.ts', `import '#renderer/lib/a.ts';`],
  ['main/ipc imports the contract and electron', 'main/ipc/a.ts', `import '#core/office/roster.ts';`],
  ['main/ipc imports no other package', 'main/ipc/a.ts', `import 'zod';`],
  ['main/engine never imports electron', 'main/engine/api/a.ts', `import 'electron';`],
  ['main/engine does not import the shell', 'main/engine/api/a.ts', `import '#main/ipc/shell-calls.ts';`],
  ['main/cli imports core and engine', 'main/cli/a.ts', `import '#main/app/index.ts';`],
  ['main/cli has no database of its own', 'main/cli/a.ts', `import 'better-sqlite3';`],
  ['preload imports the contract and electron', 'preload/a.ts', `import '#core/office/roster.ts';`],
  ['preload has no Node', 'preload/a.ts', `import 'node:fs';`],
  ['a feature has no Node', 'renderer/features/home/a.ts', `import 'node:path';`],
  ['a feature does not import the engine', 'renderer/features/home/a.ts', `import '#main/engine/engine.ts';`],
  [
    'another feature only through its index',
    'renderer/features/home/a.ts',
    `import '#renderer/features/queue/row.tsx';`,
  ],
  ['also when it is named by a relative path', 'renderer/features/home/a.ts', `import '../queue/row.tsx';`],
  ['a feature takes primitives from ui', 'renderer/features/home/a.ts', `import 'react-aria-components';`],
  ['ui imports the component library only', 'renderer/ui/a.ts', `import '#core/office/roster.ts';`],
  ['ui does not import lib', 'renderer/ui/a.ts', `import '../lib/a.ts';`],
  ['lib imports core only', 'renderer/lib/a.ts', `import '#renderer/ui/button.tsx';`],
  ['lib has no component library', 'renderer/lib/a.ts', `import '@react-aria/focus';`],
  ['the entry of the interface has no Node', 'renderer/a.ts', `import 'node:fs';`],
  ['resources import nothing', 'resources/a.ts', `import 'zod';`],
  ['build has no app code', 'build/a.ts', `import '#core/office/roster.ts';`],
  ['nothing imports tests', 'main/engine/a.ts', `import '#tests/e2e/launch.ts';`],
  [
    'nothing imports tests, not even build',
    'build/a.ts',
    `export { launchApp } from '#tests/e2e/launch.ts';`,
  ],
  ['only main/ipc uses ipcMain', 'main/app/a.ts', `import { ipcMain } from 'electron'; ipcMain.handle('a');`],
  [
    'only main/ipc uses MessageChannelMain',
    'main/app/a.ts',
    `import * as electron from 'electron'; export const a = electron.MessageChannelMain;`,
  ],
  ['only the store imports better-sqlite3', 'main/engine/office/a.ts', `import 'better-sqlite3';`],
  ['the log works on bytes, not on files', 'main/engine/log/a.ts', `import 'node:fs';`],
  ['use cases work on values, not on files', 'main/engine/office/a.ts', `import 'node:fs/promises';`],
  ['a dynamic import counts', 'core/office/a.ts', `export const a = () => import('node:fs');`],
  ['an imported type counts', 'core/office/a.ts', `export type A = import('electron').App;`],
];

/** Each violation in a file of its own, all linted at once: starting the linter is what takes time. */
const planted = violations.map(
  ([, file, source], index) => [file.replace('/a.ts', `/planted-${index}.ts`), source] as const,
);

test('a planted violation of each row fails, at its own place', () => {
  const findings = lint(Object.fromEntries(planted), 'layers');
  const files = findings.map((finding) => finding.filename);
  const unseen = violations.filter((_violation, index) => !files.includes(planted[index]?.[0] ?? ''));
  expect(unseen.map(([row]) => row)).toEqual([]);
  expect(findings).toHaveLength(violations.length);
});

test('a source file in no zone fails', () => {
  const findings = lint(
    { 'main/stray.ts': 'export const a = 1;', 'stray/b.ts': 'export const b = 2;' },
    'layers',
  );
  expect(findings.map((finding) => finding.message).toSorted()).toEqual([
    'main/stray.ts lies in no zone of the layer table.',
    'stray/b.ts lies in no zone of the layer table.',
  ]);
});

test('what the table allows passes', () => {
  const allowed = {
    'core/office/a.ts': `import { z } from 'zod'; import '#core/contract/result.ts'; export const a = z;`,
    'main/app/a.ts': `import 'node:fs'; import { app } from 'electron'; import '#main/ipc/b.ts'; app.quit();`,
    'main/ipc/b.ts': `import { ipcMain } from 'electron'; import '#core/contract/shell.ts'; ipcMain.on('a');`,
    'main/engine/store/a.ts': `import 'better-sqlite3'; import 'node:fs'; import '../../../core/office/a.ts';`,
    'main/cli/a.ts': `import 'commander'; import '#main/engine/engine.ts'; import '#core/office/a.ts';`,
    'preload/a.ts': `import 'electron'; import '#core/contract/shell.ts';`,
    'renderer/features/home/a.tsx': `import 'react'; import '#renderer/ui/a.ts'; import '../queue/index.ts';`,
    'renderer/ui/a.tsx': `import 'react-aria-components'; import './b.tsx';`,
    'renderer/lib/a.ts': `import '#core/contract/shell.ts'; import 'i18next';`,
    'renderer/main.tsx': `import '#renderer/features/home/index.ts'; import '#renderer/ui/a.tsx';`,
    'tests/unit/a.test.ts': `import '#main/engine/engine.ts'; import 'electron'; import '#tests/e2e/launch.ts';`,
  };
  expect(lint(allowed, 'layers')).toEqual([]);
});

test('the project itself passes', () => {
  const run = spawnSync(path.join(projectRoot, 'node_modules/.bin/oxlint'), ['--format=json'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
  expect(diagnostics.filter((finding) => finding.code.startsWith('nirkertas('))).toEqual([]);
});

test('text that a person reads comes from the words', () => {
  const refusedOf = (pieces: readonly string[]) => {
    const file = (index: number) => `renderer/features/home/piece-${index}.tsx`;
    const files = pieces.map((jsx, index) => [file(index), `export const A = () => ${jsx};`] as const);
    const found = lint(Object.fromEntries(files), 'no-untranslated').map((finding) => finding.filename);
    return pieces.filter((_jsx, index) => found.includes(file(index)));
  };
  const refused = [
    '<p>Surat masuk</p>',
    '<p>{"Surat masuk"}</p>',
    '<p>{open ? "terbuka" : t("closed")}</p>',
    '<p>{`${count} surat`}</p>',
    '<button aria-label="Tutup" />',
    '<input placeholder={"Cari"} />',
    '<img alt={name + " foto"} />',
  ];
  const accepted = [
    '<p>{t("incoming")}</p>',
    '<p>{count} · {"/"}</p>',
    '<kbd>Ctrl</kbd>',
    '<p className="text-meta" data-kind="surat">{t("a")}</p>',
    '<button aria-label={t("close")} />',
    '<h1>Nirkertas</h1>',
  ];
  expect(refusedOf([...refused, ...accepted])).toEqual(refused);
});

test('the table that the rule enforces names every folder of the project', () => {
  const { imports } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  const folders = Object.keys(imports).map((name) => name.replace(/^#(.*)\/\*$/, '$1'));
  const strays = Object.fromEntries(folders.map((folder) => [`${folder}/stray/a.ts`, 'export const a = 1;']));
  const unplaced = lint(strays, 'layers').map((finding) => finding.filename.split('/')[0]);
  // These have their zones deeper; the others take any file of theirs.
  expect(unplaced.toSorted()).toEqual(['core', 'main', 'renderer']);
});
