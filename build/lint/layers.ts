import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineRule, type Context, type ESTree } from '@oxlint/plugins';
import { ownedElectronNames, ownedPackages, owners, type Zone, zones } from './layer-table.ts';

const builtins = new Set(builtinModules);

/** Whether a file lies in a place; a place ending in `/*` has only the files directly in its folder. */
function isIn(file: string, place: string): boolean {
  if (place.endsWith('/*')) return path.posix.dirname(file) === place.slice(0, -2);
  return file === place || file.startsWith(`${place}/`);
}

function zoneOf(file: string): Zone | undefined {
  return zones
    .filter((zone) => isIn(file, zone.place))
    .toSorted((a, b) => b.place.length - a.place.length)
    .at(0);
}

function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The npm package that a bare specifier names. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The project file that a specifier means, relative to the root; undefined for a package or a module of Node. */
function projectFile(specifier: string, file: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
}

const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1];

function refuseProjectImport(zone: Zone, file: string, target: string): string | undefined {
  const allowed = [zone.place.replace(/\/\*$/, ''), ...zone.project];
  const feature = featureOf(file);
  const other = featureOf(target);
  if (zone.place === 'renderer/features' && other !== undefined && other !== feature) {
    return /^renderer\/features\/[^/]+\/index\.tsx?$/.test(target)
      ? undefined
      : 'another feature may be imported only through its index';
  }
  if (allowed.some((place) => isIn(target, place))) return undefined;
  return `${zone.place} may import from ${zone.project.join(', ') || 'nothing else in the project'}`;
}

function refusePackage(zone: Zone, file: string, specifier: string): string | undefined {
  const isNode = specifier.startsWith('node:') || builtins.has(specifier);
  const owner = owners.find((one) => one.zone === zone.place && one.module.test(specifier));
  if (owner && !owner.folders.some((folder) => isIn(file, folder))) {
    return `within ${zone.place} it belongs to ${owner.folders.join(', ')}`;
  }
  if (isNode) return zone.node ? undefined : `${zone.place} runs without Node`;
  const name = packageOf(specifier);
  const isOwned = ownedPackages.some((pattern) => fits(name, pattern));
  const family = /^(@?react-(aria|stately)\/|react-aria$|react-stately$)/.test(`${name}/`)
    ? 'react-aria-components'
    : name;
  if (zone.packages.some((pattern) => fits(family, pattern))) return undefined;
  if (zone.packages.includes('*') && !isOwned) return undefined;
  return `${zone.place} may not import the package ${name}`;
}

/** Why a file may not import something; undefined when it may. */
export function refuseImport(file: string, specifier: string): string | undefined {
  const zone = zoneOf(file);
  if (zone === undefined) return undefined;
  const target = projectFile(specifier, file);
  return target === undefined
    ? refusePackage(zone, file, specifier)
    : refuseProjectImport(zone, file, target);
}

function relativeFile(context: Context): string {
  return path.relative(context.cwd, context.filename).split(path.sep).join('/');
}

type Named = ESTree.ImportSpecifier | ESTree.ImportDefaultSpecifier | ESTree.ImportNamespaceSpecifier;

function importedName(specifier: Named): string | undefined {
  if (specifier.type !== 'ImportSpecifier') return undefined;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

/** Enforces the layer table; a source file in no zone fails as well. */
export const layers = defineRule({
  meta: { type: 'problem', docs: { description: 'The layer table: who may import whom.' } },
  create(context) {
    const file = relativeFile(context);

    function check(node: ESTree.Node, specifier: unknown): void {
      if (typeof specifier !== 'string') return;
      const reason = refuseImport(file, specifier);
      if (reason !== undefined) context.report({ node, message: `Import of "${specifier}": ${reason}.` });
    }

    function checkElectronName(node: ESTree.Node, name: string | undefined): void {
      const owner = name === undefined ? undefined : ownedElectronNames.get(name);
      if (owner === undefined || isIn(file, owner) || isIn(file, 'tests')) return;
      context.report({ node, message: `Use of "${name}": it belongs to ${owner}.` });
    }

    return {
      Program(node) {
        if (zoneOf(file) === undefined) {
          context.report({ node, message: `${file} lies in no zone of the layer table.` });
        }
      },
      ImportDeclaration(node) {
        check(node, node.source.value);
        if (node.source.value !== 'electron') return;
        for (const specifier of node.specifiers) checkElectronName(specifier, importedName(specifier));
      },
      ExportNamedDeclaration(node) {
        if (node.source) check(node, node.source.value);
      },
      ExportAllDeclaration(node) {
        check(node, node.source.value);
      },
      ImportExpression(node) {
        check(node, node.source.type === 'Literal' ? node.source.value : undefined);
      },
      TSImportType(node) {
        check(node, node.source.value);
      },
      MemberExpression(node) {
        // `electron.ipcMain` after `import * as electron`.
        if (!node.computed && node.property.type === 'Identifier') {
          checkElectronName(node.property, node.property.name);
        }
      },
      CallExpression(node) {
        const [argument] = node.arguments;
        const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
        if (isRequire && argument?.type === 'Literal') check(node, argument.value);
      },
    };
  },
});
