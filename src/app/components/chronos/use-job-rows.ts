import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { durationsQuery, jobsQuery, summaryQuery } from '../../live/chronos-queries.ts';
import { type JobRow, jobRows } from './job-rows.ts';

const NONE = {};
const NO_JOBS: never[] = [];

/** Every job; undefined until the summary is there. */
export function useJobRows(): { rows: JobRow[] | undefined; failure: Error | null; retry: () => void } {
  const summary = useQuery(summaryQuery);
  const { data: jobs = NO_JOBS, dataUpdatedAt: readAt } = useQuery(jobsQuery);
  const medians = useQuery(durationsQuery('median')).data ?? NONE;
  const tails = useQuery(durationsQuery('95thPercentile')).data ?? NONE;
  // Only an empty start stands for now, and Chronos fills that in at the first run: the moment of the reading is near enough.
  const rows = useMemo(
    () => summary.data && jobRows({ summaries: summary.data, jobs, medians, tails }, readAt),
    [summary.data, jobs, medians, tails, readAt],
  );
  return { rows, failure: summary.error, retry: () => void summary.refetch() };
}
