import type { Container, ContainerStats } from 'dockerode';
import type { ContainerUsage } from '../../cluster/executor/containerizer.ts';

const NANOSECONDS = 1e9;

/** Reads the engine's statistics; what the page cache holds and could give back (`inactive_file`) is not counted as used. */
export function parseStats({ cpu_stats, memory_stats }: ContainerStats, memLimitBytes: number): ContainerUsage | undefined {
  if (memory_stats.usage === undefined) return undefined;
  const { inactive_file = 0, total_inactive_file = inactive_file } = memory_stats.stats as Partial<Record<string, number>>;
  return {
    cpusUserTimeSecs: cpu_stats.cpu_usage.usage_in_usermode / NANOSECONDS,
    cpusSystemTimeSecs: cpu_stats.cpu_usage.usage_in_kernelmode / NANOSECONDS,
    memRssBytes: Math.max(0, memory_stats.usage - total_inactive_file),
    memLimitBytes,
  };
}

/** One sample, without waiting for the second one by which the engine would compute a rate. */
export async function readUsage(container: Container, memLimitBytes: number): Promise<ContainerUsage | undefined> {
  return parseStats(await container.stats({ stream: false, 'one-shot': true }), memLimitBytes);
}
