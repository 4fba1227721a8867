import type { Deployment } from '../../../live/marathon-wire.ts';

export type StepState = 'done' | 'now' | 'waiting';

export interface PlannedAction {
  /** As `ScaleApplication`. */
  action: string;
  /** Of an app or pod. */
  id: string;
}

export interface PlannedStep {
  /** From 1. */
  number: number;
  state: StepState;
  actions: PlannedAction[];
}

/** The whole plan of a deployment with the step that it is at. */
export function plannedSteps({ steps, currentStep }: Pick<Deployment, 'steps' | 'currentStep'>): PlannedStep[] {
  return steps.map(({ actions }, index) => {
    const number = index + 1;
    const state = number < currentStep ? 'done' : number === currentStep ? 'now' : 'waiting';
    return { number, state, actions: actions.map(({ action, app, pod }) => ({ action, id: app ?? pod ?? '' })) };
  });
}
