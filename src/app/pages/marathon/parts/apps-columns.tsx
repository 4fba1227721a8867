import { Box, Folder } from 'lucide-react';
import { Suspense } from 'react';
import type { Messages } from '../../../i18n/messages.ts';
import type { Column } from '../../../tables/column.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import type { AppRow } from '../rules/app-rows.ts';
import { APP_STATUSES, statusRank } from '../rules/app-status.ts';
import { healthWeight } from '../rules/health-bar.ts';
import { HealthBar } from './HealthBar.tsx';
import { LabelBadges } from './LabelBadges.tsx';
import { StatusCell } from './StatusCell.tsx';
import { lazyPart } from '../../../util/load-again.ts';

const RowMenu = lazyPart(async () => ({ default: (await import('./RowMenu.tsx')).RowMenu }));

export interface AppsColumnsOptions {
  groupId: string;
  /** Rows come from several groups and say from which. */
  flat: boolean;
  /** Marathon does not answer: nothing can be done with the rows. */
  stale: boolean;
  /** Labels (`key:value`) that the list is filtered by. */
  labels: readonly string[];
  onLabel: (label: string) => void;
  selection: {
    has: (id: string) => boolean;
    toggle: (id: string) => void;
    /** All apps that are shown. */
    all: boolean;
    toggleAll: () => void;
  };
}

/** The columns of the Applications list. */
export function appsColumns({ marathon, marathonList }: Messages, options: AppsColumnsOptions): Column<AppRow>[] {
  const { groupId, flat, stale, labels, onLabel } = options;
  const { list } = marathon;
  return [
    selectColumn(marathonList, options.selection),
    {
      id: 'name',
      header: list.name,
      primary: true,
      width: 'minmax(6rem, 3fr)',
      cell: (row) => <NameCell row={row} words={list} flat={flat} />,
      aside: (row) =>
        row.kind === 'app' ? <LabelBadges appId={row.id} labels={row.app.labels} chosen={labels} onLabel={onLabel} /> : undefined,
      sortValue: (row) => row.id,
    },
    ...resourceColumns(list),
    {
      id: 'status',
      header: list.status,
      help: { label: marathonList.statusHelp, content: <StatusHelp words={marathon.status} /> },
      width: 'minmax(6.5rem, 2fr)',
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
      help: { label: marathonList.healthHelp, content: marathonList.healthHint },
      width: '6.5rem',
      from: 'sm',
      interactive: true,
      cell: (row) => <HealthBar counts={row} moving={row.kind === 'app' && row.status === 'deploying'} />,
      sortValue: healthWeight,
    },
    {
      id: 'actions',
      header: list.actions,
      headerCell: <span className="sr-only">{list.actions}</span>,
      width: '2rem',
      interactive: true,
      cell: (row) => (
        <Suspense fallback={<span className="block size-8" />}>
          <RowMenu row={row} groupId={groupId} stale={stale} />
        </Suspense>
      ),
    },
  ];
}

/** What all instances of a row have together. */
function resourceColumns(list: Messages['marathon']['list']): Column<AppRow>[] {
  return [
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
      cell: (row) => <span title={`${row.mem} MiB`}>{formatMegabytes(row.mem)}</span>,
      sortValue: (row) => row.mem,
    },
  ];
}

function selectColumn(words: Messages['marathonList'], { has, toggle, all, toggleAll }: AppsColumnsOptions['selection']): Column<AppRow> {
  return {
    id: 'select',
    header: words.selectAll,
    headerCell: <Checkbox label={words.selectAll} labelHidden checked={all} onChange={toggleAll} />,
    width: '1.25rem',
    interactive: true,
    cell: ({ kind, id }) =>
      kind === 'app' && <Checkbox label={words.select(id)} labelHidden checked={has(id)} onChange={() => toggle(id)} />,
  };
}

function StatusHelp({ words: { words, hints } }: { words: Messages['marathon']['status'] }) {
  return (
    <dl className="flex flex-col gap-1">
      {APP_STATUSES.map((status) => (
        <div key={status}>
          <dt className="inline font-semibold">{words[status]}: </dt>
          <dd className="inline">{hints[status]}</dd>
        </div>
      ))}
    </dl>
  );
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
