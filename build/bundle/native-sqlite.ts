import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { ElectronRuntime } from '../runtime/electron-runtime.ts';

const nativeName = 'better_sqlite3.node';
const loaderId = '\0native-sqlite-loader';

/**
 * Bundles the better-sqlite3 that fits the runtime and puts its native part beside the bundle under one name, so
 * that exactly one native module is ever packed. Version 13 requires `../prebuilds/<target>.node`; version 11 asks
 * the package `bindings` for it.
 */
export function nativeSqlite(runtime: Pick<ElectronRuntime, 'sqliteEntry' | 'sqliteNative'>): Plugin {
  return {
    name: 'nirkertas-native-sqlite',
    enforce: 'pre',
    resolveId(source) {
      if (source === 'better-sqlite3') return runtime.sqliteEntry;
      if (source === 'bindings' || source.endsWith('.node')) return loaderId;
      return undefined;
    },
    load(id) {
      if (id !== loaderId) return undefined;
      const byVersion = runtime.sqliteNative.includes('prebuilds') ? 'native' : '() => native';
      return [
        `import { createRequire } from 'node:module';`,
        `const native = createRequire(import.meta.url)('./${nativeName}');`,
        `export { exported as 'module.exports' };`,
        `const exported = ${byVersion};`,
      ].join('\n');
    },
    buildStart() {
      this.emitFile({ type: 'asset', fileName: nativeName, source: readFileSync(runtime.sqliteNative) });
    },
  };
}
