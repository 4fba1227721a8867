import { oldClaimFields, roleOfClaim, UNRESERVED } from './claims.ts';
import {
  addQuantities,
  amountsOf,
  noQuantities,
  reservedPool,
  SCALARS,
  totalOf,
  withoutPorts,
  type Pool,
  type Quantities,
} from './quantities.ts';
import { countRanges, formatRanges } from './ranges.ts';
import type { Attribute, Label, Resource } from './resources.ts';
import type { ResourcesJson, TaskJson, TaskStatusJson } from './state.ts';
import type { TaskInfo, TaskState, TaskStatus } from './task.ts';

/** How the endpoints before v1 spell resources, attributes, tasks and statuses; the same on masters and agents. */

export function resourcesJson(amounts: Quantities): ResourcesJson {
  const { disk, mem, gpus, cpus, ports } = amounts;
  return { disk, mem, gpus, cpus, ...(ports.length > 0 && { ports: formatRanges(ports) }) };
}

/** A pool is never changed, so what was made of it can be kept with it: states of thousands of agents and tasks are asked for often. */
function keptWithPool<T>(make: (pool: Pool) => T): (pool: Pool) => T {
  const kept = new WeakMap<Pool, T>();
  return (pool) => {
    const known = kept.get(pool);
    if (known !== undefined) return known;
    const made = make(pool);
    kept.set(pool, made);
    return made;
  };
}

export const poolJson: (pool: Pool) => ResourcesJson = keptWithPool((pool) => resourcesJson(totalOf(pool)));

/** By role, without what is unreserved. */
function byRole<T>(pool: Pool, json: (reserved: Pool) => T): Record<string, T> {
  const roles = new Set(Object.keys(pool).map(roleOfClaim));
  return Object.fromEntries([...roles].filter((role) => role !== UNRESERVED).map((role) => [role, json(reservedPool(pool, role))]));
}

export const reservedJson: (pool: Pool) => Record<string, ResourcesJson> = keptWithPool((pool) => byRole(pool, poolJson));

export const unreservedJson: (pool: Pool) => ResourcesJson = keptWithPool((pool) => resourcesJson(pool[UNRESERVED] ?? noQuantities()));

/** The `*_full` fields: lists of resources, which spell reservations in the way of before Mesos 1.4. */
const inFull = (pool: Pool): Resource[] =>
  Object.entries(pool).flatMap(([claim, amounts]) => amountsOf(amounts).map((resource) => ({ ...resource, ...oldClaimFields(claim) })));

export const reservedInFull = (pool: Pool): Record<string, Resource[]> => byRole(pool, inFull);

export const unreservedInFull = (pool: Pool): Resource[] => inFull(reservedPool(pool, UNRESERVED));

/** Roles are spelled without zeros and with the number of ports, which do add up over agents. */
export function amountsJson(pools: readonly Pool[]): Record<string, number> {
  const sum = pools.map((pool) => totalOf(withoutPorts(pool))).reduce(addQuantities, noQuantities());
  const ports = pools.reduce((count, pool) => count + countRanges(totalOf(pool).ports), 0);
  const scalars = SCALARS.filter((name) => sum[name] > 0).map((name) => [name, sum[name]]);
  return Object.fromEntries(ports > 0 ? [...scalars, ['ports', ports]] : scalars);
}

export const attributesJson = (attributes: readonly Attribute[]): Record<string, string | number> =>
  Object.fromEntries(attributes.map(({ name, text, scalar }) => [name, text?.value ?? scalar?.value ?? '']));

function statusJson({ state, timestamp, healthy, labels, container_status }: TaskStatus): TaskStatusJson {
  const { executor_pid: _pid, ...container } = container_status ?? {};
  return {
    state,
    timestamp,
    ...(labels && { labels: labels.labels }),
    ...(container_status && { container_status: container }),
    ...(healthy !== undefined && { healthy }),
  };
}

export interface TaskParts {
  frameworkId: string;
  agentId: string;
  task: TaskInfo;
  /** The framework's role that the resources are allocated to. */
  role: string;
  pool: Pool;
  state: TaskState;
  /** Oldest first; a later status of the same state takes the place of the earlier one. */
  statuses: readonly TaskStatus[];
}

/** The task's own labels, and those by which an executor marks it (`SIMULATED`). */
export function taskLabels(task: TaskInfo, statuses: readonly TaskStatus[]): Label[] {
  const own = task.labels?.labels ?? [];
  const marks = statuses.at(-1)?.labels?.labels ?? [];
  return [...own, ...marks.filter((mark) => !own.some((label) => label.key === mark.key))];
}

export function taskJson({ frameworkId, agentId, task, role, pool, state, statuses }: TaskParts): TaskJson {
  const labels = taskLabels(task, statuses);
  return {
    id: task.task_id.value,
    name: task.name,
    framework_id: frameworkId,
    executor_id: task.executor?.executor_id.value ?? '',
    slave_id: agentId,
    state,
    resources: poolJson(pool),
    role,
    statuses: statuses.map(statusJson),
    ...(labels.length > 0 && { labels }),
    ...(task.discovery && { discovery: task.discovery }),
    ...(task.container && { container: task.container }),
    ...(task.health_check && { health_check: task.health_check }),
    ...(task.command?.user !== undefined && { user: task.command.user }),
  };
}
