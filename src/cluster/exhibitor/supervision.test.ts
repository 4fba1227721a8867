import { expect, test } from 'vitest';
import type { ActionResult, ClusterStatus, HostAnswer } from '../../api/dcos/exhibitor.ts';
import { machines } from '../cluster.test-support.ts';
import { mastersWorld } from '../masters-world.test-support.ts';

const { m1, m2, m3, a1 } = machines;

test('a server that Exhibitor stops is the component of its machine, and is told of in its log', async () => {
  const { cluster, get, until } = await mastersWorld([m1, m2, m3, a1]);
  const ask = <T>(path: string): Promise<T> => get<T>(cluster.upstreams.exhibitor, `/exhibitor/v1/cluster${path}`);
  const stateOf = async ({ ip }: { ip: string }) =>
    (await ask<ClusterStatus>('/status')).find(({ hostname }) => hostname === ip)?.description;

  expect(await ask<ActionResult>(`/stop/${m3.ip}`)).toEqual({ succeeded: true, message: 'OK' });
  await until('the server is down', async () => (await stateOf(m3)) === 'down');
  expect(await ask<ActionResult>(`/start/${m3.ip}`)).toEqual({ succeeded: true, message: 'OK' });
  await until('the server serves', async () => (await stateOf(m3)) === 'serving');
  expect(String((await ask<HostAnswer>(`/log/${m3.ip}`)).response)).toMatch(/Stopped ZooKeeper[\s\S]*Started ZooKeeper/);
});
