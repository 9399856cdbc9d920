import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPlaywright, readVitest } from '../../scripts/test/results.ts';

function report(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'coordonnees-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const passed = { status: 'passed' };
const failed = { status: 'failed' };

test('3 tests of vitest, one failed, are 2 passed and 1 failed', () => {
  const file = report({
    numTotalTests: 3,
    numPassedTests: 2,
    testResults: [{ status: 'failed', assertionResults: [passed, passed, failed] }],
  });
  expect(readVitest(file)).toEqual({ passed: 2, failed: 1 });
});

test('a skipped test of vitest counts as failed', () => {
  const assertionResults = [passed, { status: 'pending' }];
  const file = report({ numTotalTests: 2, numPassedTests: 1, testResults: [{ status: 'passed', assertionResults }] });
  expect(readVitest(file)).toEqual({ passed: 1, failed: 1 });
});

test('a file of tests that could not be loaded counts as one failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [passed] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(readVitest(report({ numTotalTests: 1, numPassedTests: 1, testResults }))).toEqual({ passed: 1, failed: 1 });
});

test('a flaky, a skipped and an unexpected result of Playwright, and an error outside tests, are 4 failures', () => {
  const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] });
  expect(readPlaywright(file)).toEqual({ passed: 5, failed: 4 });
});

test('a run of no test at all, or without a report, is a failure', () => {
  expect(readVitest(report({ numTotalTests: 0, numPassedTests: 0, testResults: [] }))).toEqual({
    passed: 0,
    failed: 1,
  });
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(readPlaywright(report({ stats, errors: [] }))).toEqual({ passed: 0, failed: 1 });
  expect(readVitest('/nulle/part.json')).toEqual({ passed: 0, failed: 1 });
  expect(readPlaywright('/nulle/part.json')).toEqual({ passed: 0, failed: 1 });
});
