import type { Health, HealthUnit, UnitNode } from '../../../api/dcos/health.ts';
import type { ComponentsWords } from '../../i18n/components-words.ts';
import type { Messages } from '../../i18n/messages.ts';
import { severity } from '../../live/health-queries.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

type HealthWords = Messages['dcos']['health'];

/** Columns of components over all nodes. */
export function componentColumns({ columns }: ComponentsWords, health: HealthWords): Column<HealthUnit>[] {
  return [
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(9rem, 1.2fr)',
      sortValue: (unit) => unit.name,
      cell: (unit) => (
        <>
          <span className="block">{unit.name}</span>
          <span className="block text-xs font-normal text-muted">{unit.description}</span>
        </>
      ),
    },
    {
      id: 'unit',
      header: columns.unit,
      from: 'lg',
      sortValue: (unit) => unit.id,
      cell: (unit) => <span className="font-mono text-xs text-muted">{unit.id}</span>,
    },
    ...judgedColumns<HealthUnit>(columns, health),
  ];
}

/** Columns of the nodes that have a component. */
export function unitNodeColumns({ columns, roles }: ComponentsWords, health: HealthWords): Column<UnitNode>[] {
  return [
    {
      id: 'host',
      header: columns.host,
      width: 'minmax(8rem, 1fr)',
      sortValue: (node) => node.host_ip,
      cell: (node) => node.host_ip,
    },
    { id: 'role', header: columns.role, from: 'sm', sortValue: (node) => roles[node.role], cell: (node) => roles[node.role] },
    ...judgedColumns<UnitNode>(columns, health),
  ];
}

interface Judged {
  health: Health;
  since?: number | undefined;
  reason?: string | undefined;
}

function judgedColumns<Row extends Judged>(columns: ComponentsWords['columns'], health: HealthWords): Column<Row>[] {
  return [
    {
      id: 'reason',
      header: columns.reason,
      width: 'minmax(8rem, 1.4fr)',
      from: 'md',
      cell: ({ reason }) => (
        <span className="line-clamp-2 text-muted" title={reason}>
          {reason ?? '–'}
        </span>
      ),
    },
    {
      id: 'health',
      header: columns.health,
      width: '7.5rem',
      sortValue: (row) => severity(row.health),
      cell: (row) => <StatusText tone={healthTone(row.health)}>{healthWord(row.health, health)}</StatusText>,
    },
    {
      id: 'since',
      header: columns.since,
      width: '8rem',
      from: 'sm',
      sortValue: (row) => row.since,
      cell: (row) => <RelativeTime at={row.since} />,
    },
  ];
}
