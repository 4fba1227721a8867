import { type ReactNode, useMemo } from 'react';
import { Outlet, useOutletContext } from 'react-router';
import type { ChronosJob, JobRun } from '../../../api/chronos/job.ts';
import { JobStatistics } from '../../components/chronos/JobStatistics.tsx';
import { runColumns } from '../../components/chronos/run-columns.tsx';
import { RunHeatMap } from '../../components/chronos/RunHeatMap.tsx';
import { RunTimeline } from '../../components/chronos/RunTimeline.tsx';
import { useRuns } from '../../components/chronos/use-runs.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useNow } from '../../util/use-now.ts';

const NEWEST_FIRST = { id: 'scheduled', descending: true };
const rowKey = ({ taskId }: JobRun): string => taskId;

/** What a job has done: by day, on a line of time, in figures, and run by run. */
export function RunsTab() {
  const job = useOutletContext<ChronosJob>();
  const words = useChronosWords();
  const { runs: own } = words;
  const now = useNow();
  const { runs, failure, partly } = useRuns(job.name);
  const columns = useMemo(() => runColumns(words, now), [words, now]);
  return (
    <>
      {partly && <Banner tone="info">{own.partly}</Banner>}
      {runs !== undefined && runs.length > 0 && (
        <div className="grid gap-4 xl:grid-cols-3">
          <Card title={own.heatMap}>
            <RunHeatMap runs={runs} />
          </Card>
          <Card title={own.timelineTitle}>
            <RunTimeline runs={runs} now={now} />
          </Card>
          <Card title={own.statistics}>
            <JobStatistics name={job.name} />
          </Card>
        </div>
      )}
      <h2 className="font-semibold">{own.title}</h2>
      <DataTable
        label={own.title}
        columns={columns}
        rows={runs}
        rowKey={rowKey}
        initialSort={NEWEST_FIRST}
        stale={failure !== null}
        error={failure && runs === undefined ? <ErrorState title={own.cannotLoad} detail={failure.message} /> : undefined}
        empty={<EmptyState title={own.none}>{own.noneHint}</EmptyState>}
      />
      <Outlet context={job} />
    </>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3 overflow-x-auto rounded-xl border border-line bg-surface p-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
