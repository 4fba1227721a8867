import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { judgeConformance, parseAcceptedDifferences, parseConformanceReport, type ConformanceReport } from './judge-conformance.ts';
import { startLocalServer, type LocalServer } from './local-server.ts';
import { countOf, type Count } from './steps.ts';

/** From the project's root. */
export const ACCEPTED_DIFFERENCES = 'e2e/contract/accepted-differences.json';

/** Beside the project; the recordings of the real servers, and the driver that sends their requests, are not part of it. */
const RECORDED = '../shared/conformance';

/**
 * Sends the running product the requests of every recorded scenario, and counts those whose answers agree with what the real
 * servers said (see judge-conformance.ts). Skipped where the recordings are not beside the project.
 */
export async function runConformance(root: string, env: Record<string, string>): Promise<Count> {
  const directory = path.resolve(root, RECORDED);
  if (!existsSync(directory)) {
    console.log(`Skipped: there are no recordings of the real servers in ${RECORDED}.`);
    return { ...countOf(0), skipped: 1 };
  }
  const accepted = parseAcceptedDifferences(readFileSync(path.join(root, ACCEPTED_DIFFERENCES), 'utf8'));
  const server = await startLocalServer(root, ['--no-auth'], env);
  try {
    const report = await drive(directory, await upstreamFlags(server));
    const { count, faults } = judgeConformance(report, accepted);
    for (const fault of faults) console.error(`✗ ${fault}`);
    return { ...count, skipped: recordingsIn(directory) - report.report.length, notes: faults.map((fault) => `failed: ${fault}`) };
  } finally {
    await server.dispose();
  }
}

const recordingsIn = (directory: string): number =>
  readdirSync(path.join(directory, 'recordings')).filter((name) => name.endsWith('.json')).length;

/** Where the driver finds what; it skips the scenarios of a product that is left out. */
async function upstreamFlags(server: LocalServer): Promise<string[]> {
  const at = (prefix: string): string => `${server.origin()}${prefix}`;
  const flags = ['--mesos', at('/mesos'), '--agent', at('/agent/{id}'), '--marathon', at('/service/marathon')];
  const { status } = await fetch(at('/service/chronos/v1/scheduler/jobs'));
  return status === 501 ? flags : [...flags, '--chronos', at('/service/chronos')];
}

/** Runs the driver to its end and then shows its output, since other tests write theirs meanwhile. Throws when it left no report. */
async function drive(directory: string, flags: readonly string[]): Promise<ConformanceReport> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'dcos-local-conformance-'));
  const file = path.join(scratch, 'report.json');
  try {
    const args = ['run.mjs', ...flags, '--against', 'recordings', '--json', file];
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
      child.on('error', reject);
      // It ends with 1 when anything differs, which is judged here.
      child.on('close', () => {
        console.log(output);
        resolve();
      });
    });
    return parseConformanceReport(readFileSync(file, 'utf8'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
