import type { Kernel } from '../../kernel/kernel.ts';
import type { StoreWrite } from '../../kernel/store.ts';
import type { Deployment } from '../core.ts';
import type { Publish } from '../event-bus.ts';
import { COLLECTIONS, type DeploymentRecord } from '../state.ts';
import type { Action, ActionRunner } from './action-runner.ts';
import { deploymentFailed, deploymentSucceeded, stepEvent } from './deployment-events.ts';
import { affectedApps } from './deployment-plan.ts';

/** Takes deployments through their steps: the actions of a step together, a step after the one before is complete. */
export interface DeploymentRunner {
  all: () => DeploymentRecord[];
  get: (id: string) => DeploymentRecord | undefined;
  /** Ids of the running deployments that touch one of the apps: the lock of §7.2. */
  touching: (apps: readonly string[]) => string[];
  /** Takes a deployment in; it begins with `begin`. It has to be stored before. */
  add: (deployment: DeploymentRecord) => void;
  begin: (id: string) => void;
  /** Ends a deployment where it is. Its removal has to be stored before. */
  abandon: (id: string, reason: string) => void;
  /** To be called after each change of an app's instances. */
  instancesChanged: (appId: string) => void;
}

export function createDeploymentRunner(parts: {
  kernel: Kernel;
  publish: Publish;
  actions: ActionRunner;
  /** Hooks of an action's life: health checks are announced when it begins, what belongs to a stopped app goes when it is complete. */
  onActionBegin: (action: Action) => void;
  onActionDone: (action: Action) => void;
}): DeploymentRunner {
  const { kernel, publish, actions } = parts;
  const { store, clock } = kernel;
  const running = new Map<string, DeploymentRecord>();
  const byApp = new Map<string, string>();
  /** Apps whose action of the current step is not complete, by deployment. Absent while the deployment has not begun. */
  const open = new Map<string, Map<string, Action>>();

  const forget = (deployment: DeploymentRecord): void => {
    running.delete(deployment.id);
    open.delete(deployment.id);
    for (const app of affectedApps(deployment.steps)) if (byApp.get(app) === deployment.id) byApp.delete(app);
  };
  const beginStep = (deployment: DeploymentRecord | undefined): void => {
    const step = deployment?.steps[deployment.currentStep - 1];
    if (!deployment || !step) return;
    publish(stepEvent('deployment_info', deployment, clock.now()));
    open.set(deployment.id, new Map(step.actions.map((action) => [action.app, action])));
    for (const action of step.actions) parts.onActionBegin(action);
    for (const action of step.actions) advance(deployment, action);
    finishStep(deployment);
  };
  const advance = (deployment: DeploymentRecord, action: Action): void => {
    if (!actions.advance(action)) return;
    open.get(deployment.id)?.delete(action.app);
    parts.onActionDone(action);
  };
  const finishStep = (deployment: DeploymentRecord): void => {
    if (open.get(deployment.id)?.size !== 0) return;
    const next = deployment.steps[deployment.currentStep] && { ...deployment, currentStep: deployment.currentStep + 1 };
    store.write([{ collection: COLLECTIONS.deployments, key: deployment.id, value: next }]);
    publish(stepEvent('deployment_step_success', deployment, clock.now()));
    if (next) {
      running.set(next.id, next);
      beginStep(next);
      return;
    }
    forget(deployment);
    publish(deploymentSucceeded(deployment, clock.now()));
  };
  return {
    all: () => [...running.values()],
    get: (id) => running.get(id),
    touching: (apps) => [...new Set(apps.flatMap((app) => byApp.get(app) ?? []))],
    add(deployment) {
      running.set(deployment.id, deployment);
      for (const app of affectedApps(deployment.steps)) byApp.set(app, deployment.id);
    },
    begin: (id) => beginStep(running.get(id)),
    abandon(id, reason) {
      const deployment = running.get(id);
      if (!deployment) return;
      forget(deployment);
      publish(deploymentFailed(deployment, reason, clock.now()));
    },
    instancesChanged(appId) {
      const deployment = running.get(byApp.get(appId) ?? '');
      const action = deployment && open.get(deployment.id)?.get(appId);
      if (!deployment || !action) return;
      advance(deployment, action);
      finishStep(deployment);
    },
  };
}

export const deploymentWrite = (deployment: DeploymentRecord): StoreWrite => ({
  collection: COLLECTIONS.deployments,
  key: deployment.id,
  value: deployment,
});

export const deploymentRemoval = (id: string): StoreWrite => ({ collection: COLLECTIONS.deployments, key: id, value: undefined });

/** A deployment as the API tells it, with what the tasks of its apps said about being ready. */
export function deploymentView(deployment: DeploymentRecord, readinessOf: (appId: string) => unknown[] = () => []): Deployment {
  const { id, version, steps, currentStep } = deployment;
  const current = steps[currentStep - 1]?.actions ?? [];
  return {
    id,
    version,
    affectedApps: affectedApps(steps),
    steps,
    currentStep,
    currentActions: current.map(({ action, app }) => ({ action, app, readinessCheckResults: readinessOf(app) })),
  };
}
