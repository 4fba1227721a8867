import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { jobsQuery } from '../../live/chronos-queries.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { appsQuery } from '../../live/marathon-queries.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { tasksQuery } from '../../live/mesos-tasks.ts';
import { appItems, frameworkItems, groupItems, jobItems, nodeItems, taskItems } from './items-of-cluster.ts';
import type { PaletteItem, PaletteKind } from './palette-item.ts';

/** More than any master keeps. */
const ALL_TASKS = 1_000_000;
const NONE: PaletteItem[] = [];

export interface PaletteSources {
  apps: PaletteItem[];
  /** Apps of which no instance is to run. */
  suspended: ReadonlySet<string>;
  groups: PaletteItem[];
  jobs: PaletteItem[];
  nodes: PaletteItem[];
  frameworks: PaletteItem[];
  tasks: PaletteItem[];
  loading: boolean;
  /** What could not be read: the rest can be searched all the same. */
  failed: PaletteKind[];
}

const itemsOf = <Data>(data: Data | undefined, make: (data: Data) => PaletteItem[]): PaletteItem[] =>
  data === undefined ? NONE : make(data);

/** Everything of the cluster that has a name. Tasks are read only once somebody types: there may be tens of thousands. */
export function useSourcesOfPalette(typing: boolean): PaletteSources {
  const apps = useQuery(appsQuery);
  const jobs = useQuery(jobsQuery);
  const summary = useQuery(summaryQuery());
  const frameworks = useQuery(frameworksQuery);
  const tasks = useQuery({ ...tasksQuery(ALL_TASKS), enabled: typing });
  const nodes = summary.data?.nodes;
  const byKind: [PaletteKind, UseQueryResult][] = [
    ['app', apps],
    ['job', jobs],
    ['node', summary],
    ['framework', frameworks],
    ['task', tasks],
  ];
  return {
    apps: useMemo(() => itemsOf(apps.data, appItems), [apps.data]),
    suspended: useMemo(() => new Set(apps.data?.apps.filter(({ instances }) => instances === 0).map(({ id }) => id)), [apps.data]),
    groups: useMemo(() => itemsOf(apps.data, groupItems), [apps.data]),
    jobs: useMemo(() => itemsOf(jobs.data, jobItems), [jobs.data]),
    nodes: useMemo(() => itemsOf(nodes, nodeItems), [nodes]),
    frameworks: useMemo(() => itemsOf(frameworks.data?.frameworks, frameworkItems), [frameworks.data]),
    tasks: useMemo(() => itemsOf(tasks.data, taskItems), [tasks.data]),
    loading: byKind.some(([, query]) => query.isLoading),
    failed: byKind.filter(([, query]) => query.isError && query.data === undefined).map(([kind]) => kind),
  };
}
