import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { AgentMenu } from './AgentMenu.tsx';
import { AgentState } from './AgentState.tsx';
import { shareColumns } from './quantity-columns.tsx';
import { ShortId } from './ShortId.tsx';

/** What is not as usual comes first when sorted by state. */
const ORDER: Agent['state'][] = ['inactive', 'draining', 'deactivated', 'drained', 'active'];

export function agentColumns(words: MesosWords): Column<Agent>[] {
  const { columns, agents } = words;
  return [
    {
      id: 'host',
      header: columns.host,
      width: 'minmax(8rem, 1.4fr)',
      sortValue: (row) => row.hostname,
      cell: (row) => (
        <>
          <span className="block">{row.hostname}</span>
          <span className="font-normal text-muted">
            <ShortId id={row.id} />
          </span>
        </>
      ),
    },
    {
      id: 'state',
      header: columns.state,
      width: '8rem',
      interactive: true,
      sortValue: (row) => ORDER.indexOf(row.state),
      cell: (row) => <AgentState state={row.state} />,
    },
    ...shareColumns<Agent>(
      words,
      agents.ofTotal,
      (row) => row.used,
      (row) => row.total,
    ),
    {
      id: 'registered',
      header: columns.registered,
      width: '8rem',
      from: 'lg',
      sortValue: (row) => row.reregisteredAt ?? row.registeredAt,
      cell: (row) => <RelativeTime at={row.reregisteredAt ?? row.registeredAt} />,
    },
    {
      id: 'actions',
      header: columns.actions,
      headerCell: <span className="sr-only">{columns.actions}</span>,
      width: '2.5rem',
      interactive: true,
      cell: (row) => <AgentMenu agent={row} />,
    },
  ];
}
