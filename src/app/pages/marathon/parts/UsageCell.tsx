import { useQuery } from '@tanstack/react-query';
import { useInstanceWords } from '../../../i18n/instance-words.ts';
import { type Usage, usageQuery } from '../../../live/agent-statistics.ts';
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

/** How much CPU or memory an instance uses, with what it may use on hover. Asked for only while it is in view. */
export function UsageCell({ task, of }: { task: Task; of: 'cpu' | 'memory' }) {
  const { usage: words } = useInstanceWords();
  const usage = useTaskUsage(task.slaveId ?? undefined, task.id);
  const [amount, limit] = of === 'cpu' ? cpuTexts(usage) : memoryTexts(usage);
  if (amount === undefined) {
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{words.notMeasured}</span>
      </span>
    );
  }
  return (
    <Tooltip content={limit === undefined ? words.measured : words.ofLimit(amount, limit)}>
      <button type="button" className="cursor-help rounded-sm">
        {amount}
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
