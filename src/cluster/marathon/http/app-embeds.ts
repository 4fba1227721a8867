import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Instance, MarathonCore } from '../core.ts';
import { renderApp } from './app-view.ts';
import { countTasks, taskStats } from './task-stats.ts';
import { hasTask, renderTask } from './task-view.ts';

type Json = Record<string, unknown>;

/** What embeds need to know of everything that runs, read once for an answer however many apps it has. */
export interface Survey {
  instances: (appId: string) => readonly Instance[];
  deployments: (appId: string) => readonly { id: string }[];
  readiness: (appId: string) => readonly unknown[];
}

function groupBy<T>(list: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

export function surveyOf(core: MarathonCore): Survey {
  const instances = groupBy(core.instances().filter(hasTask), ({ appId }) => [appId]);
  const deployments = groupBy(core.deployments(), ({ affectedApps }) => affectedApps);
  return {
    instances: (appId) => instances.get(appId) ?? [],
    deployments: (appId) => deployments.get(appId)?.map(({ id }) => ({ id })) ?? [],
    readiness: (appId) =>
      deployments
        .get(appId)
        ?.flatMap(({ currentActions }) => currentActions)
        .flatMap(({ app, readinessCheckResults }) => (app === appId ? readinessCheckResults : [])) ?? [],
  };
}

/** The app with what was asked to be embedded, in the order in which Marathon prints it. */
export function renderEmbedded(core: MarathonCore, survey: Survey, app: AppDefinition, embeds: ReadonlySet<string>, now: number): Json {
  const instances = survey.instances(app.id);
  const failure = embeds.has('lastTaskFailure') || embeds.has('failures') ? core.lastTaskFailure(app.id) : undefined;
  return {
    ...renderApp(app),
    ...(embeds.has('counts') && countTasks(instances)),
    ...(embeds.has('deployments') && { deployments: survey.deployments(app.id) }),
    ...(embeds.has('readiness') && { readinessCheckResults: survey.readiness(app.id) }),
    ...((embeds.has('tasks') || embeds.has('failures')) && { tasks: instances.map((instance) => renderTask(instance, app.role)) }),
    ...(failure && { lastTaskFailure: failure }),
    ...(embeds.has('taskStats') && { tasksStats: taskStats(app, instances, now) }),
  };
}
