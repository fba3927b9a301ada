import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { errorCodes } from '#core/contract/errors.ts';
import { errorSentences } from '#core/words/error-sentences.ts';
import { alertKind } from '#renderer/features/sync/alert-kinds.ts';
import { en } from '#renderer/features/sync/alert-words.en.ts';
import { id } from '#renderer/features/sync/alert-words.id.ts';

import { failureTable } from '../failure-table.ts';

/** The titles in a test file of tests that run: what `it`, `it.each(…)` and `describe` are called with. */
function titlesIn(file: string): readonly string[] {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  // `it(`, or the end of `it.each([…])(`; what is skipped or to be done has a word between.
  const opening =
    /(?:^|\n)\s*(?:it|describe(?:\.skipIf\([^\n]*\))?)\(\s*(['"`])((?:(?!\1).)+)\1|\]\s*(?:as const)?,?\s*\)\(\s*(['"`])((?:(?!\3).)+)\3|\.each\(\w+\)\(\s*(['"`])((?:(?!\5).)+)\5/g;
  return [...source.matchAll(opening)].map((match) => match[2] ?? match[4] ?? match[6] ?? '');
}

const codes: ReadonlySet<string> = new Set(errorCodes);
const isError = (code: string): code is (typeof errorCodes)[number] => codes.has(code);

it.each(failureTable.map((row) => [row.failure, row] as const))('%s: has its tests', (_failure, row) => {
  expect(row.tests.length).toBeGreaterThan(0);
  for (const [file, title] of row.tests) {
    const titles = titlesIn(file);
    expect(titles.length, file).toBeGreaterThan(0);
    expect(titles.filter((one) => one.startsWith(title)).length, `${title} in ${file}`).toBeGreaterThan(0);
  }
});

it.each(failureTable.map((row) => [row.failure, row] as const))(
  '%s: is told in words, in both languages',
  (_failure, row) => {
    for (const code of row.told) {
      if (isError(code)) {
        for (const language of ['id', 'en'] as const) {
          const { what, safe, todo } = errorSentences(language, { code });
          for (const said of [what, safe, todo])
            expect(said.length, `${code} in ${language}`).toBeGreaterThan(10);
        }
        continue;
      }
      const kind = alertKind(code);
      expect(kind, `${code} is no error and no alert`).not.toBe('Other');
      for (const words of [id, en] as const) {
        for (const key of [kind, `${kind}Means`, `${kind}Todo`] as const) {
          expect(String(words[key]).length, `${key} of ${code}`).toBeGreaterThan(10);
        }
      }
    }
  },
);

it('has every failure once', () => {
  const failures = failureTable.map(({ failure }) => failure);
  expect(new Set(failures).size).toBe(failures.length);
  expect(failures).toHaveLength(13);
});
