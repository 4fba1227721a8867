/** One line of an agent's `/monitor/statistics`: one executor, a command's own with the id of its task. */
export interface StatisticsJson {
  executor_id: string;
  framework_id: string;
  statistics?: {
    /** Seconds since the epoch. */
    timestamp?: number;
    cpus_limit?: number;
    cpus_user_time_secs?: number;
    cpus_system_time_secs?: number;
    mem_limit_bytes?: number;
    mem_rss_bytes?: number;
    disk_used_bytes?: number;
  };
}

/** What an executor uses now. Memory and disk in bytes. */
export interface Usage {
  executorId: string;
  frameworkId: string;
  /** CPUs in use since the sample before; undefined at the first one, which has nothing to compare with. */
  cpus: number | undefined;
  cpusLimit: number | undefined;
  memBytes: number | undefined;
  memLimitBytes: number | undefined;
  diskBytes: number | undefined;
  /** CPU time used so far and when it was read, both in seconds: the next sample is compared with it. */
  sample: { at: number; cpuSeconds: number } | undefined;
}

/** CPU time only grows, so what is used now is its growth between two samples. */
export function usageOf(lines: readonly StatisticsJson[], before: readonly Usage[] = []): Usage[] {
  const known = new Map(before.map((usage) => [keyOf(usage.frameworkId, usage.executorId), usage]));
  return lines.map(({ executor_id: executorId, framework_id: frameworkId, statistics = {} }) => {
    const sample = sampleOf(statistics);
    const last = known.get(keyOf(frameworkId, executorId));
    return {
      executorId,
      frameworkId,
      cpus: growth(last?.sample, sample) ?? last?.cpus,
      cpusLimit: statistics.cpus_limit,
      memBytes: statistics.mem_rss_bytes,
      memLimitBytes: statistics.mem_limit_bytes,
      diskBytes: statistics.disk_used_bytes,
      sample,
    };
  });
}

const keyOf = (frameworkId: string, executorId: string): string => `${frameworkId} ${executorId}`;

function sampleOf({ timestamp, cpus_user_time_secs: user, cpus_system_time_secs: system }: NonNullable<StatisticsJson['statistics']>) {
  return timestamp === undefined || (user === undefined && system === undefined)
    ? undefined
    : { at: timestamp, cpuSeconds: (user ?? 0) + (system ?? 0) };
}

/** undefined where there is nothing to compare: the same sample again, or a counter that began anew. */
function growth(before: Usage['sample'], now: Usage['sample']): number | undefined {
  if (!before || !now || now.at <= before.at || now.cpuSeconds < before.cpuSeconds) return undefined;
  return (now.cpuSeconds - before.cpuSeconds) / (now.at - before.at);
}
