import { isPod, type RunSpec } from '../../../api/marathon/run-spec.ts';
import type { DeploymentAction, DeploymentStep, DeploymentVerb } from '../core.ts';

/** An action of a deployment under the name that Marathon gives it: apps are `Application` there. */
export const actionOn = (verb: DeploymentVerb, spec: RunSpec): DeploymentAction =>
  isPod(spec) ? { action: `${verb}Pod`, pod: spec.id } : { action: `${verb}Application`, app: spec.id };

const VERBS = ['Start', 'Stop', 'Scale', 'Restart'] as const;

export const verbOf = ({ action }: DeploymentAction): DeploymentVerb => VERBS.find((verb) => action.startsWith(verb)) ?? 'Scale';

/** The id of the app or pod that an action is on. */
export const targetOf = (action: DeploymentAction): string => ('pod' in action ? action.pod : action.app);

const actionsOf = (steps: readonly DeploymentStep[]): DeploymentAction[] => steps.flatMap(({ actions }) => actions);

/** Ids of the apps and pods that the steps touch, in the order in which they are first touched. */
export const affectedSpecs = (steps: readonly DeploymentStep[]): string[] => [...new Set(actionsOf(steps).map(targetOf))];

export const affectedApps = (steps: readonly DeploymentStep[]): string[] => [
  ...new Set(actionsOf(steps).flatMap((action) => ('app' in action ? [action.app] : []))),
];

export const affectedPods = (steps: readonly DeploymentStep[]): string[] => [
  ...new Set(actionsOf(steps).flatMap((action) => ('pod' in action ? [action.pod] : []))),
];
