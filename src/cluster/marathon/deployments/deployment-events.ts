import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { timestamp, type DeploymentRecord } from '../state.ts';

type Plan = Pick<DeploymentRecord, 'id' | 'steps' | 'version'>;

/** Events tell the plan in its light form: without the groups before and after (FACTS 58). */
const lightPlan = ({ id, steps, version }: Plan): Plan => ({ id, steps, version });

export function stepEvent(
  eventType: 'deployment_info' | 'deployment_step_success',
  deployment: DeploymentRecord,
  now: number,
): MarathonEvent {
  const currentStep = deployment.steps[deployment.currentStep - 1] ?? { actions: [] };
  return { plan: lightPlan(deployment), currentStep, eventType, timestamp: timestamp(now) };
}

export const deploymentSucceeded = (deployment: DeploymentRecord, now: number): MarathonEvent => ({
  id: deployment.id,
  plan: lightPlan(deployment),
  eventType: 'deployment_success',
  timestamp: timestamp(now),
});

export const deploymentFailed = (deployment: DeploymentRecord, reason: string, now: number): MarathonEvent => ({
  id: deployment.id,
  plan: lightPlan(deployment),
  reason,
  eventType: 'deployment_failed',
  timestamp: timestamp(now),
});
