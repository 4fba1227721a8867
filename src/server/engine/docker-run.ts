import type { Container, ContainerInspectInfo } from 'dockerode';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint, ContainerOutcome, ContainerSpec, ContainerUpdate } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Clock } from '../../cluster/kernel/clock.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import { removeRunDirectory, runDirectory } from '../executors/run-directory.ts';
import { awaitEnd } from './await-end.ts';
import { containerName, type ContainerSettings } from './container-options.ts';
import { containerOutcome } from './container-outcome.ts';
import { createTaskContainer } from './create-task-container.ts';
import type { EngineConnection } from './engine-connection.ts';
import { engineMessage, isNotFound, isRefusal, isUnreachable } from './engine-faults.ts';
import { copyLogs } from './copy-logs.ts';
import type { SharedNetworks } from './shared-networks.ts';

/** Before the log or the end of a container is asked for again after a fault that is not an outage. */
const RETRY_MS = 500;
const REMOVED_WITHIN_MS = 1000;
/** Mesos' own, for a kill of which no more is known: the server that was to do it died in between. */
const DEFAULT_GRACE_MS = 3000;
const NOT_STARTED = 'The server was stopped before the container was started';
const REMOVED = 'The container was removed while the server was stopped';
const NEVER_STARTED: ContainerOutcome = { state: 'TASK_KILLED', message: 'Killed before the container was started' };

/** What a run needs of the world around it. */
export interface DockerContext {
  clock: Clock;
  log: Log;
  files: SandboxFiles;
  engine: EngineConnection;
  settings: ContainerSettings;
  networks: SharedNetworks;
}

/** One container from the pull of its image to its removal. Its outcome is reported exactly once, whatever happens. */
export class DockerRun {
  readonly spec: ContainerSpec;
  readonly #context: DockerContext;
  readonly #report: (update: ContainerUpdate) => void;
  readonly #stateDirectory: string;
  readonly #preparation = new AbortController();
  #killed = false;
  #graceMs = DEFAULT_GRACE_MS;
  #started = false;

  constructor(context: DockerContext, spec: ContainerSpec, report: (update: ContainerUpdate) => void) {
    this.#context = context;
    this.spec = spec;
    this.#report = report;
    this.#stateDirectory = runDirectory(spec.sandbox);
    if (spec.sharedNetwork) context.networks.enter(spec.sharedNetwork, spec);
  }

  get container(): Container {
    return this.#context.engine.docker.getContainer(containerName(this.spec.containerId));
  }

  /** Runs the container. Resolves once its outcome is reported. */
  launch(): Promise<void> {
    return this.#guarded(async () => {
      await mkdir(this.#stateDirectory, { recursive: true });
      await this.#context.engine.ready;
      if (this.spec.sharedNetwork) await this.#context.networks.make(this.spec.sharedNetwork, this.spec);
      await createTaskContainer(this.#context, this.spec, {
        signal: this.#preparation.signal,
        note: (line) => this.#note(line),
        tell: (message) => this.#report({ type: 'preparing', message }),
      });
      if (this.#killed) return NEVER_STARTED;
      await this.container.start();
      await this.#announce(await this.container.inspect());
      return this.#conclude();
    });
  }

  /** Follows the container that an earlier server started. Resolves once its outcome is reported. */
  recover({ name }: Checkpoint): Promise<void> {
    return this.#guarded(async () => {
      const known = await this.#storedOutcome();
      if (known) return known;
      this.#killed = existsSync(this.#killMark);
      await mkdir(this.#stateDirectory, { recursive: true });
      await this.#context.engine.ready;
      const info = await this.#inspect();
      if (!info) return { state: 'TASK_FAILED', message: name === undefined ? NOT_STARTED : REMOVED };
      if (info.State.Status === 'created') await this.container.start();
      if (info.State.Running || info.State.Status === 'created') await this.#announce(info);
      return this.#conclude();
    });
  }

  kill(graceMs: number): void {
    this.#killed = true;
    this.#graceMs = graceMs;
    this.#preparation.abort();
    if (this.#started) void this.#stop();
  }

  get #killMark(): string {
    return join(this.#stateDirectory, 'killed');
  }

  get #outcomeFile(): string {
    return join(this.#stateDirectory, 'outcome.json');
  }

  async #announce(info: ContainerInspectInfo): Promise<void> {
    const { sharedNetwork } = this.spec;
    const { Networks } = info.NetworkSettings;
    const own = Object.values(Networks).find(({ IPAddress }) => IPAddress)?.IPAddress;
    const ipAddress = sharedNetwork ? await this.#context.networks.addressOf(sharedNetwork) : own;
    this.#started = true;
    this.#report({
      type: 'running',
      pid: info.State.Pid,
      ...(ipAddress !== undefined && { ipAddress }),
      checkpoint: { name: containerName(this.spec.containerId), stateDirectory: this.#stateDirectory },
    });
    if (this.#killed) void this.#stop();
  }

  /** The engine itself sends SIGTERM and, after the grace, SIGKILL: this goes on should our server die meanwhile. */
  async #stop(): Promise<void> {
    // Written down, so that after a restart of the server its end is still seen as a kill.
    await writeFile(this.#killMark, '').catch((fault: unknown) => this.#context.log.warn(engineMessage(fault)));
    const seconds = Math.ceil(this.#graceMs / 1000);
    await this.#context.engine
      .persist(() => this.container.stop({ t: seconds }))
      .catch(() => {
        // It has ended or is gone: the outcome comes from whoever follows it.
      });
  }

  /** Follows the container to its end, through outages of the engine. */
  async #conclude(): Promise<ContainerOutcome> {
    const following = new AbortController();
    const followed = this.#followLogs(following.signal);
    const info = await this.#awaitEnd();
    following.abort();
    await followed;
    if (!info) return { state: this.#killed ? 'TASK_KILLED' : 'TASK_FAILED', message: 'The container was removed by someone else' };
    // Following is behind a container that writes fast: what it wrote last is read now, when no more can come.
    await this.#context.engine.persist(() => this.#copyLogs()).catch((fault: unknown) => this.#tellUncopied(fault));
    const outcome = containerOutcome(info.State, this.#killed, this.spec.resources.mem);
    await writeFile(this.#outcomeFile, JSON.stringify(outcome)).catch((fault: unknown) => this.#context.log.warn(engineMessage(fault)));
    return outcome;
  }

  async #awaitEnd(): Promise<ContainerInspectInfo | undefined> {
    for (;;) {
      try {
        await this.#context.engine.persist(() => awaitEnd(this.#context.engine.docker, this.container.id));
      } catch (fault) {
        if (!isNotFound(fault)) await this.#context.engine.pause(RETRY_MS);
      }
      const info = await this.#inspect();
      if (!info?.State.Running) return info;
    }
  }

  /** undefined when there is no such container. */
  async #inspect(): Promise<ContainerInspectInfo | undefined> {
    return this.#context.engine
      .persist(() => this.container.inspect())
      .catch((fault: unknown) => {
        if (isNotFound(fault)) return undefined;
        throw fault;
      });
  }

  #copyLogs(signal?: AbortSignal): Promise<void> {
    return copyLogs(this.container, this.spec.sandbox, this.#stateDirectory, signal);
  }

  /** Copies the output as it comes, until `signal` fires. What interrupts it (an outage, a full disk) is waited out. */
  async #followLogs(signal: AbortSignal): Promise<void> {
    let told = false;
    while (!signal.aborted) {
      try {
        await this.#copyLogs(signal);
      } catch (fault) {
        if (signal.aborted) return;
        if (!told && !isUnreachable(fault)) this.#tellUncopied(fault);
        told = true;
        // It is gone, or the app chose a log driver that cannot be read: asking again would not help.
        if (isRefusal(fault)) return;
      }
      await this.#context.engine.pause(RETRY_MS);
    }
  }

  #tellUncopied(fault: unknown): void {
    if (!isNotFound(fault)) this.#context.log.warn(`The output of task ${this.spec.taskId} cannot be copied: ${engineMessage(fault)}`);
  }

  async #storedOutcome(): Promise<ContainerOutcome | undefined> {
    const text = await readFile(this.#outcomeFile, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as ContainerOutcome);
  }

  /** Notes go to stderr: stdout holds nothing but what the container wrote. A note that cannot be written (full disk) harms no task. */
  async #note(line: string): Promise<void> {
    await this.#context.files
      .append(join(this.spec.sandbox, 'stderr'), `${line}\n`)
      .catch((fault: unknown) =>
        this.#context.log.warn(`A note of task ${this.spec.taskId} could not be written: ${engineMessage(fault)}`),
      );
  }

  async #guarded(work: () => Promise<ContainerOutcome>): Promise<void> {
    const outcome = await work().catch((fault: unknown) => this.#failedLaunch(fault));
    // Whoever is told of the end may rely on it that nothing is left; only an engine that is away is not waited for.
    await Promise.race([this.#clearUp(), this.#context.engine.pause(REMOVED_WITHIN_MS)]);
    // Without a container that ran nobody has a checkpoint by which to remove this.
    if (!this.#started) await removeRunDirectory(this.#stateDirectory, this.#context.log);
    this.#report({ type: 'ended', outcome });
  }

  async #clearUp(): Promise<void> {
    await this.#removeContainer();
    if (this.spec.sharedNetwork) await this.#context.networks.leave(this.spec.sharedNetwork, this.spec);
  }

  /** Removes the container and its anonymous volumes, now or as soon as the engine is back. */
  async #removeContainer(): Promise<void> {
    await this.#context.engine
      .persist(() => this.container.remove({ force: true, v: true }))
      .catch((fault: unknown) => {
        if (!isNotFound(fault))
          this.#context.log.warn(`The container of task ${this.spec.taskId} could not be removed: ${engineMessage(fault)}`);
      });
  }

  #failedLaunch(fault: unknown): ContainerOutcome {
    if (this.#killed) return NEVER_STARTED;
    const message = `Failed to launch container: ${this.#context.engine.explain(fault)}`;
    void this.#note(message);
    return { state: 'TASK_FAILED', message, reason: 'REASON_CONTAINER_LAUNCH_FAILED' };
  }
}
