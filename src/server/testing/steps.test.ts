import { describe, expect, test } from 'vitest';
import { playwrightCount, runStep, vitestCount } from './steps.ts';

describe('the steps of npm test', () => {
  test('count what the reports say', () => {
    expect(vitestCount({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 })).toEqual({
      passed: 5,
      failed: 1,
      skipped: 2,
    });
    expect(playwrightCount({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  test('count a command as one check, failed when it exits with anything but 0 or cannot be started', async () => {
    const run = (...command: string[]) => runStep({ name: 'x', command }, import.meta.dirname);
    expect(await run(process.execPath, '-e', '')).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(await run(process.execPath, '-e', 'process.exit(3)')).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(await run('/no/such/program')).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('count a missing report as a failure', async () => {
    expect(await runStep({ name: 'x', command: [process.execPath, '-e', ''], report: 'playwright' }, import.meta.dirname)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
