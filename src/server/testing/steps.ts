import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed from the report that the command left; a step without is one check by itself. */
  report?: 'vitest' | 'playwright';
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Counts of Vitest's JSON report (Jest's form). */
export function vitestCount(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = record(report);
  return {
    passed: Number(numPassedTests ?? 0),
    failed: Number(numFailedTests ?? 0),
    skipped: Number(numPendingTests ?? 0) + Number(numTodoTests ?? 0),
  };
}

/** Counts of Playwright's JSON report. */
export function playwrightCount(report: unknown): Count {
  const { expected, unexpected, flaky, skipped } = record(record(report)['stats']);
  return { passed: Number(expected ?? 0) + Number(flaky ?? 0), failed: Number(unexpected ?? 0), skipped: Number(skipped ?? 0) };
}

/** Runs one step with its output shown, and counts. A step that fails without a failed test counts as one failure. */
export async function runStep(step: Step, root: string): Promise<Count> {
  const reportFile = path.join(tmpdir(), `dcos-local-report-${process.pid}.json`);
  rmSync(reportFile, { force: true });
  const extra = step.report === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`] : [];
  const env = { ...process.env, ...step.env, ...(step.report === 'playwright' && { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile }) };
  const [program = '', ...args] = [...step.command, ...extra];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (fault) => {
      console.error(`${program} cannot be started: ${fault.message}`);
      resolve(127);
    });
    child.on('exit', (status) => resolve(status ?? 1));
  });
  const count = step.report ? readReport(reportFile, step.report) : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  rmSync(reportFile, { force: true });
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport(file: string, kind: 'vitest' | 'playwright'): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return kind === 'vitest' ? vitestCount(report) : playwrightCount(report);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
