import { expect, it } from 'vitest';
import { planOf } from './deployment-plan.ts';

it('is what happens to the app itself, in order', () => {
  const steps = [
    { actions: [{ action: 'StopApplication', app: '/shop/old' }] },
    { actions: [{ action: 'StartApplication', app: '/shop/web' }] },
    {
      actions: [
        { action: 'ScaleApplication', app: '/shop/web' },
        { action: 'RestartApplication', app: '/shop/cart' },
      ],
    },
  ];
  expect(planOf(steps, '/shop/web')).toEqual(['StartApplication', 'ScaleApplication']);
});
