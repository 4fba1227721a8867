import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { jobColumns } from '../../components/chronos/job-columns.tsx';
import { jobFields } from '../../components/chronos/job-fields.ts';
import { countJobs, JOB_KINDS, type JobRow, matchesJob } from '../../components/chronos/job-rows.ts';
import { JobCounters } from '../../components/chronos/JobCounters.tsx';
import { useJobFilter } from '../../components/chronos/use-job-filter.ts';
import { useJobRows } from '../../components/chronos/use-job-rows.ts';
import { JobBulkBar } from '../../components/chronos/JobBulkBar.tsx';
import { type JobsContext, useChosenJobs } from '../../components/chronos/use-chosen-jobs.ts';
import { FilterInput } from '../../filters/FilterInput.tsx';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { saveText } from '../../forms/json/save-text.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { jobsQuery } from '../../live/chronos-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToast } from '../../ui/use-toast.ts';

const BY_NAME = { id: 'name', descending: false };
const rowKey = ({ name }: JobRow): string => name;
const rowLink = ({ name }: JobRow): string => chronosPaths.job(name);

/** All jobs: how they did, what goes on, when they run next. */
export function JobsPage() {
  const words = useChronosWords();
  const { common } = useMessages();
  const { rows, failure, retry } = useJobRows();
  const { filter, setCounter, setKind } = useJobFilter();
  const { counter, kind } = filter;
  const ofKind = useMemo(() => rows?.filter((row) => matchesJob(row, { counter, kind })), [rows, counter, kind]);
  const written = useTableFilter(jobFields, ofKind);
  const { shown } = written;
  const { chosen, has, toggle, all, toggleAll, clear: clearChoice } = useChosenJobs(shown);
  const columns = useMemo(() => jobColumns(words, { has, toggle, all, toggleAll }), [words, has, toggle, all, toggleAll]);
  const counts = useMemo(() => countJobs(rows ?? []), [rows]);
  const navigate = useNavigate();
  const clear = () => void navigate(chronosPaths.jobs());
  return (
    <Page title={words.jobs} actions={<JobsActions />}>
      <JobCounters counts={counts} chosen={counter} onChoose={setCounter} />
      <div className="flex flex-wrap items-start gap-3">
        <FilterInput label={words.find} filter={written} fields={jobFields} rows={rows} columns={columns} className="w-full sm:w-96" />
        <span className="w-full sm:w-44">
          <Select
            aria-label={words.kinds.label}
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={JOB_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
        </span>
        {rows && shown && <span className="leading-9 text-muted">{words.count(shown.length, rows.length)}</span>}
      </div>
      <DataTable
        label={words.jobs}
        columns={columns}
        rows={shown}
        rowKey={rowKey}
        rowLink={rowLink}
        rowChosen={({ name }) => has(name)}
        initialSort={BY_NAME}
        stale={failure !== null}
        error={
          failure && rows === undefined ? (
            <ErrorState title={words.cannotLoad} detail={failure.message} advice={common.failureAdvice} onRetry={retry} />
          ) : undefined
        }
        empty={
          rows?.length === 0 ? (
            <EmptyState icon={<CalendarClock aria-hidden size={32} />} title={words.noJobs}>
              {words.noJobsHint}
            </EmptyState>
          ) : (
            <EmptyState title={words.noMatch} action={<Button onClick={clear}>{words.clearFilters}</Button>}>
              {words.noMatchHint}
            </EmptyState>
          )
        }
      />
      {chosen !== undefined && chosen.length > 0 && <JobBulkBar count={chosen.length} onClear={clearChoice} />}
      <Outlet context={{ chosen } satisfies JobsContext} />
    </Page>
  );
}

function JobsActions() {
  const words = useChronosWords();
  const exporting = useExport();
  const navigate = useNavigate();
  const { search } = useLocation();
  const open = (dialog: string) => void navigate(keepingSearch(dialog, search), { preventScrollReset: true });
  return (
    <>
      <Button pending={exporting.isPending} onClick={() => exporting.mutate()}>
        {words.several.exportJobs}
      </Button>
      <Button onClick={() => open(chronosPaths.import())}>{words.several.importMenu}</Button>
      <Button onClick={() => void navigate(chronosPaths.graph())}>{words.graph}</Button>
      <Button variant="primary" onClick={() => open(chronosPaths.create())}>
        {words.createJob}
      </Button>
    </>
  );
}

/** Saves all jobs as they are now: what the list has of them may be some seconds old. */
function useExport() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => client.fetchQuery({ ...jobsQuery, staleTime: 0 }),
    onSuccess: (jobs) => saveText(JSON.stringify(jobs, undefined, 2), 'jobs'),
    onError: (error) => toast({ tone: 'danger', title: error.message }),
  });
}
