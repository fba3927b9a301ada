import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Opens everybody of the seeded office. */
export const SEEDED_PASSPHRASE = 'rahasia sekali 42';
/** Letters of the store that lists and searches are measured on (6-quality). */
export const SEEDED_LETTERS = 100_000;

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'main/cli/nirkertas-cli.ts');
const offices = join(root, 'out/bench');

function run(...args: string[]): void {
  execFileSync(process.execPath, [cli, ...args], {
    env: { ...process.env, NIRKERTAS_PASSPHRASE: SEEDED_PASSPHRASE },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What the store's content depends on: another schema or another way of seeding makes another office. */
function madeFrom(): string {
  const hash = createHash('sha256');
  for (const folder of ['main/engine/store/migrations', 'main/engine/audit/seed']) {
    for (const name of readdirSync(join(root, folder)).toSorted())
      hash.update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 8);
}

/** Removes offices of as many letters that were made from other sources. */
function forgetOthers(letters: number): void {
  if (!existsSync(offices)) return;
  for (const name of readdirSync(offices)) {
    if (name.startsWith(`office-${letters}-`)) rmSync(join(offices, name), { recursive: true });
  }
}

/**
 * The data folder of an office with that many letters of 400 words, kept in `out/` between runs, since making
 * 100,000 takes some minutes. Delete `out/bench` to have it made anew.
 */
export function seededOffice(letters = SEEDED_LETTERS): string {
  const folder = join(offices, `office-${letters}-${madeFrom()}`);
  const dir = join(folder, 'pc');
  if (existsSync(dir)) return dir;
  forgetOthers(letters);
  process.stdout.write(`making an office of ${letters} letters; this takes some minutes, once\n`);
  const making = `${folder}.making`;
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
