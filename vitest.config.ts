import { defineConfig } from 'vitest/config';

const minute = 60_000;

/** The suites, from many small tests to few large ones. `npm test` runs those that are not marked full. */
const suites = [
  { name: 'unit', timeout: 10_000 },
  { name: 'integration', timeout: 2 * minute },
  { name: 'simulation', timeout: 2 * minute },
  { name: 'corpus', timeout: 2 * minute },
  { name: 'samba', timeout: 2 * minute },
];

/** Left to `npm run test:full`, which sets NIRKERTAS_FULL: making a package, and the longer ways through the window. */
const longEndToEnd = ['packaged', 'office-care', 'secret', 'numbers', 'cloned-pc'].map(
  (name) => `tests/e2e/${name}.test.ts`,
);

export default defineConfig({
  test: {
    // Two cores are the smallest machine that the suites are meant for.
    maxWorkers: 2,
    projects: [
      ...suites.map(({ name, timeout }) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`],
          testTimeout: timeout,
          hookTimeout: timeout,
        },
      })),
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: process.env.NIRKERTAS_FULL ? [] : longEndToEnd,
          globalSetup: ['tests/e2e/prepare.ts'],
          fileParallelism: false,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
    ],
  },
});
