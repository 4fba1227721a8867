import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { useInstanceWords } from '../../../i18n/instance-words.ts';
import type { Messages } from '../../../i18n/messages.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { paths } from '../../../paths.ts';
import type { Column } from '../../../tables/column.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { endpointsOf, failureCause, healthOf, type InstanceHealth, updatedAt } from '../rules/app-facts.ts';
import { hostName, type Machines } from '../rules/machines.ts';
import { stateTone } from '../rules/state-tone.ts';
import { EndpointLinks } from './EndpointLinks.tsx';
import { UsageCell } from './UsageCell.tsx';
import type { ChosenInstances } from './use-chosen-instances.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';

const HEALTH_TONES: Record<InstanceHealth, Tone> = { healthy: 'ok', unhealthy: 'danger', unknown: 'idle' };

type InstanceWords = ReturnType<typeof useInstanceWords>;

/** The columns of the instances. Health is shown only where something is checked. */
export function instanceColumns(
  app: AppDetail,
  { instances: own, health }: Messages['marathon'],
  words: InstanceWords,
  selection: ChosenInstances,
  machines: Machines,
): Column<Task>[] {
  return [
    {
      id: 'select',
      header: own.selectAll,
      headerCell: <Checkbox label={own.selectAll} labelHidden checked={selection.all} onChange={selection.toggleAll} />,
      width: '1.5rem',
      interactive: true,
      cell: ({ id }) => <Checkbox label={own.select(id)} labelHidden checked={selection.has(id)} onChange={() => selection.toggle(id)} />,
    },
    {
      id: 'id',
      header: own.id,
      width: 'minmax(9rem, 3fr)',
      interactive: true,
      cell: (task) => <IdCell app={app} task={task} words={own} machines={machines} />,
      sortValue: ({ id }) => id,
    },
    ...(app.healthChecks.length === 0 ? [] : [healthColumn(own.health, health, words)]),
    {
      id: 'status',
      header: own.status,
      width: '6.5rem',
      interactive: true,
      cell: ({ state }) => (
        <StatusText tone={stateTone(state)} hint={words.stateHints[state ?? '']}>
          {own.states[state ?? ''] ?? state}
        </StatusText>
      ),
      sortValue: ({ state }) => state ?? undefined,
    },
    usageColumn('cpu', words.usage.cpu, '2.5rem'),
    usageColumn('memory', words.usage.memory, '4.5rem'),
    {
      id: 'logs',
      header: own.logs,
      width: '8.5rem',
      from: 'sm',
      interactive: true,
      cell: (task) => <LogLinks app={app} task={task} words={own} />,
    },
    {
      id: 'version',
      header: own.version,
      width: '6.5rem',
      from: 'xl',
      cell: ({ version }) => <RelativeTime at={version ? Date.parse(version) : undefined} />,
      sortValue: ({ version }) => version ?? undefined,
    },
    {
      id: 'updated',
      header: own.updated,
      width: '6.5rem',
      align: 'end',
      from: 'md',
      cell: (task) => <RelativeTime at={updatedAt(task)} />,
      sortValue: updatedAt,
    },
  ];
}

function healthColumn(header: string, health: Messages['marathon']['health'], words: InstanceWords): Column<Task> {
  return {
    id: 'health',
    header,
    width: '7rem',
    from: 'md',
    interactive: true,
    cell: (task) => (
      <StatusText tone={HEALTH_TONES[healthOf(task)]} hint={failureHint(task, words)}>
        {health[healthOf(task)]}
      </StatusText>
    ),
    sortValue: healthOf,
  };
}

/** What failed last, when, and how often in a row. */
function failureHint(task: Task, words: InstanceWords): ReactNode {
  const failed = task.healthCheckResults.find(({ alive, lastFailure }) => !alive && lastFailure);
  if (!failed?.lastFailure) return undefined;
  return (
    <>
      {failureCause(task)} ({words.failures(failed.consecutiveFailures)}, <RelativeTime at={Date.parse(failed.lastFailure)} />)
    </>
  );
}

function usageColumn(of: 'cpu' | 'memory', header: string, width: string): Column<Task> {
  return { id: of, header, width, align: 'end', from: 'lg', interactive: true, cell: (task) => <UsageCell task={task} of={of} /> };
}

interface InstanceCellProps {
  app: AppDetail;
  task: Task;
  words: Messages['marathon']['instances'];
}

/** The task's id, and below it where the instance can be reached. */
function IdCell({ app, task, words, machines }: InstanceCellProps & { machines: Machines }) {
  const endpoints = endpointsOf(app, task, machines);
  // An address says where an instance is, unless the machine has a name.
  const named = task.host && (endpoints.length === 0 || machines.has(task.host)) ? hostName(machines, task.host) : undefined;
  return (
    <span className="flex min-w-0 flex-col">
      <Link to={paths.marathon.task(app.id, task.id)} className="rounded-sm font-medium break-all hover:text-accent hover:underline">
        {task.id}
      </Link>
      <span className="flex flex-wrap gap-x-3 text-xs text-muted">
        {named !== undefined && <span title={task.host ?? undefined}>{named}</span>}
        {endpoints.length === 0 && words.noEndpoint}
        <EndpointLinks endpoints={endpoints} />
      </span>
      {/* A phone has no room for the column of the logs. */}
      <span className="mt-1 text-xs sm:hidden">
        <LogLinks app={app} task={task} words={words} />
      </span>
    </span>
  );
}

const FILES = ['stderr', 'stdout'] as const;

function LogLinks({ app, task, words }: InstanceCellProps) {
  return (
    <span className="flex gap-3">
      {FILES.map((file) => (
        <Link
          key={file}
          to={paths.marathon.logs(app.id, task.id, file)}
          preventScrollReset
          aria-label={words.logOf(file, task.id)}
          className="flex items-center gap-1 rounded-sm text-muted hover:text-accent"
        >
          <FileText aria-hidden size={14} />
          {file}
        </Link>
      ))}
    </span>
  );
}
