import { readDependentJob, readScheduledJob } from '../../api/chronos/job-body.ts';
import type { JobProblem } from '../../api/chronos/job-problems.ts';
import { createLife, m1 } from '../framework/life.test-support.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { createLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore, type Store } from '../kernel/store.ts';
import { createFakeMesos, type FakeAgent } from '../marathon/fake-mesos.test-support.ts';
import { createChronos, type Chronos } from './chronos.ts';
import type { JobRecord, RunRecord } from './state.ts';
import { scheduleText } from './timing.ts';

const AGENTS: FakeAgent[] = [{ id: 'S0', hostname: 'a1', cpus: 4, mem: 4096 }];

/** Chronos on a scripted Mesos, with time that stands still until told. Tasks finish at once unless `life` says otherwise. */
export function testWorld(options: { agents?: FakeAgent[]; start?: string; store?: Store } = {}) {
  const clock = manualClock(Date.parse(options.start ?? '2016-04-26T09:00:00Z'));
  const logged: string[] = [];
  const log = createLog(({ level, message }) => void (level === 'error' && !message.includes('Crash') && logged.push(message)));
  const kernel = createKernel({ clock, store: options.store ?? memoryStore(), random: seededRandom(1), log });
  const mesos = createFakeMesos(kernel, options.agents ?? AGENTS);
  mesos.life = () => ['TASK_RUNNING', 'TASK_FINISHED'];
  const start = () => {
    const { life, mortal, connect } = createLife(kernel, mesos.connectScheduler);
    return { life, chronos: createChronos(mortal, { machine: m1, findMaster: () => ({ connectScheduler: connect }), webuiUrl: '' }) };
  };
  let current = start();
  const accepted = <T extends object>(read: T | { problem: JobProblem }): T => {
    if ('problem' in read) throw new Error(read.problem.message);
    return read;
  };
  const world = {
    clock,
    mesos,
    logged,
    get chronos(): Chronos {
      return current.chronos;
    },
    get alive(): boolean {
      return current.life.alive;
    },
    dieAfterWrites: (count: number): void => void (current.life.diesAfterWrites = count),
    /** `kill -9` now, and a new Chronos on what was stored. */
    restart() {
      current.life.alive = false;
      current = start();
    },
    stop(): void {
      current.life.alive = false;
    },
    scheduled(name: string, schedule: string, more: object = {}) {
      current.chronos.commands.putScheduled(accepted(readScheduledJob({ name, command: 'true', schedule, retries: 0, ...more })));
    },
    dependent(name: string, parents: string[], more: object = {}) {
      current.chronos.commands.putDependent(accepted(readDependentJob({ name, command: 'true', parents, retries: 0, ...more })));
    },
    job(name: string): JobRecord {
      const job = current.chronos.book.jobs().get(name);
      if (!job) throw new Error(`There is no job ${name}`);
      return job;
    },
    schedule(name: string): string {
      const { trigger } = world.job(name);
      return trigger.kind === 'scheduled' ? scheduleText(trigger) : '';
    },
    runs: (name: string): RunRecord[] => current.chronos.book.runs(name),
    /** The moments at which the runs of a job were due, oldest first: `09:00`. */
    times: (name: string): string[] =>
      world
        .runs(name)
        .map(({ dueAt }) => new Date(dueAt).toISOString().slice(11, 16))
        .reverse(),
    settle: () => clock.advance(0),
  };
  return world;
}

export type TestWorld = ReturnType<typeof testWorld>;
