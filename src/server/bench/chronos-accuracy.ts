import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import type { JobRun } from '../../api/chronos/job.ts';
import { startLocalServer, type LocalServer } from '../testing/local-server.ts';
import { figureTable } from './figures.ts';
import type { Samples } from './samples.ts';

// `node src/server/bench/chronos-accuracy.ts`: how long after the moment at which a job is due its task is launched and runs, on
// the real clock, with real processes and through the whole of Mesos. The jobs are due in turn among 500 others.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const JOBS = 40;
const BYSTANDERS = 500;
const APART_MS = 250;
const LEAD_MS = 4000;
const LOOK_EVERY_MS = 200;
const GIVE_UP_AFTER_MS = 60_000;
const BUDGET_MS = 100;

async function call(server: LocalServer, [method, target]: [string, string], body?: object): Promise<Response> {
  const response = await fetch(`${server.origin()}/service/chronos/v1/scheduler/${target}`, {
    method,
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${target} was answered ${response.status}: ${await response.text()}`);
  return response;
}

const job = (name: string, at: number) => ({
  name,
  command: ':',
  schedule: `R1/${new Date(at).toISOString()}/PT1H`,
  cpus: 0.01,
  mem: 8,
  disk: 0,
});

/** The one run of a job once it has ended. */
async function endedRun(server: LocalServer, name: string): Promise<JobRun> {
  for (const end = performance.now() + GIVE_UP_AFTER_MS; performance.now() < end;) {
    const [run] = (await (await call(server, ['GET', `job/runs/${name}`])).json()) as JobRun[];
    if (run?.state === 'success') return run;
    if (run?.state === 'failure') throw new Error(`The run of ${name} failed: ${run.message}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`${name} did not run within ${GIVE_UP_AFTER_MS / 1000} s.`);
}

/** From the moment that was set until Mesos took the task, and until it ran. */
async function measure(server: LocalServer): Promise<{ launched: Samples; running: Samples }> {
  const never = Date.parse('2099-01-01T00:00:00Z');
  for (let n = 0; n < BYSTANDERS; n++) await call(server, ['POST', 'iso8601'], job(`bystander-${n}`, never));
  const first = Date.now() + LEAD_MS;
  for (let n = 0; n < JOBS; n++) await call(server, ['POST', 'iso8601'], job(`due-${n}`, first + n * APART_MS));
  const runs: JobRun[] = [];
  for (let n = 0; n < JOBS; n++) runs.push(await endedRun(server, `due-${n}`));
  const late = (run: JobRun, at: string | undefined): number => Date.parse(at ?? '') - Date.parse(run.scheduled);
  return { launched: runs.map((run) => late(run, run.launched)), running: runs.map((run) => late(run, run.started)) };
}

const server = await startLocalServer(ROOT, ['--executor', 'process']);
try {
  const { launched, running } = await measure(server);
  const comparedWith = { name: `budget of ${BUDGET_MS} ms`, budget: BUDGET_MS };
  const worst = [Math.max(...launched)];
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n`);
  console.log(
    figureTable([
      { what: 'due to launched', samples: launched, comparedWith, atMost: 1 },
      { what: 'due to launched, the latest', samples: worst, comparedWith, atMost: 1 },
      { what: 'due to TASK_RUNNING', samples: running, comparedWith },
    ]),
  );
} finally {
  await server.dispose();
}
