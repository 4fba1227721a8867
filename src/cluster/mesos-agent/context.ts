import type { Containerizer } from '../executor/containerizer.ts';
import type { SandboxFiles } from '../executor/sandbox-files.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Log } from '../kernel/log.ts';
import type { Probe } from '../kernel/probe.ts';
import type { AgentLink } from '../mesos-master/agent-link.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { SandboxSizes } from './sandbox-sizes.ts';
import type { AgentState } from './state.ts';
import type { VolumeDirectories } from './volumes.ts';

/** What the parts of an agent share. */
export interface AgentContext {
  readonly kernel: Kernel;
  readonly log: Log;
  readonly state: AgentState;
  readonly checkpoints: Checkpoints;
  readonly files: SandboxFiles;
  readonly sandboxSizes: SandboxSizes;
  readonly volumes: VolumeDirectories;
  readonly containerizers: { docker: Containerizer; process: Containerizer };
  /** How tasks are reached for health checks by HTTP and TCP, where they can be. */
  readonly probe: Probe | undefined;
  /** The line to the master; undefined while there is none. */
  link: AgentLink | undefined;
  /** Why the master does not want the agent, as it said last. */
  unwanted: string | undefined;
  /** From now on nothing is told, launched or stored: the process is about to end. */
  stopped: boolean;
}
