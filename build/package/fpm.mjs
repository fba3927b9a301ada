#!/usr/bin/env node
/**
 * Stands in for fpm where electron-builder makes a Debian package: takes the arguments that it passes and does the
 * same with dpkg-deb, which every Debian has.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Map<string, string[]>} options by name, in the order given */
const options = new Map();
/** @type {[from: string, to: string][]} */
const contents = [];

const flags = new Set(['--force', '--debug']);
const words = process.argv.slice(2);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (flags.has(word)) continue;
  if (word.startsWith('-')) options.set(word, [...(options.get(word) ?? []), words.shift() ?? '']);
  else {
    const [from = '', to = ''] = word.split('=');
    contents.push([from, to]);
  }
}

/**
 * @param {string} name
 * @param {string} [otherwise]
 */
function one(name, otherwise) {
  const value = options.get(name)?.at(-1) ?? otherwise;
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
}

if (one('-t') !== 'deb') throw new Error(`only Debian packages can be made here, not ${one('-t')}`);

const root = mkdtempSync(path.join(tmpdir(), 'nirkertas-deb-'));
try {
  let bytes = 0;
  for (const [from, to] of contents) {
    const target = path.join(root, to);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(from, target, {
      recursive: true,
      filter: (file) => {
        bytes += statSync(file).size;
        return true;
      },
    });
  }
  const control = path.join(root, 'DEBIAN');
  mkdirSync(control, { mode: 0o755 });
  // The first line is the synopsis; the further ones are indented by a blank as the control format wants.
  const [synopsis = '', ...more] = one('--description').trim().split('\n');
  const fields = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', (options.get('-d') ?? []).join(', ')],
    ['Recommends', (options.get('--deb-recommends') ?? []).join(', ')],
    ['Section', one('--category', 'default')],
    ['Priority', one('--deb-priority', 'optional')],
    ['Homepage', one('--url')],
    ['Description', [synopsis, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n')],
  ].filter(([, value]) => value !== '');
  writeFileSync(
    path.join(control, 'control'),
    `${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`,
  );
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    const script = options.get(option ?? '')?.at(-1);
    if (script === undefined || name === undefined) continue;
    writeFileSync(path.join(control, name), readFileSync(script));
    chmodSync(path.join(control, name), 0o755);
  }
  chmodSync(root, 0o755);
  const made = spawnSync(
    'dpkg-deb',
    ['--root-owner-group', `-Z${one('--deb-compression', 'xz')}`, '--build', root, one('--package')],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  process.exitCode = made.status ?? 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
