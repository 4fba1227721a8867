import { Box, Boxes, ExternalLink, Folder } from 'lucide-react';
import { frameworkPage } from '../../../components/mesos/framework-page.ts';
import type { Messages } from '../../../i18n/messages.ts';
import type { ServicesWords } from '../../../i18n/services-words.ts';
import type { Framework } from '../../../live/mesos-frameworks.ts';
import type { Column } from '../../../tables/column.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import { HealthBar } from '../../marathon/parts/HealthBar.tsx';
import { RowMenu } from '../../marathon/parts/RowMenu.tsx';
import { StatusCell } from '../../marathon/parts/StatusCell.tsx';
import { groupOf } from '../../marathon/rules/app-facts.ts';
import { statusRank } from '../../marathon/rules/app-status.ts';
import { healthWeight } from '../../marathon/rules/health-bar.ts';
import { frameworkNameOf, type ServiceRow } from './service-rows.ts';

export interface ServicesColumnsOptions {
  groupId: string;
  /** Rows come from several groups and say from which. */
  flat: boolean;
  /** Marathon does not answer: nothing can be done with the rows. */
  stale: boolean;
  /** Those that are still there, by name. */
  frameworks: ReadonlyMap<string, Framework>;
}

/** The columns of DC/OS' list of services. */
export function servicesColumns({ marathon }: Messages, words: ServicesWords, options: ServicesColumnsOptions): Column<ServiceRow>[] {
  const { groupId, stale, frameworks } = options;
  const { columns } = words;
  return [
    {
      id: 'name',
      header: columns.name,
      primary: true,
      width: 'minmax(7rem, 3fr)',
      cell: (row) => <NameCell row={row} words={words} flat={options.flat} />,
      aside: (row) => <WebUiLink row={row} words={words} frameworks={frameworks} />,
      sortValue: (row) => (row.kind === 'framework' ? `/${row.name}` : row.id),
    },
    {
      id: 'status',
      header: columns.status,
      width: 'minmax(7rem, 3fr)',
      interactive: true,
      cell: (row) => <Status row={row} words={words} />,
      sortValue: (row) => (row.kind === 'app' ? statusRank(row.status) : undefined),
    },
    {
      id: 'health',
      header: columns.health,
      width: '6.5rem',
      from: 'sm',
      interactive: true,
      cell: (row) => row.kind !== 'framework' && <HealthBar counts={row} moving={row.kind === 'app' && row.status === 'deploying'} />,
      sortValue: (row) => (row.kind === 'framework' ? undefined : healthWeight(row)),
    },
    {
      id: 'instances',
      header: columns.instances,
      width: '6rem',
      align: 'end',
      from: 'md',
      cell: (row) => (row.kind === 'framework' ? words.tasks(row.tasks) : marathon.list.runningOf(row.tasksRunning, row.instances)),
      sortValue: (row) => (row.kind === 'framework' ? row.tasks : row.tasksRunning),
    },
    ...resourceColumns(columns),
    {
      id: 'actions',
      header: marathon.list.actions,
      headerCell: <span className="sr-only">{marathon.list.actions}</span>,
      width: '2rem',
      interactive: true,
      cell: (row) => row.kind !== 'framework' && <RowMenu row={row} groupId={groupId} stale={stale} />,
    },
  ];
}

/** What a service has of the cluster, all its instances together. */
function resourceColumns(columns: ServicesWords['columns']): Column<ServiceRow>[] {
  const amount = { align: 'end', from: 'lg' } as const;
  return [
    { ...amount, id: 'cpu', header: columns.cpu, width: '3.5rem', cell: ({ cpus }) => formatCpus(cpus), sortValue: ({ cpus }) => cpus },
    {
      ...amount,
      id: 'memory',
      header: columns.memory,
      width: '5rem',
      cell: ({ mem }) => formatMegabytes(mem),
      sortValue: ({ mem }) => mem,
    },
    {
      ...amount,
      id: 'disk',
      header: columns.disk,
      width: '5rem',
      from: 'xl',
      cell: ({ disk }) => formatMegabytes(disk),
      sortValue: ({ disk }) => disk,
    },
  ];
}

const ICONS = { group: Folder, app: Box, framework: Boxes };

function NameCell({ row, words, flat }: { row: ServiceRow; words: ServicesWords; flat: boolean }) {
  const Icon = ICONS[row.kind];
  const group = flat && row.kind === 'app' ? groupOf(row.id) : '/';
  const below = row.kind === 'framework' ? words.framework : group === '/' ? undefined : group;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Icon aria-hidden size={17} className={row.kind === 'group' ? 'shrink-0 fill-line-strong/40 text-muted' : 'shrink-0 text-accent'} />
      <span className="min-w-0">
        {row.name}
        {below !== undefined && <span className="block text-xs font-normal text-muted">{below}</span>}
      </span>
    </span>
  );
}

/** Where the pages of a framework are: of its own row, or of the app that is its scheduler. */
function WebUiLink({ row, words, frameworks }: { row: ServiceRow; words: ServicesWords; frameworks: ReadonlyMap<string, Framework> }) {
  const framework = row.kind === 'framework' ? row.framework : frameworks.get(frameworkNameOf(row) ?? '');
  const to = framework && frameworkPage(framework);
  if (to === undefined) return undefined;
  const isOwn = !/^https?:/i.test(to);
  return (
    <a
      href={to}
      {...(isOwn ? {} : { target: '_blank', rel: 'noreferrer' })}
      aria-label={words.openUi(row.name)}
      title={words.openUi(row.name)}
      className="inline-flex rounded-sm p-1 text-muted hover:text-accent"
    >
      <ExternalLink aria-hidden size={15} />
    </a>
  );
}

function Status({ row, words }: { row: ServiceRow; words: ServicesWords }) {
  if (row.kind === 'group') return undefined;
  if (row.kind === 'app') return <StatusCell row={row} />;
  const isActive = row.framework.state === 'active';
  return (
    <StatusText tone={isActive ? 'ok' : 'danger'} hint={isActive ? words.activeHint : words.awayHint}>
      {isActive ? words.active : words.away}
    </StatusText>
  );
}
