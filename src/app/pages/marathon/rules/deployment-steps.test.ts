import { expect, it } from 'vitest';
import { deploymentSchema } from '../../../live/marathon-wire.ts';
import { plannedSteps } from './deployment-steps.ts';

const action = (name: string, app: string) => ({ action: name, app });

it('tells done steps from the current one and those to come, which Marathon counts from 1', () => {
  const deployment = deploymentSchema.parse({
    id: 'd',
    currentStep: 2,
    steps: [
      { actions: [action('StartApplication', '/web')] },
      { actions: [action('ScaleApplication', '/web'), { action: 'ScalePod', pod: '/pod' }] },
      { actions: [action('StopApplication', '/old')] },
    ],
  });
  expect(plannedSteps(deployment).map(({ number, state, actions }) => [number, state, actions.map(({ id }) => id)])).toEqual([
    [1, 'done', ['/web']],
    [2, 'now', ['/web', '/pod']],
    [3, 'waiting', ['/old']],
  ]);
});

it('reads the bare lists of Marathon before 1.0 too', () => {
  const deployment = deploymentSchema.parse({ id: 'd', currentStep: 1, steps: [[action('StartApplication', '/web')]] });
  expect(plannedSteps(deployment)).toEqual([{ number: 1, state: 'now', actions: [{ action: 'StartApplication', id: '/web' }] }]);
});
