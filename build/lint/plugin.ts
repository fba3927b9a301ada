import { definePlugin } from '@oxlint/plugins';
import { layers } from './layers.ts';
import { noUntranslated } from './no-untranslated.ts';

/** The project's own lint rules, loaded by oxlint (see .oxlintrc.json). */
const plugin = definePlugin({
  meta: { name: 'nirkertas' },
  rules: { layers, 'no-untranslated': noUntranslated },
});

// oxlint takes a plugin from the default export.
export default plugin;
