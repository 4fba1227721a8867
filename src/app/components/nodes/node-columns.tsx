import type { Messages } from '../../i18n/messages.ts';
import type { NodesWords } from '../../i18n/nodes-words.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import type { Column } from '../../tables/column.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import { UsageBar } from '../../ui/UsageBar.tsx';
import { type NodeRow, STATE_ORDER, trouble } from './node-rows.ts';
import { NodeState } from './NodeState.tsx';

export function nodeColumns({ columns, types }: NodesWords['list'], health: Messages['dcos']['health']): Column<NodeRow>[] {
  return [
    {
      id: 'host',
      header: columns.host,
      width: 'minmax(7.5rem, 1.5fr)',
      sortValue: (row) => row.hostname,
      cell: (row) => (
        <span className="flex flex-wrap items-baseline gap-x-2">
          {row.machine !== undefined && <span>{row.machine}</span>}
          <span className={row.machine === undefined ? undefined : 'font-normal text-muted'}>{row.hostname}</span>
        </span>
      ),
    },
    {
      id: 'type',
      header: columns.type,
      width: 'minmax(7rem, 0.9fr)',
      from: 'xl',
      sortValue: (row) => (row.isPublic ? 1 : 0),
      cell: (row) => <span className="text-muted">{row.isPublic ? types.public : types.private}</span>,
    },
    {
      id: 'status',
      header: columns.status,
      width: 'minmax(5.5rem, 0.8fr)',
      interactive: true,
      sortValue: (row) => STATE_ORDER.indexOf(row.state),
      cell: (row) => <NodeState state={row.state} />,
    },
    {
      id: 'health',
      header: columns.health,
      width: 'minmax(6rem, 0.8fr)',
      from: 'sm',
      sortValue: trouble,
      cell: (row) =>
        row.health === undefined ? (
          <span className="text-muted">–</span>
        ) : (
          <StatusText tone={healthTone(row.health)}>{healthWord(row.health, health)}</StatusText>
        ),
    },
    { id: 'tasks', header: columns.tasks, width: '4rem', align: 'end', sortValue: (row) => row.tasks, cell: (row) => row.tasks },
    usageColumn('cpu', columns.cpu, 'cpu', (row) => row.cpus),
    usageColumn('memory', columns.memory, 'mem', (row) => row.mem),
    { ...usageColumn('disk', columns.disk, 'disk', (row) => row.disk), from: 'xl' },
  ];
}

function usageColumn(id: string, header: string, color: 'cpu' | 'mem' | 'disk', fraction: (row: NodeRow) => number): Column<NodeRow> {
  return {
    id,
    header,
    width: 'minmax(6rem, 0.8fr)',
    from: 'md',
    sortValue: fraction,
    cell: (row) => <UsageBar fraction={fraction(row)} label={header} color={color} />,
  };
}
