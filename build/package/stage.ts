import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';
import type { AppName } from './app-name.ts';

const parts = ['main', 'engine', 'preload', 'renderer'];

function readManifest(): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
}

/**
 * Puts together the app as it is packed: the four bundles, a package.json without dependencies, the licences.
 *
 * @param folder where to, emptied first
 * @param name what this build is called
 */
export function stageApp(folder: string, name: AppName): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) {
    cpSync(path.join(projectRoot, 'out', part), path.join(folder, part), { recursive: true });
  }
  const { version, description, license } = readManifest();
  const manifest = {
    name: name.package,
    productName: name.product,
    version,
    description,
    license,
    author: 'Nirkertas contributors',
    homepage: 'https://nirkertas.invalid',
    type: 'module',
    main: 'main/index.js',
    // Lets the desktop know which window belongs to which entry.
    desktopName: `${name.package}.desktop`,
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  // Each bundle has the licences of its npm packages in licences.md; these are of what is no package's code.
  const licences = [
    'LICENSE',
    'node_modules/@fontsource/ibm-plex-sans/LICENSE',
    ...readdirSync(path.join(projectRoot, 'resources/fonts'))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => `resources/fonts/${file}`),
  ];
  for (const file of licences.filter((one) => existsSync(path.join(projectRoot, one)))) {
    cpSync(path.join(projectRoot, file), path.join(folder, 'licences', file.replaceAll('/', '-')));
  }
}
