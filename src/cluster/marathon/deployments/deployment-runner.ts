import type { Kernel } from '../../kernel/kernel.ts';
import type { StoreWrite } from '../../kernel/store.ts';
import type { Deployment, DeploymentAction } from '../core.ts';
import type { Publish } from '../event-bus.ts';
import { COLLECTIONS, type DeploymentRecord } from '../state.ts';
import type { ActionRunner } from './action-runner.ts';
import { deploymentFailed, deploymentSucceeded, stepEvent } from './deployment-events.ts';
import { affectedApps, affectedPods, affectedSpecs, targetOf } from './deployment-actions.ts';

/** Takes deployments through their steps: the actions of a step together, a step after the one before is complete. */
export interface DeploymentRunner {
  all: () => DeploymentRecord[];
  get: (id: string) => DeploymentRecord | undefined;
  /** Ids of the running deployments that touch one of the apps or pods: the lock of §7.2. */
  touching: (ids: readonly string[]) => string[];
  /** Takes a deployment in; it begins with `begin`. It has to be stored before. */
  add: (deployment: DeploymentRecord) => void;
  begin: (id: string) => void;
  /** Ends a deployment where it is. Its removal has to be stored before. */
  abandon: (id: string, reason: string) => void;
  /** To be called after each change of the instances of an app or pod. */
  instancesChanged: (id: string) => void;
}

export function createDeploymentRunner(parts: {
  kernel: Kernel;
  publish: Publish;
  actions: ActionRunner;
  /** Hooks of an action's life: health checks are announced when it begins, what belongs to a stopped app goes when it is complete. */
  onActionBegin: (action: DeploymentAction) => void;
  onActionDone: (action: DeploymentAction) => void;
}): DeploymentRunner {
  const { kernel, publish, actions } = parts;
  const { store, clock } = kernel;
  const running = new Map<string, DeploymentRecord>();
  const bySpec = new Map<string, string>();
  /** Apps and pods whose action of the current step is not complete, by deployment. Absent while the deployment has not begun. */
  const open = new Map<string, Map<string, DeploymentAction>>();

  const forget = (deployment: DeploymentRecord): void => {
    running.delete(deployment.id);
    open.delete(deployment.id);
    for (const id of affectedSpecs(deployment.steps)) if (bySpec.get(id) === deployment.id) bySpec.delete(id);
  };
  const beginStep = (deployment: DeploymentRecord | undefined): void => {
    const step = deployment?.steps[deployment.currentStep - 1];
    if (!deployment || !step) return;
    publish(stepEvent('deployment_info', deployment, clock.now()));
    open.set(deployment.id, new Map(step.actions.map((action) => [targetOf(action), action])));
    for (const action of step.actions) parts.onActionBegin(action);
    for (const action of step.actions) advance(deployment, action);
    finishStep(deployment);
  };
  const advance = (deployment: DeploymentRecord, action: DeploymentAction): void => {
    if (!actions.advance(action)) return;
    open.get(deployment.id)?.delete(targetOf(action));
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
    touching: (ids) => [...new Set(ids.flatMap((id) => bySpec.get(id) ?? []))],
    add(deployment) {
      running.set(deployment.id, deployment);
      for (const id of affectedSpecs(deployment.steps)) bySpec.set(id, deployment.id);
    },
    begin: (id) => beginStep(running.get(id)),
    abandon(id, reason) {
      const deployment = running.get(id);
      if (!deployment) return;
      forget(deployment);
      publish(deploymentFailed(deployment, reason, clock.now()));
    },
    instancesChanged(id) {
      const deployment = running.get(bySpec.get(id) ?? '');
      const action = deployment && open.get(deployment.id)?.get(id);
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
    affectedPods: affectedPods(steps),
    steps,
    currentStep,
    currentActions: current.map((action) => ({ ...action, readinessCheckResults: readinessOf(targetOf(action)) })),
  };
}
