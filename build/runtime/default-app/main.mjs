/**
 * What the development runtime runs first: it loads the app folder named on the command line, as Electron's own
 * default app does. `electron [-r MODULE]… [SWITCH]… FOLDER [ARGUMENT]…`
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloads = [];
let folder;
const words = process.argv.slice(1);
while (words.length > 0 && folder === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
  else if (!word.startsWith('-')) folder = path.resolve(word);
}

const require = createRequire(import.meta.url);
for (const preload of preloads) require(preload);

if (folder === undefined) {
  process.stderr.write('Name the folder of the app: electron FOLDER\n');
  app.exit(2);
} else {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  // A script that is awaited here has run before the app is ready, as an installed app's main script has.
  await import(pathToFileURL(path.join(folder, manifest.main)).href);
}
