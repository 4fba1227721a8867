import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Told again at the very end: which tests failed, and which passed only at a second try. */
  notes: string[];
}

export const countOf = (passed: number, failed = 0): Count => ({ passed, failed, skipped: 0, notes: [] });

export interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed from the report that the command left; a step without is one check by itself. */
  report?: 'vitest' | 'playwright';
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : []);

/** Counts of Vitest's JSON report (Jest's form). */
export function vitestCount(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = record(report);
  const failed = list(testResults).flatMap(({ name, assertionResults }) =>
    list(assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `failed: ${path.relative('', String(name))}: ${String(fullName)}`),
  );
  return {
    passed: Number(numPassedTests ?? 0),
    failed: Number(numFailedTests ?? 0),
    skipped: Number(numPendingTests ?? 0) + Number(numTodoTests ?? 0),
    notes: failed,
  };
}

/** Counts of Playwright's JSON report. */
export function playwrightCount(report: unknown): Count {
  const { stats, suites } = record(report);
  const { expected, unexpected, flaky, skipped } = record(stats);
  return {
    passed: Number(expected ?? 0) + Number(flaky ?? 0),
    failed: Number(unexpected ?? 0),
    skipped: Number(skipped ?? 0),
    notes: list(suites).flatMap(playwrightNotes),
  };
}

function playwrightNotes({ suites, specs }: Record<string, unknown>): string[] {
  const own = list(specs).flatMap(({ title, file, line, tests }) => {
    const outcomes = new Set(list(tests).map(({ status }) => status));
    const outcome = outcomes.has('unexpected') ? 'failed' : outcomes.has('flaky') ? 'passed at the second try' : undefined;
    return outcome === undefined ? [] : [`${outcome}: ${String(file)}:${String(line)}: ${String(title)}`];
  });
  return [...own, ...list(suites).flatMap(playwrightNotes)];
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
  const count = step.report ? readReport(reportFile, step.report) : countOf(code === 0 ? 1 : 0);
  rmSync(reportFile, { force: true });
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1, notes: [...count.notes, `failed: ${step.name}`] } : count;
}

function readReport(file: string, kind: 'vitest' | 'playwright'): Count {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return kind === 'vitest' ? vitestCount(report) : playwrightCount(report);
  } catch {
    return { ...countOf(0, 1), notes: ['failed: it left no report of its tests'] };
  }
}
