import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Inputs at which a promise was once broken: one folder a target. */
export const fixtureFolder = new URL('../fixtures/fuzz/', import.meta.url);

/** The kept finds of a target, with their names. */
export function findsOf(target: string): readonly { readonly name: string; readonly input: Uint8Array }[] {
  const folder = new URL(`${target.replaceAll(' ', '-')}/`, fixtureFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, input: readFileSync(new URL(name, folder)) }));
}
