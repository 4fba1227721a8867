/**
 * Every link of the dashboards. A Marathon id is one segment with its slashes encoded and its leading slash left out:
 * `/team/redis` is at `/marathon/apps/team%2Fredis`.
 */
const idSegment = (id: string): string => encodeURIComponent(id.replace(/^\//, ''));
const app = (id: string): string => `/marathon/apps/${idSegment(id)}`;

export const paths = {
  dashboard: () => '/dashboard',
  services: () => '/marathon/apps',
  nodes: () => '/nodes',
  node: (agentId: string) => `/nodes/${encodeURIComponent(agentId)}`,
  components: () => '/components',
  component: (unitId: string) => `/components/${encodeURIComponent(unitId)}`,
  marathon: {
    apps: () => '/marathon/apps',
    group: (id: string) => (id === '/' || id === '' ? '/marathon/apps' : `/marathon/group/${idSegment(id)}`),
    app,
    appConfiguration: (id: string) => `${app(id)}/configuration`,
    appDebug: (id: string) => `${app(id)}/debug`,
    logs: (id: string, taskId: string, file: 'stdout' | 'stderr') => `${app(id)}/instances/${encodeURIComponent(taskId)}/logs?file=${file}`,
    deployments: () => '/marathon/deployments',
  },
};

/** The Marathon id that a route parameter of `paths.marathon` stands for. */
export function marathonIdOf(parameter: string | undefined): string {
  return `/${(parameter ?? '').replace(/^\/+/, '')}`;
}

/** A path with the current query string kept: dialogs are routes and must not drop the filters behind them. */
export function keepingSearch(path: string, search: string): string {
  return path.includes('?') || search === '' ? path : `${path}${search.startsWith('?') ? '' : '?'}${search}`;
}
