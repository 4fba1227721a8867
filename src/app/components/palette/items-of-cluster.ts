import type { ChronosJob } from '../../../api/chronos/job.ts';
import { chronosPaths } from '../../chronos-paths.ts';
import type { NodeSummary } from '../../live/cluster-summary.ts';
import type { AppList } from '../../live/marathon-queries.ts';
import type { Framework } from '../../live/mesos-frameworks.ts';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';
import { marathonPageOfTask } from '../mesos/marathon-page-of-task.ts';
import { type PaletteItem, paletteItem } from './palette-item.ts';

export const appItems = ({ apps }: AppList): PaletteItem[] =>
  apps.map(({ id, labels }) => paletteItem('app', id, paths.marathon.app(id), Object.values(labels ?? {}).join(' ')));

export const groupItems = ({ groups }: AppList): PaletteItem[] =>
  groups.filter((id) => id !== '/').map((id) => paletteItem('group', id, paths.marathon.group(id)));

export const jobItems = (jobs: readonly ChronosJob[]): PaletteItem[] =>
  jobs.map(({ name }) => paletteItem('job', name, chronosPaths.job(name)));

export const nodeItems = (nodes: readonly NodeSummary[]): PaletteItem[] =>
  nodes.map(({ id, hostname }) => paletteItem('node', hostname, paths.node(id), id));

export const frameworkItems = (frameworks: readonly Framework[]): PaletteItem[] =>
  frameworks
    .filter(({ state }) => state !== 'completed')
    .map(({ id, name }) => paletteItem('framework', name, mesosPaths.framework(id), id));

/** A task of Marathon leads to its application's page of it, any other one to Mesos'. */
export const taskItems = (tasks: readonly MesosTask[]): PaletteItem[] =>
  tasks.map(({ id, frameworkId }) => {
    const app = marathonPageOfTask(id);
    return paletteItem('task', id, app === undefined ? mesosPaths.task(frameworkId, id) : paths.marathon.task(app.id, id));
  });
