import { queryOptions } from '@tanstack/react-query';
import type { ChronosJob, JobHistogram, JobRun, JobSummary } from '../../api/chronos/job.ts';
import { ApiError, request } from '../util/http.ts';

/** Chronos' API as the adminRouter shows it. */
export const CHRONOS_API = '/service/chronos/v1/scheduler';

export const chronosKeys = {
  all: ['chronos'] as const,
  jobs: ['chronos', 'jobs'] as const,
  summary: ['chronos', 'summary'] as const,
  job: (name: string) => ['chronos', 'job', name] as const,
};

/** Chronos has no events, so everything is asked for again; the original's pages did so each 2 s. */
const INTERVAL_MS = 2_000;
const SLOW_MS = 10_000;

/** What goes on: the status and state of each job. */
export const summaryQuery = queryOptions({
  queryKey: chronosKeys.summary,
  queryFn: async ({ signal }) => (await request<{ jobs: JobSummary[] }>(`${CHRONOS_API}/jobs/summary`, { signal, timeoutMs: 30_000 })).jobs,
  refetchInterval: INTERVAL_MS,
});

/** All jobs with all their fields: what changes by itself in them are counters and schedules. */
export const jobsQuery = queryOptions({
  queryKey: chronosKeys.jobs,
  queryFn: ({ signal }) => request<ChronosJob[]>(`${CHRONOS_API}/jobs`, { signal, timeoutMs: 30_000 }),
  refetchInterval: SLOW_MS,
});

/** One job; null when there is none of this name, which Chronos answers with 400. */
export const jobQuery = (name: string) =>
  queryOptions({
    queryKey: chronosKeys.job(name),
    queryFn: async ({ signal }): Promise<ChronosJob | null> => {
      try {
        return await request<ChronosJob>(`${CHRONOS_API}/job/${encodeURIComponent(name)}`, { signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 400) return null;
        throw error;
      }
    },
    refetchInterval: INTERVAL_MS,
  });

export const statisticsQuery = (name: string) =>
  queryOptions({
    queryKey: [...chronosKeys.job(name), 'statistics'],
    queryFn: async ({ signal }) =>
      (await request<{ histogram: JobHistogram }>(`${CHRONOS_API}/job/stat/${encodeURIComponent(name)}`, { signal })).histogram,
    refetchInterval: SLOW_MS,
  });

/** One figure of the durations of every job, in seconds, by name. */
export const durationsQuery = (figure: keyof JobHistogram) =>
  queryOptions({
    queryKey: ['chronos', 'durations', figure],
    queryFn: async ({ signal }) => {
      const figures = await request<{ jobNameLabel: string; time: number }[]>(`${CHRONOS_API}/stats/${figure}`, { signal });
      return Object.fromEntries(figures.map(({ jobNameLabel, time }) => [jobNameLabel, time]));
    },
    refetchInterval: SLOW_MS,
  });

/** The runs that are remembered, newest first; null where Chronos keeps none (the real one has no such path). */
export const runsQuery = (name: string) =>
  queryOptions({
    queryKey: [...chronosKeys.job(name), 'runs'],
    queryFn: async ({ signal }): Promise<JobRun[] | null> => {
      try {
        return await request<JobRun[]>(`${CHRONOS_API}/job/runs/${encodeURIComponent(name)}`, { signal });
      } catch (error) {
        if (error instanceof ApiError && (error.status === 404 || error.status === 405)) return null;
        throw error;
      }
    },
    refetchInterval: INTERVAL_MS,
  });
