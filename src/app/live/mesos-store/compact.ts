import { quantitiesOfList, type Quantities } from '../mesos-quantities.ts';
import type { MesosTask } from '../mesos-tasks.ts';
import { stageOf } from '../task-stage.ts';
import type { StateV1, StreamRecord, StreamTaskV1 } from './v1-shapes.ts';

/** What stays of a snapshot: of 1 kB of JSON for a task some 100 bytes. */
export interface Snapshot {
  tasks: MesosTask[];
  /** Names by id, of completed frameworks too. */
  frameworks: [id: string, name: string][];
  executors: ExecutorUse[];
  heartbeatSeconds: number | undefined;
}

/** What an executor itself takes, beside its tasks. */
export interface ExecutorUse {
  frameworkId: string;
  agentId: string;
  executorId: string;
  resources: Quantities;
}

/** Tasks as the store keeps them, oldest first, then those that ended in the order of their ends, as Mesos tells them. */
export function compactState(state: StateV1, heartbeatSeconds?: number): Snapshot {
  const share = sharedQuantities();
  const {
    tasks = [],
    unreachable_tasks: unreachable = [],
    orphan_tasks: orphans = [],
    completed_tasks: ended = [],
  } = state.get_tasks ?? {};
  const present = [...tasks, ...unreachable, ...orphans].map((task) => compactTask(task, share)).sort(byStart);
  return {
    tasks: [...ended.map((task) => compactTask(task, share)), ...present],
    frameworks: [...(state.get_frameworks?.completed_frameworks ?? []), ...(state.get_frameworks?.frameworks ?? [])].map(
      ({ framework_info: info }) => [info.id?.value ?? '', info.name],
    ),
    executors: [...(state.get_executors?.executors ?? []), ...(state.get_executors?.orphan_executors ?? [])].map(
      ({ executor_info: info, agent_id: agent }) => ({
        frameworkId: info.framework_id?.value ?? '',
        agentId: agent.value,
        executorId: info.executor_id.value,
        resources: quantitiesOfList(info.resources),
      }),
    ),
    heartbeatSeconds,
  };
}

/** A task that has not been heard of yet is the newest. */
const byStart = (a: MesosTask, b: MesosTask): number => (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || 0;

export function compactTask(task: StreamTaskV1, share = (quantities: Quantities): Quantities => quantities): MesosTask {
  const statuses = task.statuses ?? [];
  const stage = stageOf(task.state);
  const first = statuses[0]?.timestamp;
  const last = statuses.at(-1);
  const started = statuses.find(({ state }) => stageOf(state) !== 'completed')?.timestamp ?? (stage === 'completed' ? undefined : first);
  const role = task.resources?.[0];
  return {
    id: task.task_id.value,
    name: task.name ?? '',
    frameworkId: task.framework_id.value,
    agentId: task.agent_id.value,
    executorId: task.executor_id?.value || task.task_id.value,
    role: role?.allocation_info?.role ?? role?.role ?? '*',
    state: task.state,
    stage,
    healthy: last?.healthy,
    startedAt: started === undefined ? undefined : started * 1000,
    stoppedAt: stage === 'completed' && last?.timestamp !== undefined ? last.timestamp * 1000 : undefined,
    changedAt: last?.timestamp === undefined ? undefined : last.timestamp * 1000,
    resources: share(quantitiesOfList(task.resources)),
  };
}

/** Most tasks are of a few sizes: one object for each. */
function sharedQuantities(): (quantities: Quantities) => Quantities {
  const known = new Map<string, Quantities>();
  return (quantities) => {
    const key = `${quantities.cpus}/${quantities.gpus}/${quantities.mem}/${quantities.disk}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, quantities);
    return quantities;
  };
}

/** The snapshot in the bytes of a first record; undefined when they hold another record. Throws on what is no JSON. */
export function snapshotIn(bytes: Uint8Array): Snapshot | undefined {
  const record = JSON.parse(new TextDecoder().decode(bytes)) as StreamRecord;
  return record.type === 'SUBSCRIBED' ? compactState(record.subscribed.get_state, record.subscribed.heartbeat_interval_seconds) : undefined;
}
