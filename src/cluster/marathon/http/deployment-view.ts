import type { Deployment } from '../core.ts';

type Json = Record<string, unknown>;

export function renderDeployment(deployment: Deployment): Json {
  const { id, steps, version, affectedApps, currentActions, currentStep } = deployment;
  return {
    id,
    steps: steps.map(({ actions }) => ({ actions: actions.map(({ action, app }) => ({ action, app })) })),
    version,
    affectedApps,
    affectedPods: [],
    currentActions: currentActions.map(({ action, app, readinessCheckResults }) => ({ action, app, readinessCheckResults })),
    currentStep,
    totalSteps: steps.length,
  };
}
