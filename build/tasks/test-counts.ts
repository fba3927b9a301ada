import { z } from 'zod';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The parts of vitest's JSON report (Jest's format) that are counted. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * Counts a run of vitest so that nothing that went wrong can be missed.
 *
 * @param report the text of its JSON report; null when it wrote none
 * @param succeeded whether it ended with exit code 0
 * @returns a file that could not be loaded counts as one failed test, and so does a run that failed without one
 */
export function countTests(report: string | null, succeeded: boolean): TestCounts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const read = reportSchema.parse(JSON.parse(report));
  const unloadable = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = read.numFailedTests + unloadable;
  return {
    passed: read.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}
