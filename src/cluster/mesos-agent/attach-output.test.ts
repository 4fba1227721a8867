import { expect, test } from 'vitest';
import { readRecords } from '../mesos-master/record-reader.test-support.ts';
import { testMesos, testTask } from '../mesos-master/test-mesos.test-support.ts';

interface ProcessIo {
  type: 'DATA' | 'CONTROL';
  data?: { type: string; data: string };
}

async function withTask() {
  const mesos = testMesos();
  const framework = await mesos.framework();
  const agent = mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('t')]);
  await mesos.settle();
  const [spec] = mesos.containers.launched;
  const write = (name: string, text: string): Promise<void> => mesos.files.append(`${spec?.sandbox ?? ''}/${name}`, text);
  const attach = (value = spec?.containerId, headers: Record<string, string> = {}): Promise<Response> =>
    agent.fetch(
      new Request('http://agent/api/v1', {
        method: 'POST',
        body: JSON.stringify({ type: 'ATTACH_CONTAINER_OUTPUT', attach_container_output: { container_id: { value } } }),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
  return { mesos, write, attach };
}

const said = (records: readonly ProcessIo[]): string[] =>
  records.flatMap(({ data }) =>
    data ? [`${data.type} ${new TextDecoder().decode(Uint8Array.from(atob(data.data), (c) => c.charCodeAt(0)))}`] : [],
  );

test('what a container writes from now on is told until it has ended, the last words too', async () => {
  const { mesos, write, attach } = await withTask();
  await write('stdout', 'before\n');
  const answer = await attach();
  const { records, ended } = readRecords<ProcessIo>(answer);
  await write('stdout', 'grüße\n');
  await write('stderr', 'oh\n');
  await mesos.clock.advance(200);
  expect(said(records)).toEqual(['STDOUT grüße\n', 'STDERR oh\n']);
  await write('stdout', 'last\n');
  mesos.containers.end('t', { state: 'TASK_FINISHED', message: '' });
  await mesos.clock.advance(400);
  expect(said(records).slice(2)).toEqual(['STDOUT last\n']);
  expect(ended()).toBe(true);
});

test('a quiet one is kept open by heartbeats', async () => {
  const { mesos, attach } = await withTask();
  const { records } = readRecords<ProcessIo>(await attach());
  await mesos.clock.advance(30_000);
  expect(records).toMatchObject([{ type: 'CONTROL', control: { type: 'HEARTBEAT' } }, { type: 'CONTROL' }]);
});

test('who asks for RecordIO is told so; a container that does not run is 404', async () => {
  const { attach } = await withTask();
  const answer = await attach(undefined, { accept: 'application/recordio', 'message-accept': 'application/json' });
  expect([answer.headers.get('content-type'), answer.headers.get('message-content-type')]).toEqual([
    'application/recordio',
    'application/json',
  ]);
  await answer.body?.cancel();
  expect((await attach('no-such-container')).status).toBe(404);
});
