import { describe, expect, test } from 'vitest';
import { recordingRouter } from '../testing/recording-router.ts';
import { accessLine } from './access-line.ts';
import { pathWithoutSecrets, type Observation } from './observe.ts';

function watched(answer?: () => Response | Promise<Response>) {
  const told: Observation[] = [];
  const router = recordingRouter(
    { onAnswer: (observation) => told.push(observation), clientAddress: () => '10.0.0.9' },
    answer && (async () => answer()),
  );
  return { ...router, told };
}

describe('of a request is told', () => {
  test('who asked what of whom, and what came of it, when its body has ended', async () => {
    const { ask, told } = watched();
    const answer = await ask('/marathon/v2/apps?label=a');
    expect(told).toEqual([]);
    expect(await answer.text()).toBe('marathon');
    expect(told).toMatchObject([
      {
        at: Date.UTC(2016, 3, 26),
        client: '10.0.0.9',
        user: 'local',
        method: 'GET',
        path: '/marathon/v2/apps?label=a',
        status: 200,
        bytes: 8,
        route: '/marathon',
        upstream: 'marathon',
      },
    ]);
  });

  test('that nobody was let in, or that there is nothing', async () => {
    const { ask, told } = watched();
    await (await ask('/marathon/v2/apps', { headers: {} })).text();
    await (await ask('/no/such/path')).text();
    await (await ask('/metadata', { headers: { host: 'elsewhere.example' } })).text();
    expect(told.map(({ status, user, route }) => [status, user, route])).toEqual([
      [401, undefined, '/marathon'],
      [404, 'local', 'nowhere'],
      [421, undefined, 'refused'],
    ]);
  });

  test('a stream once it has ended: by its source, by a fault, by its client', async () => {
    const bodies: ReadableStreamDefaultController<Uint8Array>[] = [];
    const { ask, told } = watched(() => new Response(new ReadableStream({ start: (controller) => void bodies.push(controller) })));
    const answers = await Promise.all([ask('/marathon/v2/events'), ask('/marathon/v2/events'), ask('/marathon/v2/events')]);
    for (const body of bodies) body.enqueue(new Uint8Array(5));
    bodies[0]?.close();
    await answers[0]?.text();
    expect(told).toHaveLength(1);
    const reader = answers[1]?.body?.getReader();
    await reader?.read();
    bodies[1]?.error(new Error('cut'));
    await expect(reader?.read()).rejects.toThrow('cut');
    await answers[2]?.body?.cancel();
    expect(told.map(({ bytes }) => bytes)).toEqual([5, 5, 0]);
  });

  test.each([
    ['/login?token=abc&redirect=%2Fnodes', '/login?token=***&redirect=%2Fnodes'],
    ['/v2/apps?access_token=abc', '/v2/apps?access_token=***'],
    ['/v2/apps?label=a%20b', '/v2/apps?label=a%20b'],
  ])('%s without its secrets', (path, shown) => {
    expect(pathWithoutSecrets(`http://m1${path}`)).toBe(shown);
  });
});

const seen: Observation = {
  at: Date.UTC(2016, 3, 26),
  client: '127.0.0.1',
  user: 'ann "b"\n',
  method: 'GET',
  path: '/mesos/state',
  status: 200,
  bytes: 12,
  firstByteMs: 1,
  ms: 1.26,
  route: '/mesos',
  upstream: 'mesos',
};

test('is a line of the access log, which nobody can break by a name of his own', () => {
  expect(accessLine(seen, false)).toBe(
    String.raw`2016-04-26T00:00:00.000Z 127.0.0.1 "ann \"b\"\n" "GET /mesos/state" 200 12 1.3 "/mesos" mesos`,
  );
  expect(accessLine({ ...seen, client: undefined, user: undefined, upstream: undefined }, false)).toBe(
    '2016-04-26T00:00:00.000Z - - "GET /mesos/state" 200 12 1.3 "/mesos" -',
  );
  expect(JSON.parse(accessLine(seen, true))).toEqual({
    time: '2016-04-26T00:00:00.000Z',
    client: '127.0.0.1',
    user: 'ann "b"\n',
    method: 'GET',
    path: '/mesos/state',
    status: 200,
    bytes: 12,
    ms: 1.3,
    route: '/mesos',
    upstream: 'mesos',
  });
});

test('the health of the router is told to everybody, and nothing else by that', async () => {
  const { ask, seen: reached } = watched();
  const answer = await ask('/health', { headers: {} });
  expect([answer.status, await answer.json()]).toEqual([200, { healthy: true }]);
  expect(reached).toEqual([]);
});
