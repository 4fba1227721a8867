import { describe, expect, test } from 'vitest';
import { playwrightCount, runStep, vitestCount } from './steps.ts';

describe('the steps of npm test', () => {
  test('count what the reports say, and name what failed', () => {
    const failed = { status: 'failed', fullName: 'a sum is right' };
    const files = [{ name: `${process.cwd()}/src/sum.test.ts`, assertionResults: [{ status: 'passed', fullName: 'ok' }, failed] }];
    expect(vitestCount({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0, testResults: files })).toEqual({
      passed: 5,
      failed: 1,
      skipped: 2,
      notes: ['failed: src/sum.test.ts: a sum is right'],
    });
    const spec = (title: string, status: string) => ({ title, file: 'list.spec.ts', line: 3, tests: [{ status }] });
    const suites = [{ specs: [spec('sorts', 'expected')], suites: [{ specs: [spec('shows', 'flaky'), spec('tells', 'unexpected')] }] }];
    expect(playwrightCount({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }, suites })).toEqual({
      passed: 4,
      failed: 1,
      skipped: 0,
      notes: ['passed at the second try: list.spec.ts:3: shows', 'failed: list.spec.ts:3: tells'],
    });
  });

  test('count a command as one check, failed when it exits with anything but 0 or cannot be started', async () => {
    const run = (...command: string[]) => runStep({ name: 'x', command }, import.meta.dirname);
    const failed = { passed: 0, failed: 1, skipped: 0, notes: ['failed: x'] };
    expect(await run(process.execPath, '-e', '')).toEqual({ passed: 1, failed: 0, skipped: 0, notes: [] });
    expect(await run(process.execPath, '-e', 'process.exit(3)')).toEqual(failed);
    expect(await run('/no/such/program')).toEqual(failed);
  });

  test('count a missing report as a failure', async () => {
    const step = { name: 'x', command: [process.execPath, '-e', ''], report: 'playwright' } as const;
    expect(await runStep({ ...step, command: [...step.command] }, import.meta.dirname)).toMatchObject({ passed: 0, failed: 1 });
  });
});
