import type { MachineId, MaintenanceSchedule } from '../../api/mesos/maintenance.ts';
import { limits } from '../kernel/limits.ts';
import type { Log } from '../kernel/log.ts';
import type { Store, StoreWrite } from '../kernel/store.ts';
import type { Quota } from './quota-rules.ts';
import type { AgentRecord, FrameworkEntry, FrameworkRecord, Maintenance, TaskEntry } from './state.ts';

const AGENTS = 'mesos-master/agents';
const GONE_AGENTS = 'mesos-master/gone-agents';
const FRAMEWORKS = 'mesos-master/frameworks';
const COMPLETED_TASKS = 'mesos-master/completed-tasks';
const WEIGHTS = 'mesos-master/weights';
const QUOTAS = 'mesos-master/quota-configs';

const MAINTENANCE = 'mesos-master/maintenance';

interface StoredMaintenance {
  schedule: MaintenanceSchedule;
  down: MachineId[];
}

type CompletedTask = Omit<TaskEntry, 'released'>;

/** What the master keeps over a restart. Running tasks are not in it: the agents tell them when they register again. */
export interface Registry {
  agents(): AgentRecord[];
  frameworks(): FrameworkRecord[];
  /** Of all frameworks; those of one framework oldest first. */
  completedTasks(): CompletedTask[];
  weights(): [role: string, weight: number][];
  quotas(): Quota[];
  maintenance(): StoredMaintenance;
  saveMaintenance(maintenance: Pick<Maintenance, 'schedule' | 'down'>): void;
  saveAgent(agent: AgentRecord): void;
  forgetAgent(agentId: string): void;
  /** Agents that may not register again, with when they were given up. */
  goneAgents(): [agentId: string, at: number][];
  saveGoneAgent(agentId: string, at: number): void;
  forgetGoneAgent(agentId: string): void;
  saveFramework(framework: FrameworkEntry): void;
  forgetFramework(framework: FrameworkEntry): void;
  /** Keeps a completed task and forgets the ones that had to make room. */
  saveCompletedTask(task: TaskEntry, evicted: readonly TaskEntry[]): void;
  saveWeights(weights: ReadonlyMap<string, number>): void;
  /** undefined removes it. */
  saveQuota(role: string, quota: Quota | undefined): void;
}

/** Keys sort by framework, then by the time of the end. */
function completedKey(task: CompletedTask): string {
  const ended = Math.round((task.statuses.at(-1)?.timestamp ?? 0) * 1000);
  return `${task.frameworkId} ${String(ended).padStart(15, '0')} ${task.task.task_id.value}`;
}

export function createRegistry(store: Store, log: Log): Registry {
  /** What the master cannot store now, agents and frameworks tell it again after a restart: it goes on. */
  const write = (batch: readonly StoreWrite[]): void => {
    try {
      store.write(batch);
    } catch (fault) {
      log.error(`The registry could not be stored: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  };
  const put = (collection: string, key: string, value: unknown): StoreWrite => ({ collection, key, value });
  const values = <T>(collection: string): T[] => store.list<T>(collection).map(([, value]) => value);
  const removal = (task: TaskEntry): StoreWrite => put(COMPLETED_TASKS, completedKey(task), undefined);
  return {
    agents: () => values(AGENTS),
    frameworks: () => values(FRAMEWORKS),
    completedTasks: () => values(COMPLETED_TASKS),
    weights: () => store.list(WEIGHTS),
    quotas: () => values(QUOTAS),
    saveAgent({ id, registration, registeredAt, reregisteredAt, deactivated, drain }) {
      const record: AgentRecord = {
        id,
        registration,
        registeredAt,
        ...(reregisteredAt !== undefined && { reregisteredAt }),
        ...(deactivated && { deactivated }),
        ...(drain && { drain }),
      };
      write([put(AGENTS, id, record)]);
    },
    goneAgents: () => store.list<number>(GONE_AGENTS).sort(([, a], [, b]) => a - b),
    forgetGoneAgent: (agentId) => write([put(GONE_AGENTS, agentId, undefined)]),
    saveGoneAgent: (agentId, at) => write([put(GONE_AGENTS, agentId, at)]),
    forgetAgent: (agentId) => write([put(AGENTS, agentId, undefined)]),
    saveFramework({ id, info, registeredAt, reregisteredAt, unregisteredAt }) {
      const record: FrameworkRecord = {
        id,
        info,
        registeredAt,
        ...(reregisteredAt !== undefined && { reregisteredAt }),
        ...(unregisteredAt !== undefined && { unregisteredAt }),
      };
      write([put(FRAMEWORKS, id, record)]);
    },
    forgetFramework: (framework) =>
      write([put(FRAMEWORKS, framework.id, undefined), ...framework.completedTasks.map((task) => removal(task))]),
    saveCompletedTask(entry, evicted) {
      const { frameworkId, agentId, task, role, pool, state, statuses } = entry;
      const record: CompletedTask = { frameworkId, agentId, task, role, pool, state, statuses };
      write([put(COMPLETED_TASKS, completedKey(record), record), ...evicted.map((old) => removal(old))]);
    },
    maintenance: () => store.read<StoredMaintenance>(MAINTENANCE, 'maintenance') ?? { schedule: {}, down: [] },
    saveMaintenance({ schedule, down }) {
      const stored: StoredMaintenance = { schedule, down: [...down.values()] };
      write([put(MAINTENANCE, 'maintenance', stored)]);
    },
    saveQuota: (role, quota) => write([put(QUOTAS, role, quota)]),
    saveWeights: (weights) => write([...weights].map(([role, weight]) => put(WEIGHTS, role, weight))),
  };
}

/** The ones that have to go so that at most the limit of completed tasks stays. */
export const tasksToEvict = (completed: readonly TaskEntry[]): TaskEntry[] =>
  completed.slice(0, Math.max(0, completed.length - limits.completedTasksPerFramework));
