import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { addCommandLine } from './command-line.ts';

/**
 * Runs after electron-builder has put a package together and before it flips the fuses: takes out what the runtime
 * brought for development, makes sure that exactly one native module is packed, and adds the command line.
 *
 * @throws Error when another number of native modules is there
 */
export function afterPack({ appOutDir, packager, electronPlatformName }: AfterPackContext): void {
  const resources = packager.getResourcesDir(appOutDir);
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  const native = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.node'),
  );
  const wanted = path.join('app.asar.unpacked', 'engine', 'better_sqlite3.node');
  if (native.length !== 1 || native[0] !== wanted) {
    throw new Error(
      `the package must hold ${wanted} and no other native module, it holds: ${native.join(', ')}`,
    );
  }
  const { executableName } = packager.config;
  if (electronPlatformName === 'linux' && executableName) addCommandLine(appOutDir, executableName);
}

// electron-builder takes a hook from the default export.
export default afterPack;
