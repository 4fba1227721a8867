import type { ReactNode } from 'react';
import type { useInstanceWords } from '../../../i18n/instance-words.ts';
import type { Messages } from '../../../i18n/messages.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import type { Column } from '../../../tables/column.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { failureCause, healthOf, type InstanceHealth, updatedAt } from '../rules/app-facts.ts';
import { hostName, type Machines } from '../rules/machines.ts';
import { stateTone } from '../rules/state-tone.ts';
import { Endpoints, IdCell } from './InstanceCells.tsx';
import { UsageCell } from './UsageCell.tsx';
import type { ChosenInstances } from './use-chosen-instances.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';

const HEALTH_TONES: Record<InstanceHealth, Tone> = { healthy: 'ok', unhealthy: 'danger', unknown: 'idle' };

type InstanceWords = ReturnType<typeof useInstanceWords>;

/** The columns of the instances. Health is shown only where something is checked. */
export function instanceColumns(
  app: AppDetail,
  words: InstanceWords,
  health: Messages['marathon']['health'],
  selection: ChosenInstances,
  machines: Machines,
): Column<Task>[] {
  const { table, states, stateHints } = words;
  return [
    selectColumn(table, selection),
    {
      id: 'id',
      header: table.id,
      width: 'minmax(9rem, 3fr)',
      interactive: true,
      cell: (task) => <IdCell app={app} task={task} words={table} machines={machines} />,
      sortValue: ({ id }) => id,
    },
    {
      id: 'endpoints',
      header: table.endpoints,
      width: 'minmax(7rem, 1.5fr)',
      from: 'md',
      interactive: true,
      cell: (task) => <Endpoints app={app} task={task} words={table} machines={machines} />,
      sortValue: ({ host, ports }) => (host ? `${hostName(machines, host)} ${ports.join(' ')}` : undefined),
    },
    ...(app.healthChecks.length === 0 ? [] : [healthColumn(health, words)]),
    {
      id: 'status',
      header: table.status,
      width: '6rem',
      interactive: true,
      cell: ({ state }) => (
        <StatusText tone={stateTone(state)} hint={stateHints[state ?? '']}>
          {states[state ?? ''] ?? state}
        </StatusText>
      ),
      sortValue: ({ state }) => state ?? undefined,
    },
    {
      id: 'usage',
      header: table.usage,
      width: '4.5rem',
      align: 'end',
      from: 'lg',
      interactive: true,
      cell: (task) => <UsageCell task={task} />,
    },
    ...timeColumns(table),
  ];
}

function selectColumn(words: InstanceWords['table'], { all, has, toggle, toggleAll }: ChosenInstances): Column<Task> {
  return {
    id: 'select',
    header: words.selectAll,
    headerCell: <Checkbox label={words.selectAll} labelHidden checked={all} onChange={toggleAll} />,
    width: '1.5rem',
    interactive: true,
    cell: ({ id }) => <Checkbox label={words.select(id)} labelHidden checked={has(id)} onChange={() => toggle(id)} />,
  };
}

function timeColumns(words: InstanceWords['table']): Column<Task>[] {
  return [
    {
      id: 'version',
      header: words.version,
      width: '6.5rem',
      from: 'xl',
      cell: ({ version }) => <RelativeTime at={version ? Date.parse(version) : undefined} />,
      sortValue: ({ version }) => version ?? undefined,
    },
    {
      id: 'updated',
      header: words.updated,
      width: '6.5rem',
      align: 'end',
      from: 'sm',
      cell: (task) => <RelativeTime at={updatedAt(task)} />,
      sortValue: updatedAt,
    },
  ];
}

function healthColumn(health: Messages['marathon']['health'], words: InstanceWords): Column<Task> {
  return {
    id: 'health',
    header: words.table.health,
    width: '6.5rem',
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
