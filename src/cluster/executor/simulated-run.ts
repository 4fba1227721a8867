import { every, type Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { ContainerOutcome, ContainerSpec, ContainerUpdate } from './containerizer.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { simulatedLife, type SimulatedLife } from './simulated-labels.ts';
import { simulatedLogLine } from './simulated-log.ts';

/** One simulated container, from its pull to its end. */
export interface SimulatedRun {
  readonly resources: ContainerSpec['resources'];
  readonly checkExitCode: number;
  /** undefined until it runs, and after its end. */
  runningSince(): number | undefined;
  kill(graceMs: number): void;
}

export interface SimulatedRunParts {
  kernel: Kernel;
  files: SandboxFiles;
  /** Images that a machine has, as `machine image`. */
  pulled: Set<string>;
  reason: string;
  spec: ContainerSpec;
  report: (update: ContainerUpdate) => void;
  /** Of a run that is taken up after a restart: it just goes on. */
  startedAt?: number;
}

/** What a pull tells, in steps of the same length. */
const PULL_STEPS = ['Pulling fs layer', 'Downloading 8.4MB/24.1MB', 'Extracting 21.0MB/24.1MB', 'Pull complete'];
/** Such images are not found, as those of Docker are not that nobody has pushed. */
const MISSING_IMAGE = /not-found|no-such/;

export function startSimulatedRun(parts: SimulatedRunParts): SimulatedRun {
  const { kernel, spec, report } = parts;
  const { life, problems } = simulatedLife(spec.labels);
  const write = writer(parts);
  const program = spec.docker ? 'Container' : 'Command';
  let timers: Timer[] = [];
  let startedAt: number | undefined;
  let ended = false;

  const after = (ms: number, run: () => void): void => void timers.push(kernel.clock.after(ms, run));
  const end = (outcome: ContainerOutcome): void => {
    if (ended) return;
    ended = true;
    startedAt = undefined;
    for (const timer of timers) timer.cancel();
    timers = [];
    report({ type: 'ended', outcome });
  };
  const run = (since: number): void => {
    startedAt = since;
    report({ type: 'running', checkpoint: { startedAt: since } });
    timers.push(every(kernel.clock, life.logEveryMs, () => write('stdout', simulatedLogLine(kernel, spec))));
    if (life.exitAfterMs !== undefined) after(Math.max(0, since + life.exitAfterMs - kernel.clock.now()), () => end(exited(program, life)));
  };

  if (parts.startedAt !== undefined) run(parts.startedAt);
  else {
    write('stdout', `[simulated] Nothing real runs here: the life of this task is simulated. ${parts.reason}`);
    for (const problem of problems) write('stderr', problem);
    pull(
      parts,
      life.pullMs,
      (message) => {
        write('stderr', message);
        report({ type: 'preparing', message });
      },
      after,
      (missing) => (missing ? end(missing) : after(life.startDelayMs, () => run(kernel.clock.now()))),
    );
  }
  return {
    resources: spec.resources,
    checkExitCode: life.checkExitCode,
    runningSince: () => startedAt,
    kill(graceMs) {
      if (life.ignoresTerm && startedAt !== undefined) after(graceMs, () => end(killed(program, 'Killed', 137)));
      else after(0, () => end(killed(program, 'Terminated', 143)));
    },
  };
}

const writer =
  ({ kernel, files, spec }: SimulatedRunParts) =>
  (file: 'stdout' | 'stderr', line: string): void => {
    files
      .append(`${spec.sandbox}/${file}`, `${line}\n`)
      .catch((fault: unknown) => kernel.log.warn(`${file} of ${spec.taskId} could not be written: ${String(fault)}`));
  };

/** Tells the steps of a pull and then that the image is there, or with what outcome it is not. */
function pull(
  { pulled, spec }: SimulatedRunParts,
  pullMs: number,
  tell: (message: string) => void,
  after: (ms: number, run: () => void) => void,
  done: (missing?: ContainerOutcome) => void,
): void {
  const { docker } = spec;
  if (!docker) return done();
  const key = `${spec.machine.name} ${docker.image}`;
  if (pulled.has(key) && docker.force_pull_image !== true) return done();
  tell(`[simulated] Pulling ${docker.image}`);
  if (MISSING_IMAGE.test(docker.image)) return after(pullMs, () => done(imageMissing(docker.image)));
  PULL_STEPS.forEach((step, index) =>
    after((pullMs * (index + 1)) / PULL_STEPS.length, () => tell(`[simulated] ${docker.image}: ${step}`)),
  );
  return after(pullMs, () => {
    pulled.add(key);
    done();
  });
}

const imageMissing = (image: string): ContainerOutcome => ({
  state: 'TASK_FAILED',
  reason: 'REASON_CONTAINER_LAUNCH_FAILED',
  message:
    `Failed to launch container: Failed to run 'docker pull ${image}': exited with status 1; ` +
    `stderr='Error response from daemon: pull access denied for ${image}, repository does not exist or may require 'docker login'' (simulated)`,
});

const exited = (program: string, { exitCode }: SimulatedLife): ContainerOutcome => ({
  state: exitCode === 0 ? 'TASK_FINISHED' : 'TASK_FAILED',
  message: `${program} exited with status ${exitCode}`,
});

/** Mesos names the signal for commands and, as Docker does, the exit status for containers. */
const killed = (program: string, signal: string, status: number): ContainerOutcome => ({
  state: 'TASK_KILLED',
  message: program === 'Command' ? `Command terminated with signal ${signal}` : `Container exited with status ${status}`,
});
