import type { AppDefinition } from '../../../api/marathon/definition.ts';
import type { Instance, MarathonCore } from '../core.ts';
import { targetOf } from '../deployments/deployment-actions.ts';
import { openAppText } from './app-view.ts';
import { countTasks, taskStats } from './task-stats.ts';
import { hasTask, taskText } from './task-view.ts';

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
        .flatMap((action) => (targetOf(action) === appId ? action.readinessCheckResults : [])) ?? [],
  };
}

const listText = (list: readonly unknown[]): string => (list.length === 0 ? '[]' : JSON.stringify(list));

/** The counts as further members of an object. */
const countsText = (instances: readonly Instance[]): string => `,${JSON.stringify(countTasks(instances)).slice(1, -1)}`;

/**
 * The JSON text of an app with what was asked to be embedded, in the order in which Marathon prints it. Put together from
 * texts that are kept, since reads of everything are what dashboards and load balancers do every few seconds.
 */
export function embeddedText(core: MarathonCore, survey: Survey, app: AppDefinition, embeds: ReadonlySet<string>, now: number): string {
  const instances = survey.instances(app.id);
  let text = openAppText(app);
  if (embeds.has('counts')) text += countsText(instances);
  if (embeds.has('deployments')) text += `,"deployments":${listText(survey.deployments(app.id))}`;
  if (embeds.has('readiness')) text += `,"readinessCheckResults":${listText(survey.readiness(app.id))}`;
  if (embeds.has('tasks') || embeds.has('failures')) {
    text += `,"tasks":[${instances.map((instance) => taskText(instance, app.role)).join()}]`;
  }
  if (embeds.has('lastTaskFailure') || embeds.has('failures')) {
    const failure = core.lastTaskFailure(app.id);
    if (failure) text += `,"lastTaskFailure":${JSON.stringify(failure)}`;
  }
  if (embeds.has('taskStats')) text += `,"tasksStats":${JSON.stringify(taskStats(app, instances, now))}`;
  return `${text}}`;
}
