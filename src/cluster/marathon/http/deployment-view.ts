import type { Deployment } from '../core.ts';

type Json = Record<string, unknown>;

/** Actions are kept in the form in which Marathon prints them. */
export function renderDeployment(deployment: Deployment): Json {
  const { id, steps, version, affectedApps, affectedPods, currentActions, currentStep } = deployment;
  return { id, steps, version, affectedApps, affectedPods, currentActions, currentStep, totalSteps: steps.length };
}
