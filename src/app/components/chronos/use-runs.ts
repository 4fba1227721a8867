import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { JobRun } from '../../../api/chronos/job.ts';
import { runsQuery } from '../../live/chronos-queries.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { TASKS_AT_FIRST, tasksQuery } from '../../live/mesos-tasks.ts';
import { runsOfTasks } from './runs-of-tasks.ts';

export interface Runs {
  /** Newest first; undefined while loading. */
  runs: JobRun[] | undefined;
  failure: Error | null;
  /** Only what Mesos still remembers: this Chronos keeps no history. */
  partly: boolean;
}

/** The runs of a job: as Chronos remembers them, else as Mesos does. */
export function useRuns(name: string): Runs {
  const kept = useQuery(runsQuery(name));
  const partly = kept.data === null;
  const framework = useQuery({ ...frameworksQuery, enabled: partly }).data?.frameworks.find(
    (each) => each.name.startsWith('chronos') && each.state === 'active',
  );
  const tasks = useQuery({ ...tasksQuery(TASKS_AT_FIRST, framework?.id), enabled: partly && framework !== undefined });
  const remembered = useMemo(() => tasks.data && runsOfTasks(tasks.data, name), [tasks.data, name]);
  return { runs: kept.data ?? remembered, failure: partly ? tasks.error : kept.error, partly };
}
