import { chronosPaths } from '../chronos-paths.ts';
import { paths } from '../paths.ts';

const { dcos } = paths;

/**
 * Where a page of DC/OS' dashboards is here, by the segments of its address after the #: those of 1.7 (`nodes/node-detail/S1`) and of
 * 2.1 (`services/detail/%2Fredis/tasks`). undefined for what was no page of theirs.
 */
export function pathOfDcosLink([page = '', ...rest]: readonly string[]): string | undefined {
  const taskId = after(rest, 'task-detail');
  if (taskId !== undefined) return `${paths.tasks()}?q=${encodeURIComponent(taskId)}`;
  // 1.7 named frameworks, not their ids
  const framework = after(rest, 'service-detail') ?? after(rest, 'ui');
  if (framework !== undefined) return `${paths.services()}?q=${encodeURIComponent(framework)}`;
  const nodeId = after(rest, 'node-detail');
  if (nodeId !== undefined) return paths.node(nodeId);
  return PAGES[page]?.(rest);
}

const PAGES: Readonly<Record<string, ((rest: readonly string[]) => string) | undefined>> = {
  dashboard: () => paths.dashboard(),
  services: servicesPath,
  jobs: jobsPath,
  nodes: nodesPath,
  universe: () => paths.catalog(),
  catalog: () => paths.catalog(),
  components: componentsPath,
  cluster: () => paths.cluster(),
  networking: () => paths.services(),
  organization: () => paths.cluster(),
  settings: ([part]) => (part === 'ui-settings' ? `${paths.dashboard()}?modal=settings` : paths.cluster()),
  system: ([, part, ...rest]) => (part === 'components' || part === undefined ? componentsPath(rest) : paths.cluster()),
};

function servicesPath([kind = '', id = '', ...rest]: readonly string[]): string {
  if (kind === 'detail' && id !== '') return servicePath(id, rest);
  if (kind === 'overview' && id === 'create') return dcos.create('/');
  if (kind === 'overview' && id === 'create_group') return dcos.createGroup('/');
  if (kind === 'overview' && id !== '') return dcos.group(id);
  return paths.services();
}

function servicePath(id: string, [tab = '', part = '', view = '']: readonly string[]): string {
  if (tab === 'tasks' && part !== '')
    return view === 'files' ? dcos.taskFiles(id, part) : view === 'logs' ? dcos.taskLogs(id, part) : dcos.task(id, part);
  if (tab === 'configuration') return dcos.appConfiguration(id);
  if (tab === 'debug') return dcos.appDebug(id);
  if (tab === 'endpoints') return dcos.appEndpoints(id);
  if (tab === 'volumes') return part === '' ? dcos.appVolumes(id) : dcos.appVolume(id, part);
  return tab === 'edit' ? dcos.edit(id, part || undefined) : dcos.app(id);
}

function jobsPath([kind = '', id = '', tab = '', taskId = '']: readonly string[]): string {
  if (kind !== 'detail' || id === '') return paths.jobs();
  if (tab === 'tasks' && taskId !== '') return chronosPaths.runLog(id, taskId);
  return tab === 'configuration' ? chronosPaths.jobDefinition(id) : chronosPaths.job(id);
}

const LISTS: ReadonlySet<string> = new Set(['', 'list', 'grid', 'agents', 'masters']);

function nodesPath(segments: readonly string[]): string {
  const [first = ''] = segments;
  if (!LISTS.has(first)) return paths.node(first);
  return segments.includes('grid') ? `${paths.nodes()}?view=grid` : paths.nodes();
}

function componentsPath([unit = '', nodes = '', host = '']: readonly string[]): string {
  if (unit === '') return paths.components();
  return nodes === 'nodes' && host !== '' ? paths.componentOnNode(unit, host) : paths.component(unit);
}

const after = (segments: readonly string[], name: string): string | undefined =>
  segments.includes(name) ? segments[segments.indexOf(name) + 1] : undefined;
