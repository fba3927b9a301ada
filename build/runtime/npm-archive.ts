import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { npm } from '../bootstrap/npm.mjs';

/** An npm package by exact version, with the hash its archive must have (subresource integrity form, sha512). */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/**
 * Fetches a package's archive with npm, checks its hash before anything reads it, and unpacks it.
 *
 * @param pinned which package
 * @param target folder to unpack into; made when missing, the package's files stand directly in it
 * @param work folder for the archive itself, which the caller removes
 * @throws Error when npm cannot fetch it or the hash differs
 */
export async function unpackNpmPackage(pinned: PinnedPackage, target: string, work: string): Promise<void> {
  const spec = `${pinned.name}@${pinned.version}`;
  mkdirSync(work, { recursive: true });
  const packed = npm(['pack', spec, '--ignore-scripts', '--loglevel=error', '--pack-destination', work], {
    quiet: true,
    cwd: work,
  });
  const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined) throw new Error(`npm could not fetch ${spec}`);

  const file = path.join(work, archive);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== pinned.integrity) {
    throw new Error(`${spec} came as ${integrity}, expected ${pinned.integrity}`);
  }

  mkdirSync(target, { recursive: true });
  const untar = spawnSync('tar', ['-xzf', file, '-C', target, '--strip-components=1', '--no-same-owner']);
  if (untar.status !== 0) throw new Error(`${spec} could not be unpacked: ${String(untar.stderr)}`);
}
