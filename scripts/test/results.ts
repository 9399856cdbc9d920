import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Count = { readonly passed: number; readonly failed: number };

export const nothing: Count = { passed: 0, failed: 0 };

export const add = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/**
 * The tests of a vitest JSON report. A skipped test counts as failed, and so do a report that is missing, a file
 * that could not be loaded, and a run of no test at all: silence is not success.
 */
export function readVitest(file: string): Count {
  const report = read(file, vitestSchema);
  if (report === null) return oneFailure;
  const unloadable = report.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((result) => result.status !== 'failed');
  });
  const passed = report.numPassedTests;
  const failed = report.numTotalTests - passed + unloadable.length;
  return passed + failed === 0 ? oneFailure : { passed, failed };
}

/** The same of a Playwright JSON report; a test that passed at a second try counts as failed. */
export function readPlaywright(file: string): Count {
  const report = read(file, playwrightSchema);
  if (report === null) return oneFailure;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped + report.errors.length;
  return expected + failed === 0 ? oneFailure : { passed: expected, failed };
}

const oneFailure: Count = { passed: 0, failed: 1 };

const vitestSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

const read = <Report>(file: string, schema: z.ZodType<Report>): Report | null =>
  existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
