import { expect, test } from 'vitest';
import { limits } from '../kernel/limits.ts';
import { readRecords } from './record-reader.test-support.ts';
import { testMesos, testTask, type TestMesos } from './test-mesos.test-support.ts';

interface Reader {
  /** The records that have arrived. */
  records(): Promise<Record<string, unknown>[]>;
  ended: () => boolean;
  abort(): void;
}

async function subscribe(mesos: TestMesos): Promise<Reader> {
  const controller = new AbortController();
  const response = await mesos.master.fetch(
    new Request('http://mesos/api/v1', {
      method: 'POST',
      body: '{"type":"SUBSCRIBE"}',
      headers: { 'content-type': 'application/json' },
      signal: controller.signal,
    }),
  );
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  const { records, ended } = readRecords<Record<string, unknown>>(response);
  return {
    ended,
    async records() {
      await mesos.settle();
      return [...records];
    },
    abort: () => controller.abort(),
  };
}

test('the whole state comes first, then a heartbeat, then what happens in its order', async () => {
  const mesos = testMesos();
  const marathon = await mesos.framework();
  const reader = await subscribe(mesos);
  mesos.agent('a1');
  await mesos.settle();
  marathon.accept([testTask('t')]);
  await mesos.settle();
  marathon.call({ type: 'KILL', kill: { task_id: { value: 't' } } });
  const records = await reader.records();
  expect(records[0]).toMatchObject({
    type: 'SUBSCRIBED',
    subscribed: { heartbeat_interval_seconds: 15, get_state: { get_frameworks: { frameworks: [{ active: true }] } } },
  });
  const told = records.slice(1).map((record) => {
    const { task_updated } = record as { task_updated?: { status: { state: string }; state: string } };
    return task_updated ? task_updated.status.state : record['type'];
  });
  expect(told).toEqual(['HEARTBEAT', 'AGENT_ADDED', 'TASK_ADDED', 'TASK_STARTING', 'TASK_RUNNING', 'TASK_KILLING', 'TASK_KILLED']);
  expect(records[3]).toMatchObject({
    task_added: { task: { task_id: { value: 't' }, state: 'TASK_STAGING', framework_id: { value: marathon.id() } } },
  });
});

test('a heartbeat comes every 15 s', async () => {
  const mesos = testMesos();
  const reader = await subscribe(mesos);
  await mesos.clock.advance(45_000);
  expect((await reader.records()).filter((record) => record['type'] === 'HEARTBEAT')).toHaveLength(4);
});

test('a reader that leaves is forgotten', async () => {
  const mesos = testMesos();
  const reader = await subscribe(mesos);
  const before = (await reader.records()).length;
  reader.abort();
  mesos.agent('a1');
  await mesos.clock.advance(60_000);
  expect((await reader.records()).length).toBe(before);
});

test('a reader that does not read is dropped, with what was kept for it; others go on', async () => {
  const mesos = testMesos();
  const other = await subscribe(mesos);
  const headers = { 'content-type': 'application/json' };
  const response = await mesos.master.fetch(new Request('http://mesos/api/v1', { method: 'POST', body: '{"type":"SUBSCRIBE"}', headers }));
  await mesos.clock.advance(2 * limits.eventsPerSubscriber * 15_000);
  // its connection breaks: nothing is left to read
  await expect(response.text()).rejects.toThrow('The reader has not kept up');
  expect(other.ended()).toBe(false);
});

test('beyond the limit the oldest reader has to leave', async () => {
  const mesos = testMesos();
  const readers: Reader[] = [];
  for (let count = 0; count <= limits.subscribers; count++) readers.push(await subscribe(mesos));
  await mesos.settle();
  expect([readers[0], readers[1], readers.at(-1)].map((reader) => reader?.ended())).toEqual([true, false, false]);
});
