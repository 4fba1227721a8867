import type { AppSummary, QueueEntry } from '../../../live/marathon-wire.ts';
import { appStatus, type AppStatus } from './app-status.ts';
import type { InstanceCounts } from './health-bar.ts';

/** A row of the Applications list. CPUs, memory and disk (MiB) are those of all instances together. */
export type AppRow = InstanceCounts & { id: string; name: string; cpus: number; mem: number; disk: number } & (
    | { kind: 'app'; app: AppSummary; status: AppStatus | undefined; queued?: QueueEntry }
    | { kind: 'group' }
  );

/** Rows for every app below a group, however deep: what filters and their counts work on. */
export function appsBelow(groupId: string, apps: readonly AppSummary[], queue: ReadonlyMap<string, QueueEntry>): AppRow[] {
  return apps.filter((app) => isBelow(app.id, groupId)).map((app) => appRow(app, queue.get(app.id)));
}

/** The direct children of a group: folders with the sums of all that is in them, then apps. */
export function childrenOf(groupId: string, apps: readonly AppRow[], groupIds: readonly string[]): AppRow[] {
  const folders = new Map<string, AppRow>();
  const folder = (path: string): AppRow => {
    const id = childPath(path, groupId);
    const known = folders.get(id) ?? emptyFolder(id);
    folders.set(id, known);
    return known;
  };
  for (const id of groupIds) if (isBelow(id, groupId)) folder(id);
  const direct: AppRow[] = [];
  for (const row of apps) {
    if (childPath(row.id, groupId) === row.id) direct.push(row);
    else addTo(folder(row.id), row);
  }
  return [...folders.values(), ...direct];
}

/** `/prod/web` below `/` or `/prod`; no group is below itself. */
export const isBelow = (id: string, groupId: string): boolean => (groupId === '/' ? id !== '/' : id.startsWith(`${groupId}/`));

/** The child of a group on the way to a path: `/prod` for `/prod/web/api` in `/`. */
function childPath(path: string, groupId: string): string {
  const start = groupId === '/' ? 1 : groupId.length + 1;
  const end = path.indexOf('/', start);
  return end === -1 ? path : path.slice(0, end);
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const knownRows = new WeakMap<AppSummary, AppRow & { kind: 'app' }>();

/** The row of an app is made once: an event changes one app among all. */
function appRow(app: AppSummary, queued: QueueEntry | undefined): AppRow {
  const known = knownRows.get(app);
  if (known !== undefined && known.queued === queued) return known;
  const row = newRow(app, queued);
  knownRows.set(app, row);
  return row;
}

function newRow(app: AppSummary, queued: QueueEntry | undefined): AppRow & { kind: 'app' } {
  return {
    kind: 'app',
    id: app.id,
    name: lastPart(app.id),
    app,
    status: appStatus(app, queued),
    ...(queued === undefined ? {} : { queued }),
    cpus: app.cpus * app.instances,
    mem: app.mem * app.instances,
    disk: app.disk * app.instances,
    instances: app.instances,
    tasksRunning: app.tasksRunning,
    tasksHealthy: app.tasksHealthy,
    tasksUnhealthy: app.tasksUnhealthy,
    tasksStaged: app.tasksStaged,
  };
}

const emptyFolder = (id: string): AppRow => ({
  kind: 'group',
  id,
  name: lastPart(id),
  cpus: 0,
  mem: 0,
  disk: 0,
  instances: 0,
  tasksRunning: 0,
  tasksHealthy: 0,
  tasksUnhealthy: 0,
  tasksStaged: 0,
});

/** The sums over rows, as a folder has them of all that is in it. */
export function sumOf(rows: readonly AppRow[]): AppRow {
  const sum = emptyFolder('/');
  for (const row of rows) addTo(sum, row);
  return sum;
}

const SUMMED = ['cpus', 'mem', 'disk', 'instances', 'tasksRunning', 'tasksHealthy', 'tasksUnhealthy', 'tasksStaged'] as const;

function addTo(sum: AppRow, row: AppRow): void {
  for (const key of SUMMED) sum[key] += row[key];
}
