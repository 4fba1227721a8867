import type { Quantities } from '../../api/mesos/quantities.ts';
import { isTerminal, type ContainerStatus } from '../../api/mesos/task.ts';
import type { ContainerUsage } from '../executor/containerizer.ts';
import type { AgentContext } from './context.ts';
import { executorName } from './rules.ts';
import { byExecutor, executorQuantities } from './executor-json.ts';
import { allExecutors, executorIdOf, type ExecutorRecord } from './state.ts';

/** `/containers` and `/monitor/statistics`: what containers really use, measured when asked. */

const BYTES_PER_MB = 1024 * 1024;

export interface ContainerJson {
  container_id: string;
  executor_id: string;
  executor_name: string;
  framework_id: string;
  source: string;
  statistics: Record<string, number>;
  status: ContainerStatus;
}

/** One entry for each running executor; what the containers of a group's tasks use is its sum. */
export async function containersJson(context: AgentContext): Promise<ContainerJson[]> {
  const running = allExecutors(context.state).filter(({ launched, record }) => launched && !isTerminal(record.state));
  const containerizers = new Map(running.map(({ record, containerizer }) => [record, containerizer]));
  const usage = async (record: ExecutorRecord): Promise<ContainerUsage | undefined> =>
    containerizers.get(record)?.usage(record.containerId);
  const executors = byExecutor([...containerizers.keys()]);
  const sizes = await context.sandboxSizes.of(executors.map(sandboxOf));
  return Promise.all(
    executors.map(async (records) => {
      const measured = { usages: await Promise.all(records.map(usage)), diskBytes: sizes.get(sandboxOf(records)) };
      return containerJson(context, records, measured);
    }),
  );
}

/** Of a group the executor's own, which those of its tasks lie in. */
const sandboxOf = ([first]: readonly ExecutorRecord[]): string => first?.group?.directory ?? first?.directory ?? '';

interface Measured {
  usages: readonly (ContainerUsage | undefined)[];
  diskBytes: number | undefined;
}

function containerJson({ kernel }: AgentContext, records: readonly ExecutorRecord[], measured: Measured) {
  const [first] = records;
  if (!first) throw new Error('An executor without a task has no container.');
  const { group } = first;
  return {
    container_id: group?.containerId ?? first.containerId,
    executor_id: executorIdOf(first),
    executor_name: group ? '' : executorName(first.task),
    framework_id: first.frameworkId,
    source: group ? '' : executorIdOf(first),
    statistics: statisticsJson(kernel.clock.now(), executorQuantities(records), measured),
    status: first.statuses.at(-1)?.container_status ?? {},
  };
}

/** The same without what came with Mesos 1.0. */
export async function monitorJson(context: AgentContext): Promise<Omit<ContainerJson, 'container_id' | 'status'>[]> {
  const containers = await containersJson(context);
  return containers.map(({ container_id: _container, status: _status, ...entry }) => entry);
}

/** `now` is in ms. What could not be measured is left out. */
function statisticsJson(now: number, limit: Quantities, { usages, diskBytes }: Measured): Record<string, number> {
  const measured = usages.filter((usage) => usage !== undefined);
  const sum = (part: (usage: ContainerUsage) => number): number => measured.reduce((total, usage) => total + part(usage), 0);
  return {
    timestamp: now / 1000,
    cpus_limit: limit.cpus,
    mem_limit_bytes: limit.mem * BYTES_PER_MB,
    ...(measured.length > 0 && {
      cpus_user_time_secs: sum(({ cpusUserTimeSecs }) => cpusUserTimeSecs),
      cpus_system_time_secs: sum(({ cpusSystemTimeSecs }) => cpusSystemTimeSecs),
      mem_rss_bytes: sum(({ memRssBytes }) => memRssBytes),
    }),
    ...(diskBytes !== undefined && { disk_limit_bytes: limit.disk * BYTES_PER_MB, disk_used_bytes: diskBytes }),
  };
}
