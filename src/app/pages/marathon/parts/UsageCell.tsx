import { useQuery } from '@tanstack/react-query';
import { useInstanceWords } from '../../../i18n/instance-words.ts';
import type { Usage } from '../../../../api/mesos/executor-usage.ts';
import { usageQuery } from '../../../live/agent-statistics.ts';
import type { Task } from '../../../live/marathon-wire.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { formatBytes, formatCpus } from '../../../util/format.ts';

/** What an instance's agent measures of it; undefined while it is not known. Each agent is asked once for all of its instances. */
export function useTaskUsage(agentId: string | undefined, taskId: string): Usage | undefined {
  const { data } = useQuery({
    ...usageQuery(agentId ?? ''),
    enabled: agentId !== undefined,
    select: (usages: Usage[]) => usages.find(({ executorId }) => executorId === taskId),
  });
  return data;
}

/** How much CPU and memory an instance uses, with what it may use on hover. Asked for only while it is in view. */
export function UsageCell({ task }: { task: Task }) {
  const { usage: words } = useInstanceWords();
  const usage = useTaskUsage(task.slaveId ?? undefined, task.id);
  const [cpu, cpuLimit] = cpuTexts(usage);
  const [memory, memoryLimit] = memoryTexts(usage);
  if (cpu === undefined && memory === undefined) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{words.notMeasured}</span>
      </span>
    );
  }
  const full = [cpu && words.cpu(cpu, cpuLimit), memory && words.memory(memory, memoryLimit)].filter(Boolean).join(', ');
  return (
    <Tooltip content={`${words.measured}: ${full}`}>
      <button type="button" className="flex w-full cursor-help flex-col items-end rounded-sm text-xs">
        {cpu !== undefined && <span>{words.cpuShort(cpu)}</span>}
        {memory !== undefined && <span>{memory}</span>}
      </button>
    </Tooltip>
  );
}

type Texts = [amount: string | undefined, limit: string | undefined];

export const cpuTexts = (usage: Usage | undefined): Texts => [
  usage?.cpus === undefined ? undefined : formatCpus(usage.cpus),
  usage?.cpusLimit === undefined ? undefined : formatCpus(usage.cpusLimit),
];

export const memoryTexts = (usage: Usage | undefined): Texts => [
  usage?.memBytes === undefined ? undefined : formatBytes(usage.memBytes),
  usage?.memLimitBytes === undefined ? undefined : formatBytes(usage.memLimitBytes),
];
