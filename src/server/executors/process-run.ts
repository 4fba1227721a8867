import { existsSync, writeFileSync } from 'node:fs';
import { lchown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint, ContainerOutcome, ContainerSpec, ContainerUpdate } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Clock, Timer } from '../../cluster/kernel/clock.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import type { SystemNames } from '../system/system-names.ts';
import { commandArgv } from './command-argv.ts';
import { exitOutcome } from './exit-status.ts';
import { fetchArtifacts } from './fetch-artifacts.ts';
import { endGroup, isAlive, signalGroup, type ProcessIdentity } from './process-group.ts';
import { removeRunDirectory, runDirectory } from './run-directory.ts';
import { readIdentity, readStatus, startSupervised, type Supervised } from './supervisor.ts';
import { taskAccount } from './task-account.ts';
import { taskEnvironment } from './task-environment.ts';

/** How often a process that is not our child is looked at: the system tells only parents of an end. */
const WATCH_MS = 200;
/** Looks at the status file after the process is gone; the supervisor writes it a moment later. */
const STATUS_ATTEMPTS = 10;
/** Mesos' own, for a kill of which no more is known. */
const DEFAULT_GRACE_MS = 3000;
const NEVER_STARTED = 'Killed before the command was started';

/** What a run needs of the world around it. */
export interface ProcessContext {
  clock: Clock;
  log: Log;
  files: SandboxFiles;
  names: SystemNames;
}

/** One command from its preparation to its end. Its outcome is reported exactly once, whatever happens. */
export class ProcessRun {
  readonly spec: ContainerSpec;
  process: ProcessIdentity | undefined;
  readonly #context: ProcessContext;
  readonly #report: (update: ContainerUpdate) => void;
  readonly #stateDirectory: string;
  readonly #preparation = new AbortController();
  #killed: boolean;
  #graceMs = DEFAULT_GRACE_MS;
  #escalation: Timer | undefined;

  constructor(context: ProcessContext, spec: ContainerSpec, report: (update: ContainerUpdate) => void) {
    this.#context = context;
    this.spec = spec;
    this.#report = report;
    this.#stateDirectory = runDirectory(spec.sandbox);
    this.#killed = existsSync(this.#killMark);
  }

  /** Runs the command. Resolves once its outcome is reported. */
  launch(): Promise<void> {
    return this.#guarded(async () => {
      const supervised = await this.#prepare();
      if (!supervised) return { state: 'TASK_KILLED', message: NEVER_STARTED };
      const process = await supervised.started;
      this.#announce(process);
      if (this.#killed) this.#terminate(process);
      await this.#note(`Forked command at ${process.pid}`);
      await supervised.ended;
      return this.#conclude(process);
    });
  }

  /** Follows the command that an earlier server started. Resolves once its outcome is reported. */
  recover({ pid, startTime }: Checkpoint): Promise<void> {
    return this.#guarded(async () => {
      const stored = typeof pid === 'number' && typeof startTime === 'string' ? { pid, startTime } : undefined;
      const process = stored ?? (await readIdentity(this.#stateDirectory));
      if (!process) return { state: 'TASK_FAILED', message: 'The server was stopped before the command was started' };
      if (await isAlive(process)) {
        this.#announce(process);
        // The server that was to kill it died in between.
        if (this.#killed) this.#terminate(process);
      }
      return this.#conclude(process);
    });
  }

  kill(graceMs: number): void {
    this.#killed = true;
    this.#graceMs = graceMs;
    this.#preparation.abort();
    if (!this.process) return;
    // Written down, so that after a restart of the server its end is still seen as a kill.
    writeFileSync(this.#killMark, '');
    this.#terminate(this.process);
  }

  get #killMark(): string {
    return join(this.#stateDirectory, 'killed');
  }

  /** Makes the sandbox ready and starts the supervisor; undefined when it was killed meanwhile. */
  async #prepare(): Promise<Supervised | undefined> {
    const { command, sandbox } = this.spec;
    const argv = commandArgv(command);
    if (argv.length === 0) throw new Error('it has neither a command nor arguments to run');
    await mkdir(this.#stateDirectory, { recursive: true });
    await fetchArtifacts(command?.uris ?? [], sandbox, this.#preparation.signal, (line) => this.#note(line));
    const as = taskAccount(command?.user, this.#context.names);
    if (as.kind === 'refused') await this.#note(as.message);
    const account = as.kind === 'other' ? as.account : undefined;
    // never what a link leads to
    if (account)
      for (const path of [sandbox, this.#stateDirectory, ...(this.spec.persistentVolumes ?? [])])
        await lchown(path, account.uid, account.gid);
    if (this.#killed) return undefined;
    return startSupervised({
      argv,
      directory: sandbox,
      stateDirectory: this.#stateDirectory,
      environment: taskEnvironment(this.spec),
      ...(account && { account }),
    });
  }

  #announce(process: ProcessIdentity): void {
    this.process = process;
    this.#report({ type: 'running', pid: process.pid, checkpoint: { ...process, stateDirectory: this.#stateDirectory } });
  }

  #terminate(process: ProcessIdentity): void {
    signalGroup(process.pid, 'SIGTERM');
    this.#escalation?.cancel();
    this.#escalation = this.#context.clock.after(this.#graceMs, () => void endGroup(process, this.#context.clock));
  }

  async #conclude(process: ProcessIdentity): Promise<ContainerOutcome> {
    const status = await this.#awaitStatus(process);
    await endGroup(process, this.#context.clock);
    const outcome = exitOutcome(status, this.#killed, 'Command');
    await this.#note(`${outcome.message} (pid: ${process.pid})`);
    return outcome;
  }

  /** Resolves to the exit status once the process has ended; undefined when nothing wrote it down. */
  async #awaitStatus(process: ProcessIdentity): Promise<number | undefined> {
    while (await isAlive(process)) await this.#pause(WATCH_MS);
    for (let attempt = 0; attempt < STATUS_ATTEMPTS; attempt++) {
      const status = await readStatus(this.#stateDirectory);
      if (status !== undefined) return status;
      await this.#pause(WATCH_MS / 10);
    }
    return undefined;
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#context.clock.after(ms, resolve));
  }

  /** Notes go to stderr: stdout holds nothing but what the command wrote. A note that cannot be written (full disk) harms no task. */
  async #note(line: string): Promise<void> {
    await this.#context.files
      .append(join(this.spec.sandbox, 'stderr'), `${line}\n`)
      .catch((fault: unknown) => this.#context.log.warn(`A note of task ${this.spec.taskId} could not be written: ${String(fault)}`));
  }

  async #guarded(work: () => Promise<ContainerOutcome>): Promise<void> {
    const outcome = await work().catch((fault: unknown) => this.#failedLaunch(fault));
    this.#escalation?.cancel();
    // Without a process nobody has a checkpoint by which to remove this.
    if (!this.process) await removeRunDirectory(this.#stateDirectory, this.#context.log);
    this.#report({ type: 'ended', outcome });
  }

  #failedLaunch(fault: unknown): ContainerOutcome {
    if (this.#killed) return { state: 'TASK_KILLED', message: NEVER_STARTED };
    const message = `Failed to launch the command: ${fault instanceof Error ? fault.message : String(fault)}`;
    this.#context.log.warn(`Task ${this.spec.taskId}: ${message}`);
    return { state: 'TASK_FAILED', message, reason: 'REASON_CONTAINER_LAUNCH_FAILED' };
  }
}
