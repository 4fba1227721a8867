import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError, request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';
import { marathonLink } from './marathon-link.ts';
import {
  appAnswerSchema,
  deploymentsSchema,
  groupSchema,
  queueSchema,
  type AppDetail,
  type AppSummary,
  type Group,
  type QueueEntry,
} from './marathon-wire.ts';

/** All below one prefix: Marathon's API as the adminRouter shows it. */
export const MARATHON_API = '/service/marathon/v2';

/** An app's path in the API: slashes stay, every other character of a segment is encoded. */
export const appApi = (id: string): string => `${MARATHON_API}/apps${encodeId(id)}`;
export const encodeId = (id: string): string => id.split('/').map(encodeURIComponent).join('/');

export const marathonKeys = {
  all: ['marathon'] as const,
  apps: ['marathon', 'apps'] as const,
  app: (id: string) => ['marathon', 'app', id] as const,
  queue: ['marathon', 'queue'] as const,
  deployments: ['marathon', 'deployments'] as const,
};

export interface AppList {
  apps: AppSummary[];
  /** Ids of all groups, the empty ones too. */
  groups: string[];
}

const LIST_PATH = `${MARATHON_API}/groups?${['groups', 'apps', 'apps.counts', 'apps.deployments', 'apps.readiness', 'apps.lastTaskFailure']
  .map((embed) => `embed=group.${embed}`)
  .join('&')}`;

/** Events say what changed; these intervals catch what has no event (a delay that runs out) and what got lost. */
const LIVE_MS = 30_000;
const POLL_MS = 2_000;
/** While something waits, its reasons change without any event. */
const WAITING_MS = 2_000;

const interval = (): number => pacedMs(marathonLink.current().kind === 'live' ? LIVE_MS : POLL_MS);

export const appsQuery = queryOptions({
  queryKey: marathonKeys.apps,
  queryFn: async ({ signal }) => flatten(await request(LIST_PATH, { schema: groupSchema, signal, timeoutMs: 30_000 })),
  refetchInterval: interval,
});

export const appQuery = (id: string) =>
  queryOptions({
    queryKey: marathonKeys.app(id),
    queryFn: ({ signal }) => fetchApp(id, signal),
    // what readiness checks say comes with no event either
    refetchInterval: ({ state }) => ((state.data?.deployments.length ?? 0) > 0 ? WAITING_MS : interval()),
  });

const isEmptyMap = (value: unknown): boolean => value instanceof Map && value.size === 0;

export const queueQuery = queryOptions({
  queryKey: marathonKeys.queue,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, QueueEntry>> => {
    const entries = await request(`${MARATHON_API}/queue?embed=lastUnusedOffers`, { schema: queueSchema, signal });
    return new Map(entries.map((entry) => [entry.appId, entry]));
  },
  refetchInterval: (query) => ((query.state.data?.size ?? 0) > 0 ? WAITING_MS : interval()),
  // A Map is compared by identity only. Most of the time nothing waits: then nobody need be told.
  structuralSharing: (before, after) => (isEmptyMap(before) && isEmptyMap(after) ? before : after),
});

export const deploymentsQuery = queryOptions({
  queryKey: marathonKeys.deployments,
  queryFn: ({ signal }) => request(`${MARATHON_API}/deployments`, { schema: deploymentsSchema, signal }),
  refetchInterval: (query) => ((query.state.data?.length ?? 0) > 0 ? POLL_MS : interval()),
});

export async function fetchApp(id: string, signal?: AbortSignal): Promise<AppDetail> {
  const { app } = await request(`${appApi(id)}?embed=app.readiness&embed=app.taskStats`, { schema: appAnswerSchema, signal });
  return app;
}

function flatten(root: Group): AppList {
  const list: AppList = { apps: [], groups: [] };
  const visit = (group: Group): void => {
    list.groups.push(group.id);
    list.apps.push(...group.apps);
    for (const child of group.groups ?? []) visit(child);
  };
  visit(root);
  list.apps.sort((a, b) => (a.id < b.id ? -1 : 1));
  return list;
}

/** Puts one app as it is now (undefined: it is gone) into everything that shows it. */
export function putApp(client: QueryClient, id: string, app: AppDetail | AppSummary | undefined): void {
  client.setQueryData<AppList>(marathonKeys.apps, (list) => (list === undefined ? list : withApp(list, id, app)));
  if (app !== undefined && isDetail(app)) putDetail(client, id, app);
}

/** Into what the pages of the app show, if they have been opened. */
function putDetail(client: QueryClient, id: string, app: AppDetail): void {
  if (client.getQueryState(marathonKeys.app(id)) !== undefined) {
    client.setQueryData<AppDetail>(marathonKeys.app(id), app);
  }
}

const isDetail = (app: AppDetail | AppSummary): app is AppDetail => Array.isArray(app['tasks']);

/** The list with one app replaced, added in its place or taken out. */
export function withApp(list: AppList, id: string, app: AppSummary | undefined): AppList {
  const at = list.apps.findIndex((other) => other.id >= id);
  const known = list.apps[at]?.id === id;
  if (app === undefined) return known ? { ...list, apps: list.apps.toSpliced(at, 1) } : list;
  const apps = at === -1 ? [...list.apps, app] : list.apps.toSpliced(at, known ? 1 : 0, app);
  return { ...list, apps };
}

/**
 * Reads one app again and shows it everywhere, in the list unless `onRead`, which is told of it (undefined: there is none), says that it
 * will be shown there later. A failure is left to the polling.
 */
export async function refreshApp(
  client: QueryClient,
  id: string,
  onRead?: (id: string, app: AppDetail | undefined) => 'now' | 'later',
): Promise<void> {
  try {
    const app = await fetchApp(id);
    if (onRead?.(id, app) === 'later') putDetail(client, id, app);
    else putApp(client, id, app);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) return;
    onRead?.(id, undefined);
    putApp(client, id, undefined);
    await client.invalidateQueries({ queryKey: marathonKeys.app(id) });
  }
}

/** Shows in the list what events have told of apps; undefined: nothing that could be shown. Apps that stay as they are stay the same objects. */
export function tellApps(client: QueryClient, told: ReadonlyMap<string, Partial<AppSummary> | undefined>): void {
  client.setQueryData<AppList>(marathonKeys.apps, (list) => list && withTold(list, told));
}

export function withTold(list: AppList, told: ReadonlyMap<string, Partial<AppSummary> | undefined>): AppList {
  let changed = false;
  const apps = list.apps.map((app) => {
    const news = told.get(app.id);
    if (news === undefined || Object.entries(news).every(([key, value]) => app[key] === value)) return app;
    changed = true;
    return { ...app, ...news };
  });
  return changed ? { ...list, apps } : list;
}
