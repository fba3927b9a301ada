import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const reference = /new URL\(\s*['"](\.{1,2}\/[^'"]+)['"]\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/**
 * Makes `new URL('./worker.ts', import.meta.url)` true in the bundle as it is in the sources: a script becomes an
 * entry of its own beside the bundle, any other file is copied there. Vite does this for pages only.
 */
export function fileReferences(): Plugin {
  return {
    name: 'nirkertas-file-references',
    transform(code, id) {
      if (!code.includes('import.meta.url') || id.includes('node_modules')) return undefined;
      const replaced = code.replaceAll(reference, (_whole, relative: string) => {
        const file = path.resolve(path.dirname(id), relative);
        const isScript = /\.[mc]?ts$/.test(file);
        const name = isScript ? path.basename(file).replace(/\.[mc]?ts$/, '.js') : path.basename(file);
        if (isScript) this.emitFile({ type: 'chunk', id: file, fileName: name });
        else this.emitFile({ type: 'asset', fileName: name, source: readFileSync(file) });
        return `new URL('./${name}', import.meta.url)`;
      });
      return replaced === code ? undefined : { code: replaced, map: null };
    },
  };
}
