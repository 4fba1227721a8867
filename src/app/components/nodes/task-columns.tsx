import type { Messages } from '../../i18n/messages.ts';
import type { AgentTask } from '../../live/agent-query.ts';
import type { Column } from '../../tables/column.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { formatCpus, formatDateTime, formatMegabytes } from '../../util/format.ts';

const TONES: Record<string, Tone> = { TASK_STAGING: 'info', TASK_STARTING: 'info', TASK_RUNNING: 'ok', TASK_KILLING: 'warn' };

export function taskColumns({ node }: Messages['dcos']): Column<AgentTask>[] {
  const { columns } = node;
  return [
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(8rem, 1.6fr)',
      sortValue: (task) => task.name,
      cell: (task) => (
        <>
          <span className="block font-medium">{task.name}</span>
          <span className="block font-mono text-xs font-normal text-muted max-sm:hidden">{task.id}</span>
        </>
      ),
    },
    { id: 'framework', header: columns.framework, from: 'md', sortValue: (task) => task.framework, cell: (task) => task.framework },
    {
      id: 'state',
      header: columns.state,
      width: '8rem',
      sortValue: (task) => task.state,
      // Mesos' own names are the words that operators search for; only the prefix is noise.
      cell: (task) => <StatusText tone={TONES[task.state] ?? 'danger'}>{task.state.replace('TASK_', '').toLowerCase()}</StatusText>,
    },
    {
      id: 'cpus',
      header: columns.cpus,
      width: '4rem',
      align: 'end',
      sortValue: (task) => task.cpus,
      cell: (task) => formatCpus(task.cpus),
    },
    {
      id: 'memory',
      header: columns.memory,
      width: '5.5rem',
      align: 'end',
      from: 'sm',
      sortValue: (task) => task.mem,
      cell: (task) => formatMegabytes(task.mem),
    },
    {
      id: 'since',
      header: columns.since,
      width: '11rem',
      align: 'end',
      from: 'lg',
      sortValue: (task) => task.since,
      cell: (task) => <span className="text-muted">{formatDateTime(task.since)}</span>,
    },
  ];
}
