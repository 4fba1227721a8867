import type { ChronosWords } from '../../i18n/chronos-words.ts';
import type { Column } from '../../tables/column.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { formatDuration, formatPercent } from '../../util/format.ts';
import type { JobRow } from './job-rows.ts';
import { JobMenu } from './JobMenu.tsx';
import { JobName } from './JobName.tsx';
import { NextRun } from './NextRun.tsx';
import type { ChosenJobs } from './use-chosen-jobs.ts';

export const STATUS_TONES: Record<JobRow['status'], Tone> = { success: 'ok', failure: 'danger', fresh: 'idle' };
const STATE_TONES: Record<JobRow['state'], Tone> = { idle: 'idle', queued: 'warn', running: 'info' };

/** What needs a look comes first. */
const STATUS_ORDER: JobRow['status'][] = ['failure', 'fresh', 'success'];
const STATE_ORDER: JobRow['state'][] = ['running', 'queued', 'idle'];

/** What ticks the rows; the box above them ticks all that are shown. */
type Ticks = Pick<ChosenJobs, 'has' | 'toggle' | 'all' | 'toggleAll'>;

function selectColumn({ several }: ChronosWords, { has, toggle, all, toggleAll }: Ticks): Column<JobRow> {
  return {
    id: 'select',
    header: several.selectAll,
    headerCell: <Checkbox label={several.selectAll} labelHidden checked={all} onChange={toggleAll} />,
    width: '1.25rem',
    interactive: true,
    cell: ({ name }) => <Checkbox label={several.select(name)} labelHidden checked={has(name)} onChange={() => toggle(name)} />,
  };
}

export function jobColumns(words: ChronosWords, ticks: Ticks): Column<JobRow>[] {
  const { columns } = words;
  return [
    selectColumn(words, ticks),
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(9rem, 1.5fr)',
      primary: true,
      sortValue: (row) => row.name,
      cell: (row) => <JobName row={row} />,
    },
    {
      id: 'next',
      header: columns.nextRun,
      width: 'minmax(8rem, 1.6fr)',
      from: 'sm',
      sortValue: (row) => row.nextRun,
      cell: (row) => <NextRun row={row} />,
    },
    {
      id: 'status',
      header: columns.status,
      width: '6rem',
      sortValue: (row) => STATUS_ORDER.indexOf(row.status),
      cell: (row) => <StatusText tone={STATUS_TONES[row.status]}>{words.statusWords[row.status]}</StatusText>,
    },
    {
      id: 'state',
      header: columns.state,
      width: '6rem',
      from: 'sm',
      sortValue: (row) => STATE_ORDER.indexOf(row.state),
      cell: (row) => (
        <StatusText tone={STATE_TONES[row.state]}>
          {row.state === 'running' ? words.states.running(row.running) : words.states[row.state]}
        </StatusText>
      ),
    },
    {
      id: 'ratio',
      header: columns.ratio,
      width: '6.25rem',
      align: 'end',
      from: 'lg',
      sortValue: (row) => row.ratio,
      cell: (row) => (row.ratio === undefined ? '–' : words.ratioOf(formatPercent(row.ratio), row.runs)),
    },
    {
      id: 'duration',
      header: columns.duration,
      width: '10rem',
      align: 'end',
      from: 'lg',
      sortValue: (row) => row.median,
      cell: (row) =>
        row.median === undefined
          ? '–'
          : words.durations(formatDuration(row.median * 1000), formatDuration((row.tail ?? row.median) * 1000)),
    },
    {
      id: 'actions',
      header: columns.actions,
      headerCell: <span className="sr-only">{columns.actions}</span>,
      width: '2.5rem',
      interactive: true,
      cell: (row) => <JobMenu row={row} />,
    },
  ];
}
