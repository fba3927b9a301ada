import { expect, test } from 'vitest';

import { countTests } from '#build/tasks/test-counts.ts';

function report(passed: number, failed: number, skipped: number, unloadable = 0): string {
  const loaded = Array.from({ length: passed + failed }, () => ({}));
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    testResults: [
      { status: failed > 0 ? 'failed' : 'passed', assertionResults: loaded },
      ...Array.from({ length: unloadable }, () => ({ status: 'failed', assertionResults: [] })),
    ],
  });
}

test('what passed, failed and was skipped is counted', () => {
  expect(countTests(report(5, 0, 1), true)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  expect(countTests(report(5, 2, 0), false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('a file that cannot be loaded is a failure', () => {
  expect(countTests(report(5, 0, 0, 2), false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('a run that failed without a failed test, or wrote no report, is a failure', () => {
  expect(countTests(report(5, 0, 0), false).failed).toBe(1);
  expect(countTests(null, true).failed).toBe(1);
});
