import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createLog, type Log } from '../../cluster/kernel/log.ts';
import { logLine } from '../cli/log-lines.ts';
import type { Engine } from '../engine/engine.ts';
import { findEngine } from '../engine/find-engine.ts';
import { ensureImage } from '../images/ensure-image.ts';
import { hasApt, installCommand, installPackages, isRoot, missingPackages } from '../system/packages.ts';
import { installPythonClients } from './clients/python-packages.ts';
import { runConformance } from './conformance.ts';
import { countOf, runStep, type Count, type Step } from './steps.ts';

// `npm test`: sets up all that the tests need, runs everything, and prints `N passed, N failed` as the last line.
// `npm test -- --only TEXT` runs just the parts whose names contain TEXT, such as `conformance`.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PACKAGES = ['chromium', 'docker.io', 'iptables', 'redis-server', 'busybox-static'];
/** Clients of the APIs; without them their tests are skipped. */
const CLIENT_PACKAGES = ['prometheus', 'python3', 'python3-pip', 'zookeeper', 'bind9-dnsutils'];
const IMAGES = ['redis', 'busybox'];

const local = (name: string): string => path.join(ROOT, 'node_modules/.bin', name);
const npmScript = (name: string): string[] => ['npm', 'run', '--silent', name];

const CHECKS: Step[] = [
  { name: 'types', command: npmScript('types') },
  { name: 'lint and format', command: npmScript('lint') },
  { name: 'dead code', command: npmScript('unused') },
];
const UNIT_TESTS: Step = { name: 'unit and property tests', command: [local('vitest'), 'run'], report: 'vitest' };
const BROWSER_TESTS: Step[] = [
  { name: 'build', command: npmScript('build') },
  { name: 'size', command: npmScript('size') },
  { name: 'build of the demo', command: npmScript('build:demo') },
  { name: 'browser tests on mocks', command: [local('playwright'), 'test', '--project', 'mocks'], report: 'playwright' },
  { name: 'browser tests on the real server', command: [local('playwright'), 'test', '--project', 'server'], report: 'playwright' },
];

/** A part of the whole: some commands, or code of ours. */
interface Part {
  name: string;
  run: (env: Record<string, string>) => Promise<Count>;
}
const byCommand = (step: Step): Part => ({ name: step.name, run: (env) => runStep({ ...step, env }, ROOT) });
const CONFORMANCE: Part = { name: 'conformance with the recorded servers', run: (env) => runConformance(ROOT, env) };

/** One after the other, save for the parts of one group: conformance mostly waits, so the unit tests use the processors meanwhile. */
const GROUPS: Part[][] = [
  ...CHECKS.map((check) => [byCommand(check)]),
  [byCommand(UNIT_TESTS), CONFORMANCE],
  ...BROWSER_TESTS.map((step) => [byCommand(step)]),
];

async function installMissing(log: Log): Promise<void> {
  if (!hasApt()) return log.warn(`Not a Debian or Ubuntu: ${PACKAGES.join(', ')} have to be there already.`);
  const missing = await missingPackages(PACKAGES);
  if (missing.length === 0) return;
  if (!isRoot()) return log.warn(`The tests need ${missing.join(', ')}: ${installCommand(missing)}`);
  await installPackages(missing, log);
}

/** A machine without a network is to run all the other tests. */
async function installClients(log: Log): Promise<void> {
  if (hasApt() && isRoot()) {
    const missing = await missingPackages(CLIENT_PACKAGES);
    await installPackages(missing, log).catch((fault: unknown) => log.warn(String(fault)));
  }
  await installPythonClients(ROOT, log);
}

async function startEngine(directory: string, log: Log): Promise<Engine> {
  const engine = await findEngine({ stateDirectory: directory, mayInstall: isRoot(), mayStart: true, log });
  if (engine.kind === 'none') {
    log.error(`No container engine, so the tests that need one fail: ${engine.reason} ${engine.remedy}`);
    return engine;
  }
  await engine.ready;
  for (const name of IMAGES) await ensureImage(engine.docker, name, { log, mayInstall: isRoot() });
  return engine;
}

/** Runs one part and says how it went. Whatever keeps it from running at all is one failure, and the others still run. */
async function runPart({ name, run }: Part, env: Record<string, string>): Promise<Count> {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const count = await run(env).catch((fault: unknown): Count => {
    console.error(fault instanceof Error ? fault.message : String(fault));
    return { ...countOf(0, 1), notes: [`failed: ${fault instanceof Error ? fault.message : String(fault)}`] };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : `${count.failed} failed`}, ${seconds} s`);
  return count;
}

async function main(): Promise<Count> {
  const { only } = parseArgs({ options: { only: { type: 'string', default: '' } } }).values;
  const groups = GROUPS.map((parts) => parts.filter(({ name }) => name.includes(only)));
  const names = GROUPS.flat().map(({ name }) => name);
  if (groups.flat().length === 0) throw new Error(`No part is called ${only}: there are ${names.join(', ')}.`);
  const log = createLog((record) => process.stderr.write(`${logLine(record, Date.now(), false)}\n`), 'test');
  const directory = mkdtempSync(path.join(tmpdir(), 'dcos-local-test-'));
  const total = countOf(0);
  await installMissing(log);
  await installClients(log);
  const engine = await startEngine(directory, log);
  try {
    const env: Record<string, string> = engine.kind === 'none' ? {} : { DOCKER_HOST: engine.socket };
    for (const group of groups) {
      for (const { passed, failed, skipped, notes } of await Promise.all(group.map((part) => runPart(part, env)))) {
        total.passed += passed;
        total.failed += failed;
        total.skipped += skipped;
        total.notes.push(...notes);
      }
    }
  } finally {
    if (engine.kind !== 'none') await engine.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  return total;
}

const { passed, failed, skipped, notes } = await main();
console.log(['', ...notes].join('\n'));
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
