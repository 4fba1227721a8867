import { expect, it } from 'vitest';
import { isForCluster } from './for-cluster.ts';

const asked = (url: string, accept: string, method = 'GET') => isForCluster({ url, method, accept });
const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';

it.each([
  ['/marathon/v2/apps', 'application/json'],
  ['http://localhost:5173/service/marathon/v2/events', 'text/event-stream'],
  ['/mesos/master/state-summary', '*/*'],
  ['/agent/S0/files/read?path=/x', '*/*'],
  ['/machines/v1/cluster', 'application/json'],
])('%s is for the cluster', (url, accept) => expect(asked(url, accept)).toBe(true));

it('sends a write below an API to the cluster whatever it accepts', () => {
  expect(asked('/marathon/v2/apps', HTML, 'POST')).toBe(true);
});

it.each([
  ['/', HTML],
  ['/nodes', HTML],
  ['/marathon/apps/team%2Fredis', HTML],
  ['/assets/index-abc.js', '*/*'],
  ['/src/main.tsx', '*/*'],
])('%s is for the dashboard', (url, accept) => expect(asked(url, accept)).toBe(false));
