import { every, type Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { ContainerOutcome, ContainerSpec, ContainerUpdate } from './containerizer.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { simulatedLife } from './simulated-labels.ts';
import { simulatedLogLine } from './simulated-log.ts';
import { type Script, type ScriptOutput, simulatedScript } from './simulated-script.ts';
import { STDERR, STDOUT } from './simple-shell.ts';

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

export function startSimulatedRun(begun: SimulatedRunParts): SimulatedRun {
  const { kernel, report } = begun;
  const script = scriptOf(begun.spec);
  // of many runs the variables would take more memory than all else, and none is asked for once the command is understood
  const spec = { ...begun.spec, environment: {} };
  const parts = { ...begun, spec };
  const { life, problems } = simulatedLife(spec.labels);
  const write = writer(parts);
  const program = spec.docker ? 'Container' : 'Command';
  let timers: Timer[] = [];
  let startedAt: number | undefined;
  let ended = false;

  const after = (ms: number, run: () => void): void => {
    const timer = kernel.clock.after(ms, () => {
      timers = timers.filter((other) => other !== timer);
      run();
    });
    timers.push(timer);
  };
  const end = (outcome: ContainerOutcome): void => {
    if (ended) return;
    ended = true;
    startedAt = undefined;
    for (const timer of timers) timer.cancel();
    timers = [];
    report({ type: 'ended', outcome });
  };
  const run = (since: number, takenUp = false): void => {
    startedAt = since;
    report({ type: 'running', checkpoint: { startedAt: since } });
    if (script === undefined || 'SIMULATE_LOG_EVERY' in spec.labels) {
      timers.push(every(kernel.clock, life.logEveryMs, () => write('stdout', simulatedLogLine(kernel, spec))));
    }
    const until = (ms: number): number => since + ms - kernel.clock.now();
    // One that is taken up has written before what was due then. Of one that just began all is still to come, whatever the clock has
    // gone on to meanwhile.
    const outputs = script?.outputs.filter(({ atMs }) => atMs !== Infinity && (!takenUp || until(atMs) >= 0)) ?? [];
    for (const output of outputs) after(Math.max(0, until(output.atMs)), () => writeOutput(parts, output));
    const exitAfterMs = script?.endsAtMs ?? life.exitAfterMs;
    if (exitAfterMs !== undefined && exitAfterMs !== Infinity) {
      after(Math.max(0, until(exitAfterMs)), () => end(exited(program, script?.exitCode ?? life.exitCode)));
    }
  };

  if (parts.startedAt !== undefined) run(parts.startedAt, true);
  else {
    // like any task's sandbox it has both files from the beginning
    append(parts, 'stderr', '');
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
  (parts: SimulatedRunParts) =>
  (file: 'stdout' | 'stderr', line: string): void =>
    append(parts, file, `${line}\n`);

function append({ kernel, files, spec }: SimulatedRunParts, file: string, text: string): void {
  files
    .append(`${spec.sandbox}/${file}`, text)
    .catch((fault: unknown) => kernel.log.warn(`${file} of ${spec.taskId} could not be written: ${String(fault)}`));
}

/** Labels that say how it ends go before what its command says. */
function scriptOf({ command, labels, environment }: ContainerSpec): Script | undefined {
  if (command?.value === undefined || 'SIMULATE_EXIT_AFTER' in labels || 'SIMULATE_EXIT_CODE' in labels) return undefined;
  const { shell = true, value, arguments: argv = [] } = command;
  return simulatedScript(shell ? value : [value, ...argv.slice(1)].map(quoted).join(' '), environment);
}

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The logs are marked line by line; a file of the task's own holds what its command puts there. */
function writeOutput(parts: SimulatedRunParts, { file, text }: ScriptOutput): void {
  if (file === STDOUT || file === STDERR)
    append(parts, file === STDOUT ? 'stdout' : 'stderr', text.replaceAll(/^(?=[^])/gm, '[simulated] '));
  else append(parts, file, text);
}

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

const exited = (program: string, exitCode: number): ContainerOutcome => ({
  state: exitCode === 0 ? 'TASK_FINISHED' : 'TASK_FAILED',
  message: `${program} exited with status ${exitCode}`,
});

/** Mesos names the signal for commands and, as Docker does, the exit status for containers. */
const killed = (program: string, signal: string, status: number): ContainerOutcome => ({
  state: 'TASK_KILLED',
  message: program === 'Command' ? `Command terminated with signal ${signal}` : `Container exited with status ${status}`,
});
