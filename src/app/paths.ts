/**
 * Every link of the dashboards. A Marathon id is one segment with its slashes encoded and its leading slash left out:
 * `/team/redis` is at `/marathon/apps/team%2Fredis`.
 */
const idSegment = (id: string): string => encodeURIComponent(id.replace(/^\//, ''));
export type AppDialog = 'edit' | 'duplicate' | 'scale' | 'restart' | 'suspend' | 'resume' | 'destroy';
export type GroupDialog = 'scale-group' | 'edit-group' | 'destroy-group';
/** What can be done to several apps at once. */
export type BulkAction = 'scale' | 'restart' | 'suspend' | 'resume' | 'destroy';

/** How instances are killed: replaced by others, not replaced, or replaced without their data. */
export const KILL_MODES = ['kill', 'kill-and-scale', 'kill-and-wipe'] as const;
export type KillMode = (typeof KILL_MODES)[number];

/** What a list of tasks can be narrowed to: `active` is all that have not ended, `finished` all that ended without failing. */
export const TASK_LIST_STATES = ['active', 'running', 'staging', 'killing', 'unreachable', 'failed', 'finished'] as const;
export type TaskListState = (typeof TASK_LIST_STATES)[number];

export const paths = {
  dashboard: () => '/dashboard',
  /** Tasks of all frameworks; of those that ended, the ones of a time (`from` to `to`, in ms since the epoch). */
  tasks: ({ state, from, to }: { state?: TaskListState; from?: number; to?: number } = {}) => {
    const query = new URLSearchParams(
      Object.entries({ state, from, to }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    return query.size === 0 ? '/tasks' : `/tasks?${query}`;
  },
  services: () => '/services',
  catalog: () => '/catalog',
  nodes: () => '/nodes',
  node: (agentId: string) => `/nodes/${encodeURIComponent(agentId)}`,
  /** What happens, in one list. */
  events: () => '/events',
  /** A task of any framework on its node. */
  nodeTask: (agentId: string, taskId: string, view?: 'files' | 'logs') =>
    `/nodes/${encodeURIComponent(agentId)}/tasks/${encodeURIComponent(taskId)}${view === undefined ? '' : `/${view}`}`,
  /** Help with these pages, and Marathon's API. */
  help: () => '/help',
  apiReference: () => '/help/api',
  /** Virtual addresses and names. */
  network: () => '/network',
  vip: (vip: string, protocol: string) => `/network/${encodeURIComponent(vip)}/${protocol}`,
  components: () => '/components',
  /** What the cluster consists of: versions, leaders, ids. */
  cluster: () => '/cluster',
  /** Chronos' jobs, in the place that DC/OS has for jobs; its other pages are in `chronos-paths.ts`. */
  jobs: () => '/service/chronos/jobs',
  /** The first of Mesos' pages; the others are in `mesos-paths.ts`. */
  mesos: () => '/mesos',
  component: (unitId: string) => `/components/${encodeURIComponent(unitId)}`,
  componentOnNode: (unitId: string, host: string) => `/components/${encodeURIComponent(unitId)}/nodes/${encodeURIComponent(host)}`,
  marathon: marathonPlace({ name: 'marathon', root: '/marathon', list: '/marathon/apps', app: '/marathon/apps', group: '/marathon/group' }),
  /** The same applications in DC/OS' place for services, with the same dialogs over them. */
  dcos: marathonPlace({ name: 'services', root: '/services', list: '/services', app: '/services/detail', group: '/services/overview' }),
};

/** Where Marathon's applications are shown: a list, groups below it, and the pages of apps. */
interface Place {
  name: 'marathon' | 'services';
  /** Dialogs over the list are below it. */
  root: string;
  list: string;
  app: string;
  group: string;
}

export type MarathonPaths = ReturnType<typeof marathonPlace>;

function marathonPlace(place: Place) {
  const app = (id: string): string => `${place.app}/${idSegment(id)}`;
  const task = (id: string, taskId: string): string => `${app(id)}/tasks/${encodeURIComponent(taskId)}`;
  const list = (groupId: string): string => (groupId === '/' ? place.root : `${place.group}/${idSegment(groupId)}`);
  return {
    place: place.name,
    apps: () => place.list,
    group: (id: string) => (id === '/' || id === '' ? place.list : `${place.group}/${idSegment(id)}`),
    app,
    appConfiguration: (id: string) => `${app(id)}/configuration`,
    appDebug: (id: string) => `${app(id)}/debug`,
    appVolumes: (id: string) => `${app(id)}/volumes`,
    appVolume: (id: string, volumeId: string) => `${app(id)}/volumes/${encodeURIComponent(volumeId)}`,
    appDeployments: (id: string) => `${app(id)}/deployments`,
    appEndpoints: (id: string) => `${app(id)}/endpoints`,
    appEvents: (id: string) => `${app(id)}/events`,
    /** Over the instances, of those that are chosen (by the query) or of the one given. */
    kill: (id: string, mode: KillMode, taskId?: string) =>
      `${app(id)}/${mode}${taskId === undefined ? '' : `?selected=${encodeURIComponent(taskId)}`}`,
    /** One instance and its tabs; it stays readable for as long as Mesos remembers the task. */
    task,
    taskFiles: (id: string, taskId: string) => `${task(id, taskId)}/files`,
    taskLogs: (id: string, taskId: string) => `${task(id, taskId)}/logs`,
    taskVolumes: (id: string, taskId: string) => `${task(id, taskId)}/volumes`,
    logs: (id: string, taskId: string, file?: 'stdout' | 'stderr') =>
      `${app(id)}/instances/${encodeURIComponent(taskId)}/logs${file === undefined ? '' : `?file=${file}`}`,
    deployments: () => '/marathon/deployments',
    /** The list of deployments with one of them marked. */
    deployment: (deploymentId: string) => `/marathon/deployments?deployment=${encodeURIComponent(deploymentId)}`,
    rollback: (deploymentId: string) => `/marathon/deployments/rollback/${encodeURIComponent(deploymentId)}`,
    stop: (deploymentId: string) => `/marathon/deployments/stop/${encodeURIComponent(deploymentId)}`,
    /** What the apps and groups of a group need to run before them. */
    dependencies: (groupId: string) => `${list(groupId)}/dependencies`,
    /** Dialogs over the list of a group's applications (`/` is the root); beside the list, since any word may be an app's id. */
    create: (groupId: string) => `${list(groupId)}/create`,
    createGroup: (groupId: string) => `${list(groupId)}/create-group`,
    /** What is done to the apps that are chosen in the list (by its query). */
    bulk: (groupId: string, action: BulkAction) => `${list(groupId)}/bulk/${action}`,
    destroyed: (groupId: string) => `${list(groupId)}/destroyed`,
    /** Over the list of `groupId`: something done to the group `id`, which may be the same, or to all apps in it. */
    groupDialog: (groupId: string, dialog: GroupDialog, id: string) => `${list(groupId)}/${dialog}/${idSegment(id)}`,
    groupApps: (groupId: string, action: BulkAction, id: string) => `${list(groupId)}/group-apps/${idSegment(id)}/${action}`,
    listDialog: (groupId: string, dialog: AppDialog, id: string) => `${list(groupId)}/${dialog}/${idSegment(id)}`,
    /** The same dialogs over the application's own page. */
    appDialog: (id: string, dialog: AppDialog) => `${app(id)}/${dialog}`,
    /** Edit over the app's page; from one of its versions (`2016-04-26T09:00:00.000Z`) over the tab that lists them. */
    edit: (id: string, version?: string) =>
      version === undefined ? `${app(id)}/edit` : `${app(id)}/configuration/edit?version=${encodeURIComponent(version)}`,
    /** Over the tab that lists the versions: bringing one of them back. */
    apply: (id: string, version: string) => `${app(id)}/configuration/apply?version=${encodeURIComponent(version)}`,
    duplicate: (id: string) => `${app(id)}/duplicate`,
  };
}

/** The Marathon id that a route parameter of `paths.marathon` stands for. */
export function marathonIdOf(parameter: string | undefined): string {
  return `/${(parameter ?? '').replace(/^\/+/, '')}`;
}

/** A path with the current query string kept: dialogs are routes and must not drop the filters behind them. */
export function keepingSearch(path: string, search: string): string {
  const kept = search.replace(/^\?/, '');
  if (kept === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${kept}`;
}
