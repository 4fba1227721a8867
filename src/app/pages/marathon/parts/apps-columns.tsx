import { Box, Folder } from 'lucide-react';
import type { Messages } from '../../../i18n/messages.ts';
import type { Column } from '../../../tables/column.ts';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import type { AppRow } from '../rules/app-rows.ts';
import { statusRank } from '../rules/app-status.ts';
import { healthWeight } from '../rules/health-bar.ts';
import { AppRowMenu } from './AppRowMenu.tsx';
import { HealthBar } from './HealthBar.tsx';
import { LabelBadges } from './LabelBadges.tsx';
import { StatusCell } from './StatusCell.tsx';

export interface AppsColumnsOptions {
  groupId: string;
  /** Rows come from several groups and say from which. */
  flat: boolean;
  /** Marathon does not answer: nothing can be done with the rows. */
  stale: boolean;
  /** Labels (`key:value`) that the list is filtered by. */
  labels: readonly string[];
  onLabel: (label: string) => void;
}

/** The columns of the Applications list. */
export function appsColumns({ list }: Messages['marathon'], options: AppsColumnsOptions): Column<AppRow>[] {
  const { groupId, flat, stale, labels, onLabel } = options;
  return [
    {
      id: 'name',
      header: list.name,
      width: 'minmax(9rem, 2fr)',
      cell: (row) => <NameCell row={row} words={list} flat={flat} />,
      aside: (row) => (row.kind === 'app' ? <LabelBadges labels={row.app.labels} chosen={labels} onLabel={onLabel} /> : undefined),
      sortValue: (row) => row.id,
    },
    {
      id: 'cpu',
      header: list.cpu,
      width: '3rem',
      align: 'end',
      from: 'lg',
      cell: (row) => formatCpus(row.cpus),
      sortValue: (row) => row.cpus,
    },
    {
      id: 'memory',
      header: list.memory,
      width: '5rem',
      align: 'end',
      from: 'lg',
      cell: (row) => formatMegabytes(row.mem),
      sortValue: (row) => row.mem,
    },
    {
      id: 'status',
      header: list.status,
      width: 'minmax(8rem, 2fr)',
      interactive: true,
      cell: (row) => (row.kind === 'app' ? <StatusCell row={row} /> : undefined),
      sortValue: (row) => (row.kind === 'app' ? statusRank(row.status) : undefined),
    },
    {
      id: 'running',
      header: list.running,
      width: '7.5rem',
      align: 'end',
      from: 'md',
      cell: (row) => list.runningOf(row.tasksRunning, row.instances),
      sortValue: (row) => row.tasksRunning,
    },
    {
      id: 'health',
      header: list.health,
      width: '6.5rem',
      from: 'sm',
      interactive: true,
      cell: (row) => <HealthBar counts={row} />,
      sortValue: healthWeight,
    },
    {
      id: 'actions',
      header: list.actions,
      headerCell: <span className="sr-only">{list.actions}</span>,
      width: '2rem',
      interactive: true,
      cell: (row) => (row.kind === 'app' ? <AppRowMenu app={row.app} status={row.status} groupId={groupId} stale={stale} /> : undefined),
    },
  ];
}

function NameCell({ row, words, flat }: { row: AppRow; words: Messages['marathon']['list']; flat: boolean }) {
  const isGroup = row.kind === 'group';
  const Icon = isGroup ? Folder : Box;
  const group = row.id.slice(0, row.id.lastIndexOf('/'));
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Icon aria-hidden size={17} className={isGroup ? 'shrink-0 fill-line-strong/40 text-muted' : 'shrink-0 text-accent'} />
      {isGroup && <span className="sr-only">{words.folder}</span>}
      <span className="min-w-0">
        {row.name}
        {flat && group !== '' && <span className="block text-xs font-normal text-muted">{words.inGroup(group)}</span>}
      </span>
    </span>
  );
}
