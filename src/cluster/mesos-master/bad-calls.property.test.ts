import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { MasterStateJson, ResourcesJson } from '../../api/mesos/state.ts';
import { readRecords } from './record-reader.test-support.ts';
import { testMesos, testTask, type TestMesos } from './test-mesos.test-support.ts';

/** Calls that are nearly right: one thing in them is something else. Whatever comes, the answer is the caller's fault or a success. */

const reserved = (name: string) => ({
  name,
  type: 'SCALAR',
  scalar: { value: 10 },
  reservations: [{ type: 'DYNAMIC', role: 'dev', labels: { labels: [{ key: 'a' }] } }],
});
const volume = { ...reserved('disk'), disk: { persistence: { id: 'v' }, volume: { container_path: 'data', mode: 'RW' } } };
const machines = [{ ip: '192.168.65.121' }];

const operatorCalls = (agentId: string): Record<string, unknown>[] => {
  const agent_id = { value: agentId };
  return [
    { type: 'GET_STATE' },
    { type: 'READ_FILE', read_file: { path: '/x', offset: 0, length: 5 } },
    { type: 'UPDATE_WEIGHTS', update_weights: { weight_infos: [{ role: 'dev', weight: 2 }] } },
    {
      type: 'SET_QUOTA',
      set_quota: { quota_request: { role: 'ops', guarantee: [{ name: 'cpus', type: 'SCALAR', scalar: { value: 1 } }], force: true } },
    },
    {
      type: 'UPDATE_QUOTA',
      update_quota: { quota_configs: [{ role: 'dev', guarantees: { cpus: { value: 0.2 } }, limits: { cpus: { value: 0.5 } } }] },
    },
    { type: 'RESERVE_RESOURCES', reserve_resources: { agent_id, resources: [reserved('mem'), reserved('disk')] } },
    { type: 'CREATE_VOLUMES', create_volumes: { agent_id, volumes: [volume] } },
    { type: 'DESTROY_VOLUMES', destroy_volumes: { agent_id, volumes: [volume] } },
    { type: 'UNRESERVE_RESOURCES', unreserve_resources: { agent_id, resources: [reserved('mem')] } },
    {
      type: 'UPDATE_MAINTENANCE_SCHEDULE',
      update_maintenance_schedule: { schedule: { windows: [{ machine_ids: machines, unavailability: { start: { nanoseconds: 1 } } }] } },
    },
    { type: 'START_MAINTENANCE', start_maintenance: { machines } },
    { type: 'STOP_MAINTENANCE', stop_maintenance: { machines } },
    { type: 'DEACTIVATE_AGENT', deactivate_agent: { agent_id } },
    { type: 'REACTIVATE_AGENT', reactivate_agent: { agent_id } },
    { type: 'DRAIN_AGENT', drain_agent: { agent_id, max_grace_period: { nanoseconds: 1e9 } } },
  ];
};

const schedulerCalls = (offerId: string, agentId: string): Record<string, unknown>[] => {
  const offer_ids = [{ value: offerId }];
  const task = { ...testTask('t', { cpus: 0.1 }), agent_id: { value: agentId } };
  const operations = [
    { type: 'RESERVE', id: { value: 'r' }, reserve: { resources: [reserved('mem')] } },
    { type: 'LAUNCH', launch: { task_infos: [task] } },
    { type: 'LAUNCH_GROUP', launch_group: { executor: { type: 'DEFAULT', executor_id: { value: 'e' } }, task_group: { tasks: [task] } } },
  ];
  return [
    { type: 'ACCEPT', accept: { offer_ids, operations, filters: { refuse_seconds: 0 } } },
    { type: 'DECLINE', decline: { offer_ids, filters: { refuse_seconds: 1 } } },
    { type: 'REVIVE', revive: { roles: ['dev'] } },
    { type: 'SUPPRESS', suppress: { roles: ['dev'] } },
    { type: 'KILL', kill: { task_id: { value: 't' }, kill_policy: { grace_period: { nanoseconds: 1 } } } },
    { type: 'RECONCILE', reconcile: { tasks: [{ task_id: { value: 't' } }] } },
    { type: 'SHUTDOWN', shutdown: { executor_id: { value: 'e' }, agent_id: { value: agentId } } },
    {
      type: 'UPDATE_FRAMEWORK',
      update_framework: { framework_info: { name: 'f', user: 'root', roles: ['dev'], capabilities: [{ type: 'MULTI_ROLE' }] } },
    },
  ];
};

/** A copy in which the value at one place is another. `at` picks the place among all there are. */
function changed(value: unknown, at: number, by: unknown): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      const holder = node as Record<string, unknown>;
      places.push({ holder, key });
      walk(holder[key]);
    }
  };
  const copy = structuredClone(value);
  walk(copy);
  const place = places[at % places.length];
  if (place) place.holder[place.key] = by;
  return copy;
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', '..', '/', '*', '\0', '__proto__', -1, 0, 1e308, 2 ** 53, true, [], {}, [[]], [null], { value: null }),
);

async function post(mesos: TestMesos, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await mesos.master.fetch(
    new Request(`http://m1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    }),
  );
  await mesos.settle();
  return answer;
}

const fits = (parts: ResourcesJson[], whole: ResourcesJson): boolean =>
  (['cpus', 'mem', 'disk'] as const).every((name) => parts.reduce((sum, part) => sum + part[name], 0) <= whole[name] + 1e-6);

test('no call breaks the master, and no agent gives more than it has', async () => {
  const call = fc.record({ kind: fc.boolean(), index: fc.nat(50), at: fc.nat(60), by: strange });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 12 }), async (calls) => {
      const mesos = testMesos();
      const agent = mesos.agent('a1');
      mesos.agent('a2');
      await mesos.settle();
      const info = { name: 'f', user: 'root', roles: ['dev'], capabilities: [{ type: 'MULTI_ROLE' }] };
      const subscribed = await post(mesos, '/api/v1/scheduler', { type: 'SUBSCRIBE', subscribe: { framework_info: info } });
      const { records } = readRecords<SchedulerEvent>(subscribed);
      await mesos.settle();
      const stream = { 'mesos-stream-id': subscribed.headers.get('mesos-stream-id') ?? '' };
      const [first] = records;
      const framework_id = first?.type === 'SUBSCRIBED' ? first.subscribed.framework_id : undefined;
      for (const { kind, index, at, by } of calls) {
        const offers = records.flatMap((event) => (event.type === 'OFFERS' ? event.offers.offers : []));
        const known = kind ? operatorCalls(agent.id() ?? '') : schedulerCalls(offers.at(-1)?.id.value ?? '', agent.id() ?? '');
        const body = changed({ ...known[index % known.length], ...(!kind && { framework_id }) }, at, by);
        const answer = await post(mesos, kind ? '/api/v1' : '/api/v1/scheduler', body, kind ? {} : stream);
        expect([200, 202, 400, 403, 404, 409, 501], JSON.stringify(body)).toContain(answer.status);
        await answer.body?.cancel();
        await mesos.clock.advance(1000);
      }
      const state = await mesos.get<MasterStateJson>('/state');
      for (const slave of state.slaves) expect(fits([slave.used_resources, slave.offered_resources], slave.resources)).toBe(true);
      mesos.master.stop();
    }),
    { numRuns: 100 },
  );
});
