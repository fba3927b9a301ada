import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Opens everybody of the seeded office. */
export const SEEDED_PASSPHRASE = 'rahasia sekali 42';
/** Letters of the store that lists and searches are measured on (6-quality). */
export const SEEDED_LETTERS = 100_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'main/cli/nirkertas-cli.ts');

function run(...args: string[]): void {
  execFileSync(process.execPath, [cli, ...args], {
    env: { ...process.env, NIRKERTAS_PASSPHRASE: SEEDED_PASSPHRASE },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * The data folder of an office with that many letters of 400 words, kept in `out/` between runs, since making
 * 100,000 takes some minutes. Delete `out/bench` to have it made anew.
 */
export function seededOffice(letters = SEEDED_LETTERS): string {
  const folder = join(root, 'out/bench', `office-${letters}`);
  const dir = join(folder, 'pc');
  if (existsSync(dir)) return dir;
  process.stdout.write(`making an office of ${letters} letters; this takes some minutes, once\n`);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  const share = join(making, 'share');
  mkdirSync(share, { recursive: true });
  const admin = 'Endang Susilowati|Arsiparis|';
  const names = ['--name', 'Dinas Komunikasi dan Informatika', '--admin', admin];
  const at = ['--dir', join(making, 'pc')];
  run(...at, 'office', 'create', '--share', share, ...names, '--kit', join(making, 'kit.txt'));
  run(...at, 'store', 'seed', '--letters', String(letters));
  renameSync(making, folder);
  return dir;
}
