import type { CommandInfo, DockerInfo, Volume } from '../../api/mesos/task.ts';

/**
 * What the executor is asked to run, and how it says what became of it. The agent makes one executor per task (as Mesos
 * does for command and Docker tasks); `docker`, `process` and `simulated` are three ways to run the same thing.
 */
export type ContainerizerKind = 'docker' | 'process' | 'simulated';

export interface ContainerSpec {
  /** UUID of this run; names the sandbox and labels the container. */
  containerId: string;
  taskId: string;
  taskName: string;
  frameworkId: string;
  frameworkName: string;
  agentId: string;
  machine: MachineAddress;
  command?: CommandInfo;
  docker?: DockerInfo;
  /** Of a container of a group that is not on the host's network: what it shares with the others. */
  sharedNetwork?: SharedNetwork;
  volumes: Volume[];
  /** Directories of its persistent volumes, which are among `volumes`: they belong to whom the task runs as. */
  persistentVolumes?: string[];
  resources: { cpus: number; mem: number; disk: number; gpus: number };
  /** Host ports given to the task, in order. */
  ports: number[];
  /** Everything the task finds in its environment. */
  environment: Record<string, string>;
  /** Path of the sandbox as `SandboxFiles` knows it; `stdout` and `stderr` are files in it. */
  sandbox: string;
  /** The task's labels, for what a user steers by label (simulated faults). */
  labels: Record<string, string>;
}

/** One network for all containers of a group: they have one address, and all ports that are mapped lead there. */
export type SharedNetwork = { id: string } & Pick<DockerInfo, 'network' | 'parameters' | 'port_mappings'>;

export interface MachineAddress {
  /** As in VagrantConfig.yaml: `a1`. */
  name: string;
  /** As in VagrantConfig.yaml: `192.168.65.111`. */
  ip: string;
  /** Where this machine's ports really are: a loopback address of its own where the OS lets it have one, else `127.0.0.1`. */
  address: string;
}

/** Plain JSON by which a containerizer finds its container or process again after a restart. */
export type Checkpoint = Record<string, string | number>;

export type ContainerUpdate =
  /** Something worth telling while it is prepared (an image being pulled); also written to the sandbox's stderr. */
  | { type: 'preparing'; message: string }
  | { type: 'running'; pid?: number; ipAddress?: string; checkpoint: Checkpoint }
  | { type: 'ended'; outcome: ContainerOutcome };

export interface ContainerOutcome {
  state: 'TASK_FINISHED' | 'TASK_FAILED' | 'TASK_KILLED';
  /** For people: `Command exited with status 1`, or what Docker said. */
  message: string;
  reason?: `REASON_${string}`;
}

/** Cumulative CPU seconds and bytes, as `/monitor/statistics` reports them. */
export interface ContainerUsage {
  cpusUserTimeSecs: number;
  cpusSystemTimeSecs: number;
  memRssBytes: number;
  memLimitBytes: number;
}

export interface Containerizer {
  readonly kind: ContainerizerKind;
  /** Of a simulated one: why nothing real is run. It is shown wherever the task is. */
  readonly simulatedBecause?: string;
  /** Starts the container; every step is told by `report`, `ended` last and exactly once. Never throws: a fault is an outcome. */
  launch(spec: ContainerSpec, report: (update: ContainerUpdate) => void): void;
  /** Takes up a container of an earlier run of the cluster: reports `running` if it still runs, else `ended` with its outcome as far as known. */
  recover(spec: ContainerSpec, checkpoint: Checkpoint, report: (update: ContainerUpdate) => void): void;
  /** Asks to stop: SIGTERM, then SIGKILL after `graceMs`. The outcome comes by `report`. Unknown ids are ignored. */
  kill(containerId: string, graceMs: number): void;
  /** What the container really uses; undefined when it does not run. */
  usage(containerId: string): Promise<ContainerUsage | undefined>;
  /** Runs a command inside (COMMAND health checks). Resolves to the exit code; 124 when `timeoutMs` passed first. */
  exec(containerId: string, command: CommandInfo, timeoutMs: number): Promise<number>;
  /** Removes what is left of an ended container outside the sandbox. */
  remove(containerId: string, checkpoint: Checkpoint): void;
}
