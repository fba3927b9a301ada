import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function writeScript(file: string, text: string): string {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

/**
 * Puts `nirkertas-cli` beside the program of an unpacked Linux app: the same program, told to open no window. It shows
 * no page, so it needs neither a screen nor Chromium's sandbox, which root could not start.
 *
 * @param folder of the unpacked app
 * @param program name of its executable
 */
export function addCommandLine(folder: string, program: string): void {
  writeScript(
    path.join(folder, `${program}-cli`),
    `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/${program}" --no-sandbox --ozone-platform=headless --disable-gpu --log-level=3 --nirkertas-cli "$@"
`,
  );
}

/**
 * Writes what a package puts into /usr/bin, so that an administrator types `nirkertas-cli` anywhere.
 *
 * @param folder to write it to
 * @param product name of the app's folder in /opt
 * @param program name of its executable
 * @returns where it goes, as `FROM=TO`
 */
export function installedCommandLine(folder: string, product: string, program: string): string {
  const name = `${program}-cli`;
  const script = writeScript(path.join(folder, name), `#!/bin/sh\nexec "/opt/${product}/${name}" "$@"\n`);
  return `${script}=/usr/bin/${name}`;
}
