import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type TableFilter, useTableFilter } from '../../../filters/use-table-filter.ts';
import { appsQuery, queueQuery } from '../../../live/marathon-queries.ts';
import type { QueueEntry } from '../../../live/marathon-wire.ts';
import { type Framework, frameworksQuery } from '../../../live/mesos-frameworks.ts';
import { summaryQuery } from '../../../live/mesos-queries.ts';
import { appsBelow } from '../../marathon/rules/app-rows.ts';
import { serviceFields, type ServiceRow, serviceRows } from './service-rows.ts';

const NO_QUEUE: ReadonlyMap<string, QueueEntry> = new Map();
const NO_FRAMEWORKS: Framework[] = [];
const NO_TASKS = {};

/** How the services are laid out; in the URL as `?view=flat`. */
export type ServicesView = 'tree' | 'flat';

/** The services of a group as the page shows them. A filter asks all below the group, whatever the view. */
export function useServices(groupId: string) {
  const [search] = useSearchParams();
  const view: ServicesView = search.get('view') === 'flat' ? 'flat' : 'tree';
  const list = useQuery(appsQuery);
  const queue = useQuery(queueQuery).data ?? NO_QUEUE;
  const frameworks = useQuery(frameworksQuery).data?.frameworks ?? NO_FRAMEWORKS;
  const tasks = useQuery(summaryQuery()).data?.activeByFramework ?? NO_TASKS;
  const apps = useMemo(() => list.data && appsBelow(groupId, list.data.apps, queue), [list.data, queue, groupId]);
  const lists = useMemo(
    () => apps && { groupId, apps, groupIds: list.data?.groups ?? [], frameworks, tasks },
    [apps, groupId, list.data?.groups, frameworks, tasks],
  );
  const all = useMemo(() => lists && serviceRows(lists, true), [lists]);
  const tree = useMemo(() => lists && serviceRows(lists, false), [lists]);
  const filter: TableFilter<ServiceRow> = useTableFilter(serviceFields, all);
  const isFlat = view === 'flat' || filter.text.trim() !== '';
  const byName = useMemo(() => new Map(frameworks.map((each) => [each.name, each])), [frameworks]);
  return { list, apps, all, view, isFlat, filter, rows: isFlat ? filter.shown : tree, frameworks: byName };
}
