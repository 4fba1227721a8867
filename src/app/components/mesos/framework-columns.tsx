import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { Framework } from '../../live/mesos-frameworks.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { formatPercent } from '../../util/format.ts';
import { quantityColumns } from './quantity-columns.tsx';
import { ShortId } from './ShortId.tsx';

export interface FrameworkRow extends Framework {
  activeTasks: number | undefined;
  /** The largest share of any one resource of the cluster, 0 to 1. */
  maxShare: number;
}

/** Columns of frameworks that are registered, here or away. */
export function frameworkColumns(words: MesosWords): Column<FrameworkRow>[] {
  const { columns } = words;
  return [
    ...identity(words),
    {
      id: 'tasks',
      header: columns.activeTasks,
      width: '6.5rem',
      align: 'end',
      sortValue: (row) => row.activeTasks,
      cell: (row) => row.activeTasks ?? '–',
    },
    ...quantityColumns<FrameworkRow>(words, (row) => row.allocated),
    {
      id: 'share',
      header: columns.maxShare,
      width: '5.5rem',
      align: 'end',
      from: 'sm',
      sortValue: (row) => row.maxShare,
      cell: (row) => formatPercent(row.maxShare),
    },
    time('registered', columns.registered, (row) => row.reregisteredAt ?? row.registeredAt),
  ];
}

/** Columns of those that ended. */
export function completedFrameworkColumns(words: MesosWords): Column<FrameworkRow>[] {
  return [
    ...identity(words),
    time('registered', words.columns.registered, (row) => row.registeredAt),
    time('unregistered', words.columns.unregistered, (row) => row.unregisteredAt),
  ];
}

function identity({ columns }: MesosWords): Column<FrameworkRow>[] {
  return [
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(8rem, 1.4fr)',
      sortValue: (row) => row.name,
      cell: (row) => (
        <>
          <span className="block">{row.name}</span>
          <span className="font-normal text-muted">
            <ShortId id={row.id} />
          </span>
        </>
      ),
    },
    { id: 'host', header: columns.host, width: 'minmax(7rem, 1fr)', from: 'lg', sortValue: (row) => row.host, cell: (row) => row.host },
    { id: 'user', header: columns.user, width: '4.5rem', from: 'xl', sortValue: (row) => row.user, cell: (row) => row.user },
    {
      id: 'roles',
      header: columns.roles,
      width: 'minmax(6rem, 1fr)',
      from: 'md',
      sortValue: (row) => row.roles.join(),
      cell: (row) => row.roles.join(', '),
    },
  ];
}

function time(id: string, header: string, at: (row: FrameworkRow) => number | undefined): Column<FrameworkRow> {
  return { id, header, width: '8rem', from: 'lg', sortValue: at, cell: (row) => <RelativeTime at={at(row)} /> };
}
