import { FileText } from 'lucide-react';
import { Link } from 'react-router';
import type { JobRun } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import type { ChronosWords } from '../../i18n/chronos-words.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { formatDateTime, formatDuration } from '../../util/format.ts';

export const RUN_TONES: Record<JobRun['state'], Tone> = {
  queued: 'warn',
  staging: 'info',
  running: 'info',
  success: 'ok',
  failure: 'danger',
  killed: 'idle',
};

const at = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));

/** How long it took, or has taken so far, in ms; undefined before it started. */
export function durationOf({ started, finished }: JobRun, now: number): number | undefined {
  const from = at(started);
  return from === undefined ? undefined : (at(finished) ?? now) - from;
}

export function runColumns(words: ChronosWords, now: number): Column<JobRun>[] {
  const { runs } = words;
  return [
    {
      id: 'scheduled',
      header: runs.scheduled,
      width: 'minmax(8rem, 1.4fr)',
      sortValue: (run) => `${run.scheduled} ${run.attempt}`,
      cell: (run) => <DueTime at={Date.parse(run.scheduled)} />,
    },
    {
      id: 'state',
      header: words.columns.state,
      width: '6.5rem',
      sortValue: (run) => run.state,
      cell: (run) => <StatusText tone={RUN_TONES[run.state]}>{runs.states[run.state]}</StatusText>,
    },
    {
      id: 'attempt',
      header: runs.attempt,
      width: '4.5rem',
      align: 'end',
      from: 'lg',
      sortValue: (run) => run.attempt,
      cell: (run) => run.attempt + 1,
    },
    {
      id: 'started',
      header: runs.started,
      width: '6.5rem',
      from: 'md',
      sortValue: (run) => at(run.started),
      cell: (run) => <RelativeTime at={at(run.started)} />,
    },
    {
      id: 'duration',
      header: runs.duration,
      width: '6rem',
      align: 'end',
      from: 'sm',
      sortValue: (run) => durationOf(run, now),
      cell: (run) => duration(durationOf(run, now)),
    },
    {
      id: 'node',
      header: runs.node,
      width: 'minmax(5rem, 0.7fr)',
      from: 'lg',
      sortValue: (run) => run.host,
      cell: (run) => run.host ?? '–',
    },
    {
      id: 'message',
      header: runs.message,
      width: 'minmax(7rem, 1.3fr)',
      from: 'md',
      cell: (run) => <RunMessage run={run} words={words} />,
    },
    { id: 'log', header: runs.log, width: '3.5rem', interactive: true, cell: (run) => <RunLog run={run} words={words} /> },
  ];
}

/** The time itself, since runs are told apart by it, and how long ago that is. */
function DueTime({ at: due }: { at: number }) {
  return (
    <>
      <span className="block tabular-nums">{formatDateTime(due)}</span>
      <span className="block text-xs">
        <RelativeTime at={due} />
      </span>
    </>
  );
}

const duration = (ms: number | undefined): string => (ms === undefined ? '–' : formatDuration(ms));

function RunMessage({ run, words: { runs } }: { run: JobRun; words: ChronosWords }) {
  return (
    <span className="text-muted">
      {run.arguments !== '' && <span className="block font-mono text-xs">{run.arguments}</span>}
      <span className="line-clamp-2" title={run.message}>
        {run.exitCode !== undefined && run.exitCode !== 0 ? runs.exit(run.exitCode) : run.message}
      </span>
      {run.retryAt !== undefined && (
        <span className="block">
          {runs.retry} <RelativeTime at={at(run.retryAt)} />
        </span>
      )}
    </span>
  );
}

function RunLog({ run, words: { runs } }: { run: JobRun; words: ChronosWords }) {
  if (run.agentId === undefined) return <span className="text-muted">–</span>;
  return (
    <Link
      to={chronosPaths.runLog(run.job, run.taskId)}
      className="inline-flex items-center gap-1 text-accent hover:underline"
      aria-label={runs.logOf(run.taskId)}
    >
      <FileText aria-hidden size={14} />
      {runs.log}
    </Link>
  );
}
