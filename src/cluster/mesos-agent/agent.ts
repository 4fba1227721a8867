import type { Fetch } from '../../api/http/fetch.ts';
import { noQuantities, resourcesOf, type Pool } from '../../api/mesos/quantities.ts';
import type { Attribute, Range } from '../../api/mesos/resources.ts';
import type { Containerizer } from '../executor/containerizer.ts';
import type { SandboxFiles } from '../executor/sandbox-files.ts';
import { every, type Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { MESOS_VERSION } from '../libprocess/build.ts';
import type { Machine } from '../machines/machine.ts';
import { reachableName } from '../machines/reachable-name.ts';
import type { Probe } from '../kernel/probe.ts';
import type { AgentCommands, AgentRegistration } from '../mesos-master/agent-link.ts';
import type { MesosMaster } from '../mesos-master/master.ts';
import { createCheckpoints } from './checkpoints.ts';
import type { AgentContext } from './context.ts';
import { drain, endEverything } from './drain.ts';
import { COLLECT_EVERY_MS, collectSandboxes, GC_DELAY_MS } from './garbage.ts';
import { createAgentHttp } from './http.ts';
import { AGENT_PORT, allExecutors, type AgentState } from './state.ts';
import { checkpointResources, recoverResources } from './runtime-resources.ts';
import { endAllTasks } from './stop.ts';
import { killTask, launchTask, recoverTasks, shutdownFramework } from './tasks.ts';
import { acknowledge, resendPending } from './updates.ts';
import { createSandboxSizes } from './sandbox-sizes.ts';
import { createVolumeDirectories } from './volumes.ts';

/** A Mesos agent: registers with the leading master, runs what that launches here, and tells what becomes of it. */
export interface MesosAgent {
  readonly fetch: Fetch;
  /** Given by the master; undefined before the first registration. */
  id(): string | undefined;
  registered(): boolean;
  /** With `keepTasks` containers and processes go on running and are found again at the next start; else they are ended first. */
  stop(options: { keepTasks: boolean }): Promise<void>;
}

export interface AgentOptions {
  machine: Machine;
  resources: { cpus: number; mem: number; disk: number; gpus: number; ports: Range[] };
  attributes: Attribute[];
  /** Role of all resources: `*`, or `slave_public` on public agents. */
  defaultRole: string;
  workDir: string;
  /** The leading master as `leader.mesos` resolves now; undefined while there is none: the agent asks again. */
  findMaster: () => MesosMaster | undefined;
  containerizers: { docker: Containerizer; process: Containerizer };
  files: SandboxFiles;
  /** Without it health checks by HTTP and TCP are not made. */
  probe?: Probe;
}

/** How soon an agent looks again for a leader. */
const FIND_MASTER_EVERY_MS = 100;
/** How soon it asks again where an operator does not want it: its machine is down for maintenance, or it was marked gone. */
const REFUSED_AGAIN_MS = 10_000;

export function createMesosAgent(kernel: Kernel, options: AgentOptions): MesosAgent {
  const checkpoints = createCheckpoints(kernel.store, options.machine.name);
  const log = kernel.log.as(`mesos-agent@${options.machine.name}`);
  const context: AgentContext = {
    kernel,
    log,
    state: initialState(kernel, options, checkpoints.agentId()),
    checkpoints,
    files: options.files,
    sandboxSizes: createSandboxSizes(kernel.clock, options.files),
    volumes: createVolumeDirectories(options.files, options.workDir, log),
    containerizers: options.containerizers,
    probe: options.probe,
    link: undefined,
    unwanted: undefined,
    stopped: false,
  };
  recoverResources(context);
  recoverTasks(context);
  const collecting = every(kernel.clock, COLLECT_EVERY_MS, () => void collectSandboxes(context));
  const registration = keepRegistered(context, options.findMaster);
  return {
    fetch: createAgentHttp(context),
    id: () => context.state.id,
    registered: () => context.state.registered,
    async stop({ keepTasks }) {
      registration.cancel();
      collecting.cancel();
      // without a line nothing new is launched here while the rest ends; what is untold is stored and told at the next start
      const { link } = context;
      link?.close();
      context.link = undefined;
      context.state.registered = false;
      if (!keepTasks) {
        await endAllTasks(context);
        link?.leave();
      }
      context.stopped = true;
      for (const executor of allExecutors(context.state)) {
        executor.cancelResend();
        executor.cancelHealthCheck();
      }
    },
  };
}

function initialState(kernel: Kernel, options: AgentOptions, id: string | undefined): AgentState {
  const configured: Pool = { [options.defaultRole]: { ...noQuantities(), ...options.resources } };
  return {
    machine: options.machine,
    hostname: reachableName(options.machine),
    port: options.machine.exposedPort ?? AGENT_PORT,
    workDir: options.workDir,
    configured,
    total: configured,
    attributes: options.attributes,
    defaultRole: options.defaultRole,
    startedAt: kernel.clock.now(),
    id,
    registered: false,
    masterHostname: undefined,
    draining: undefined,
    frameworks: new Map(),
    counters: { validUpdates: 0, launchErrors: 0, ended: new Map(), sandboxesRemoved: 0, sandboxesKept: 0 },
    sandboxAgeMs: GC_DELAY_MS,
  };
}

/** Finds a leader, registers, and does so again whenever the line breaks. */
function keepRegistered(context: AgentContext, findMaster: AgentOptions['findMaster']): Timer {
  let timer: Timer | undefined;
  const look = (): void => {
    if (context.stopped) return;
    const master = findMaster();
    if (!master) return lookIn(FIND_MASTER_EVERY_MS);
    context.state.masterHostname = master.hostname;
    context.link = master.registerAgent(registrationOf(context), commandsOf(context, lookIn));
  };
  const lookIn = (waitMs: number): void => {
    timer?.cancel();
    if (waitMs === 0) look();
    else timer = context.kernel.clock.after(waitMs, look);
  };
  look();
  return { cancel: () => timer?.cancel() };
}

function registrationOf({ state }: AgentContext): AgentRegistration {
  const executors = allExecutors(state);
  return {
    ...(state.id !== undefined && { agentId: state.id }),
    hostname: state.hostname,
    ip: state.machine.ip,
    port: state.port,
    resources: resourcesOf(state.configured),
    total: resourcesOf(state.total),
    attributes: [...state.attributes],
    version: MESOS_VERSION,
    tasks: executors.map(({ record }) => ({
      frameworkId: record.frameworkId,
      task: record.task,
      state: record.state,
      statuses: [...record.statuses],
    })),
    frameworks: [...state.frameworks.values()].filter(({ executors }) => executors.size > 0).map(({ info }) => info),
  };
}

function commandsOf(context: AgentContext, look: (waitMs: number) => void): AgentCommands {
  const { state, checkpoints } = context;
  const lost = (waitMs = 0): void => {
    context.link?.close();
    context.link = undefined;
    state.registered = false;
    look(waitMs);
  };
  return {
    registered(agentId) {
      if (state.id !== agentId) {
        state.id = agentId;
        checkpoints.saveAgentId(agentId);
      }
      state.registered = true;
      context.unwanted = undefined;
      context.log.info(`Registered with the master as ${agentId}.`);
      resendPending(context);
    },
    launch: (framework, task) => launchTask(context, framework, task),
    checkpoint: (resources) => checkpointResources(context, resources),
    kill: (frameworkId, taskId, graceMs) => killTask(context, frameworkId, taskId, graceMs),
    acknowledge: (frameworkId, taskId, uuid) => acknowledge(context, frameworkId, taskId, uuid),
    frameworkConnected: (frameworkId) => resendPending(context, frameworkId),
    shutdownFramework: (frameworkId) => shutdownFramework(context, frameworkId),
    drain: (draining) => drain(context, draining),
    shutdown(message) {
      const news = message !== context.unwanted;
      if (news) context.log.warn(`${message}. Everything here ends; the agent asks again each ${REFUSED_AGAIN_MS / 1000} s.`);
      context.unwanted = message;
      endEverything(context);
      lost(REFUSED_AGAIN_MS);
    },
    masterLost: () => lost(),
    removed(message) {
      context.log.warn(`${message}. The agent registers anew.`);
      state.id = undefined;
      checkpoints.saveAgentId(undefined);
      lost();
    },
  };
}
