import { spawnSync } from 'node:child_process';
import { say, stop } from './report.mjs';

/**
 * A Debian package, or several names of the same thing in different releases (`a|b`: any one will do).
 * @typedef {string} PackageName
 */

/** What an Electron window needs to open. @type {PackageName[]} */
export const windowPackages = [
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
  'libdrm2',
  'libxkbcommon0',
  'fonts-dejavu-core',
];

/** What stands in for a screen where there is none. @type {PackageName[]} */
export const screenPackages = ['xvfb'];

/** The strangers' tools that tests ask for a second opinion. @type {PackageName[]} */
export const oraclePackages = [
  'poppler-utils',
  'qpdf',
  'mupdf-tools',
  'libnss3-tools',
  'openssl',
  'fonts-texgyre',
  'fonts-croscore',
];

/** A server for the shared folder, and a client that mounts it. @type {PackageName[]} */
export const sharePackages = ['samba', 'smbnetfs'];

/** What measurements are taken beside, and what counts a program's work from outside. @type {PackageName[]} */
export const benchPackages = ['rsync', 'strace'];

/** What packaging runs. @type {PackageName[]} */
export const packagingPackages = ['p7zip-full', 'dpkg-dev'];

/** The packages by their first names. @param {PackageName[]} packages */
const shortList = (packages) => packages.map((name) => names(name)[0]).join(' ');

/** @param {PackageName} name */
const names = (name) => name.split('|');

/**
 * Which of the packages are not installed.
 * @param {PackageName[]} wanted
 * @returns {PackageName[] | undefined} undefined on a system without dpkg, where nothing can be said
 */
function missingPackages(wanted) {
  const query = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${db:Status-Status} ${Package}\n', ...wanted.flatMap(names)],
    { encoding: 'utf8' },
  );
  if (query.error) return undefined;
  const present = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  return wanted.filter((name) => !names(name).some((one) => present.has(one)));
}

/**
 * @param {string[]} args
 * @returns {boolean} whether apt-get succeeded
 */
function aptGet(args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
}

/**
 * The name that this release's archive knows, where a package goes by several.
 * @param {PackageName} name
 */
function nameHere(name) {
  const known = names(name).find((one) => {
    const policy = spawnSync('apt-cache', ['policy', one], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))/.test(policy.stdout ?? '');
  });
  return known ?? names(name)[0] ?? name;
}

/**
 * Installs missing Debian packages when run as root, else says which and what to type.
 * @param {PackageName[]} wanted
 * @param {{purpose: string, required: boolean}} need what they are for; whether to end the process without them
 */
export function ensureDebianPackages(wanted, { purpose, required }) {
  const missing = missingPackages(wanted);
  if (missing === undefined) {
    say(`no dpkg here: not checked whether this is installed for ${purpose}: ${wanted.join(' ')}`);
    return;
  }
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say(`installing Debian packages for ${purpose}: ${shortList(missing)}`);
    aptGet(['update', '-qq']);
    const here = missing.map(nameHere);
    if (aptGet(['install', '-y', '-qq', '--no-install-recommends', ...here])) return;
  }
  const command = `apt-get install --no-install-recommends ${shortList(missing)}`;
  const advice = isRoot
    ? `apt-get could not install what ${purpose} needs; its message is above. Then type: ${command}`
    : `missing for ${purpose}: ${shortList(missing)}. As root type: ${command}`;
  if (required) stop(advice);
  say(advice);
}
