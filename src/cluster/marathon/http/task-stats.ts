import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Instance } from '../core.ts';
import { healthOf, isRunning, isStaged } from './task-view.ts';

export interface TaskCounts {
  tasksStaged: number;
  tasksRunning: number;
  tasksHealthy: number;
  tasksUnhealthy: number;
}

/** How many tasks are in which stage of their life, and what their checks say. */
export function countTasks(instances: readonly Instance[]): TaskCounts {
  const counts = { tasksStaged: 0, tasksRunning: 0, tasksHealthy: 0, tasksUnhealthy: 0 };
  for (const instance of instances) {
    if (isStaged(instance)) counts.tasksStaged++;
    if (!isRunning(instance)) continue;
    counts.tasksRunning++;
    const healthy = healthOf(instance);
    if (healthy === true) counts.tasksHealthy++;
    if (healthy === false) counts.tasksUnhealthy++;
  }
  return counts;
}

interface Stats {
  stats: {
    counts: { staged: number; running: number; healthy: number; unhealthy: number };
    lifeTime?: { averageSeconds: number; medianSeconds: number };
  };
}

function median(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

/** Counts and ages (seconds since the start) of some tasks; undefined when there are none. */
function statsOf(instances: readonly Instance[], now: number): Stats | undefined {
  if (instances.length === 0) return undefined;
  const { tasksStaged, tasksRunning, tasksHealthy, tasksUnhealthy } = countTasks(instances);
  const ages = instances
    .flatMap(({ startedAt }) => (startedAt === undefined ? [] : [(now - Date.parse(startedAt)) / 1000]))
    .sort((a, b) => a - b);
  const averageSeconds = ages.reduce((sum, age) => sum + age, 0) / ages.length;
  return {
    stats: {
      counts: { staged: tasksStaged, running: tasksRunning, healthy: tasksHealthy, unhealthy: tasksUnhealthy },
      ...(ages.length > 0 && { lifeTime: { averageSeconds, medianSeconds: median(ages) } }),
    },
  };
}

/** Statistics of an app's tasks by which version they run; groups without tasks are left out. Versions sort as text. */
export function taskStats(app: AppDefinition, instances: readonly Instance[], now: number): Record<string, Stats> {
  const { lastScalingAt = app.version, lastConfigChangeAt = app.version } = app.versionInfo ?? {};
  const total = statsOf(instances, now);
  const groups = {
    startedAfterLastScaling: instances.filter(({ version }) => version >= lastScalingAt),
    withLatestConfig: instances.filter(({ version }) => version >= lastConfigChangeAt),
    withOutdatedConfig: instances.filter(({ version }) => version < lastConfigChangeAt),
    totalSummary: instances,
  };
  const found: Record<string, Stats> = {};
  for (const [name, members] of Object.entries(groups)) {
    // Mostly a group has all the tasks or none.
    const stats = members.length === instances.length ? total : statsOf(members, now);
    if (stats) found[name] = stats;
  }
  return found;
}
