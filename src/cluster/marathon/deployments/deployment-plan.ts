import type { AppDefinition, GroupDefinition } from '../../../api/marathon/definition.ts';
import type { DeploymentActionName, DeploymentStep } from '../core.ts';
import { isConfigChange } from '../definitions/config-change.ts';
import { appsById } from '../definitions/group-tree.ts';
import { dependencyLayers } from './dependency-layers.ts';

/**
 * The steps from one wished state to another (§7.1): stop what is gone, start what is new with no instances, then layer by
 * layer of dependencies scale or restart what changed. Steps without an action are left out.
 */
export function plan(original: GroupDefinition, target: GroupDefinition, restart: ReadonlySet<string> = new Set()): DeploymentStep[] {
  const before = appsById(original);
  const after = appsById(target);
  const step = (action: DeploymentActionName, apps: Iterable<AppDefinition>): DeploymentStep => ({
    actions: [...apps].map(({ id }) => ({ action, app: id })),
  });
  const stopped = [...before.values()].filter(({ id }) => !after.has(id));
  const started = [...after.values()].filter(({ id }) => !before.has(id));
  const changes = dependencyLayers(target).map((layer) => ({
    actions: layer.flatMap((app) => {
      const action = actionFor(before.get(app.id), app, restart.has(app.id));
      return action ? [{ action, app: app.id }] : [];
    }),
  }));
  return [step('StopApplication', stopped), step('StartApplication', started), ...changes].filter(({ actions }) => actions.length > 0);
}

function actionFor(before: AppDefinition | undefined, after: AppDefinition, restart: boolean): DeploymentActionName | undefined {
  if (!before) return 'ScaleApplication';
  const replaced = restart || isConfigChange(before, after);
  if (replaced) return after.instances === 0 ? 'ScaleApplication' : 'RestartApplication';
  return before.instances === after.instances ? undefined : 'ScaleApplication';
}

/** Ids of the apps that the steps touch, in the order in which they are first touched. */
export const affectedApps = (steps: readonly DeploymentStep[]): string[] => [
  ...new Set(steps.flatMap(({ actions }) => actions.map(({ app }) => app))),
];
