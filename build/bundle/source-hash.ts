import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../bootstrap/project.mjs';

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * One hash over files and folders of the project and some words beside, to know whether something built of them is
 * still true.
 *
 * @param sources folders or files, relative to the project's root
 * @param words what else the result depends on
 */
export function sourceHash(sources: readonly string[], words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const source of sources) {
    const place = path.join(projectRoot, source);
    const files = path.extname(source) === '' ? filesBelow(place) : [place];
    for (const file of files.toSorted()) {
      const content = readFileSync(file);
      hash.update(`\0${path.relative(projectRoot, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
