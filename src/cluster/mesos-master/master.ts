import type { Fetch } from '../../api/http/fetch.ts';
import type { ConnectScheduler } from '../../api/mesos/scheduler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { MESOS_VERSION } from '../libprocess/build.ts';
import type { RecordStream } from '../libprocess/record-stream.ts';
import type { Machine } from '../machines/machine.ts';
import { reachableName } from '../machines/reachable-name.ts';
import { createAgentLines } from './agent-lines.ts';
import type { RegisterAgent } from './agent-link.ts';
import { giveUpRecovered, REREGISTER_TIMEOUT_MS } from './agents.ts';
import { createAllocations } from './allocations.ts';
import { createAllocator } from './allocator.ts';
import type { MasterContext } from './context.ts';
import { finishDrain } from './drain.ts';
import { publishTo } from './event-stream.ts';
import { createOfferFilters } from './filters.ts';
import { awaitFailover, frameworkEntry } from './frameworks.ts';
import { createMasterHttp } from './http.ts';
import { machineKey } from './maintenance-rules.ts';
import { createRegistry } from './registry.ts';
import { createSchedulerLines } from './scheduler-calls.ts';
import type { MasterState } from './state.ts';
import { count } from './tally.ts';

/** A Mesos master that leads, from its election to `stop`. */
export interface MesosMaster {
  readonly fetch: Fetch;
  readonly connectScheduler: ConnectScheduler;
  readonly registerAgent: RegisterAgent;
  /** As its MasterInfo has them. */
  readonly hostname: string;
  readonly port: number;
  stop(): void;
}

export interface MasterOptions {
  machine: Machine;
  clusterName: string;
  /** How many masters the cluster has: this one alone, unless told otherwise. */
  masters?: number;
  /** Made known by its candidacy; a new one each time it stands for election. Without it one is made. */
  id?: string;
  /** What it says it is; the release whose wire it speaks, unless told otherwise. */
  version?: string;
}

/** Mesos' default port of a master. */
const MASTER_PORT = 5050;

export function createMesosMaster(kernel: Kernel, options: MasterOptions): MesosMaster {
  const registry = createRegistry(kernel.store, kernel.log.as(`mesos-master@${options.machine.name}`));
  const state = emptyState(kernel, options);
  const listeners = new Set<RecordStream>();
  const allocator = createAllocator(kernel, () => context);
  const context: MasterContext = {
    kernel,
    state,
    registry,
    filters: createOfferFilters(kernel.clock, (agentIds) => allocator.wake(agentIds)),
    allocations: createAllocations(),
    allocator,
    listeners,
    onTaskGone: (agent) => kernel.mailbox.post(() => finishDrain(context, agent)),
    publish: (event) => publishTo(listeners, event),
  };
  recover(context);
  const giveUp = kernel.clock.after(REREGISTER_TIMEOUT_MS, () => giveUpRecovered(context));
  const schedulers = createSchedulerLines(context);
  const agents = createAgentLines(context);
  return {
    fetch: createMasterHttp(context, schedulers.connectOverHttp),
    connectScheduler: schedulers.connect,
    registerAgent: agents.register,
    hostname: state.hostname,
    port: state.port,
    stop() {
      allocator.stop();
      context.filters.stop();
      giveUp.cancel();
      for (const framework of state.frameworks.values()) framework.failover?.cancel();
      for (const agent of state.agents.values()) agent.removal?.cancel();
      schedulers.closeAll();
      agents.closeAll();
      for (const listener of listeners) listener.close();
    },
  };
}

function emptyState(kernel: Kernel, options: MasterOptions): MasterState {
  const { machine, clusterName, masters = 1, id = kernel.ids.uuid(), version = MESOS_VERSION } = options;
  return {
    id,
    clusterName,
    masters,
    version,
    // without a port of its own nobody connects to it: then it is named as VagrantConfig.yaml has it
    ...(machine.exposedPort === undefined
      ? { hostname: machine.ip, ip: machine.ip, port: MASTER_PORT }
      : { hostname: reachableName(machine), ip: machine.address.address, port: machine.exposedPort }),
    machine: { cpus: machine.cpus, memory: machine.memory },
    startedAt: kernel.clock.now(),
    agents: new Map(),
    recoveredAgents: new Map(),
    unreachableAgents: new Map(),
    goneAgents: new Map(),
    frameworks: new Map(),
    completedFrameworks: [],
    offers: new Map(),
    counters: { agents: 0, frameworks: 0, offers: 0, metrics: new Map() },
    weights: new Map(),
    maintenance: { schedule: {}, down: new Map(), inverseOffers: new Map(), answers: new Map() },
    quotas: new Map(),
    total: {},
    used: {},
  };
}

/** What the registry remembers of before this start. Live tasks come with the agents. */
function recover(context: MasterContext): void {
  const { state, registry } = context;
  for (const [agentId, at] of registry.goneAgents()) state.goneAgents.set(agentId, at);
  for (const record of registry.agents()) state.recoveredAgents.set(record.id, record);
  for (const [role, weight] of registry.weights()) state.weights.set(role, weight);
  const { schedule, down } = registry.maintenance();
  state.maintenance.schedule = schedule;
  for (const machine of down) state.maintenance.down.set(machineKey(machine), machine);
  for (const quota of registry.quotas()) state.quotas.set(quota.role, quota);
  for (const record of registry.frameworks()) {
    const framework = frameworkEntry(record, record.unregisteredAt === undefined);
    if (record.unregisteredAt === undefined) {
      state.frameworks.set(record.id, framework);
      awaitFailover(context, framework);
    } else state.completedFrameworks.push(framework);
  }
  state.completedFrameworks.sort((a, b) => (a.unregisteredAt ?? 0) - (b.unregisteredAt ?? 0));
  const completed = new Map(state.completedFrameworks.map((framework) => [framework.id, framework]));
  for (const task of registry.completedTasks()) {
    const framework = state.frameworks.get(task.frameworkId) ?? completed.get(task.frameworkId);
    if (!framework) continue;
    framework.completedTasks.push({ ...task, released: true });
    count(framework.tally, task.state);
    count(framework.agents, task.agentId);
  }
}
