import { isTerminal, type ContainerStatus } from '../../api/mesos/task.ts';
import type { ContainerUsage } from '../executor/containerizer.ts';
import type { AgentContext } from './context.ts';
import { executorName } from './rules.ts';
import { executorQuantities } from './executor-json.ts';
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

/** One entry for each running executor. */
export async function containersJson(context: AgentContext): Promise<ContainerJson[]> {
  const executors = allExecutors(context.state);
  return Promise.all(
    executors
      .filter(({ launched, record }) => launched && !isTerminal(record.state))
      .map(async ({ record, containerizer }) => ({
        container_id: record.containerId,
        executor_id: executorIdOf(record),
        executor_name: executorName(record.task),
        framework_id: record.frameworkId,
        source: executorIdOf(record),
        statistics: statisticsJson(context, record, await containerizer.usage(record.containerId)),
        status: record.statuses.at(-1)?.container_status ?? {},
      })),
  );
}

/** The same without what came with Mesos 1.0. */
export async function monitorJson(context: AgentContext): Promise<Omit<ContainerJson, 'container_id' | 'status'>[]> {
  const containers = await containersJson(context);
  return containers.map(({ container_id: _container, status: _status, ...entry }) => entry);
}

function statisticsJson({ kernel }: AgentContext, record: ExecutorRecord, usage: ContainerUsage | undefined): Record<string, number> {
  const limit = executorQuantities(record);
  return {
    timestamp: kernel.clock.now() / 1000,
    cpus_limit: limit.cpus,
    mem_limit_bytes: limit.mem * BYTES_PER_MB,
    ...(usage && {
      cpus_user_time_secs: usage.cpusUserTimeSecs,
      cpus_system_time_secs: usage.cpusSystemTimeSecs,
      mem_rss_bytes: usage.memRssBytes,
    }),
  };
}
