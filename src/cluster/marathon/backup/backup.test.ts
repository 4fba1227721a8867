import { expect, test } from 'vitest';
import { createMarathonHttp } from '../http/marathon-http.ts';
import { testApp, testWorld } from '../test-world.test-support.ts';
import { BackupError, type BackupStorage } from './backup-storage.ts';

/** A disk that keeps what it is given. */
function memoryBackups(): BackupStorage & { files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    write: ({ href }, text) => Promise.resolve(void files.set(href, text)),
    read({ href }) {
      const text = files.get(href);
      return text === undefined ? Promise.reject(new BackupError(`There is no ${href}.`)) : Promise.resolve(text);
    },
  };
}

async function backedUp(backups: BackupStorage | undefined) {
  const world = testWorld({ ...(backups && { backups }) });
  const { core, abdicate } = world.marathon;
  const fetch = createMarathonHttp(core, { clock: world.clock, version: '1.10.26', abdicate });
  await world.settle();
  const ask = async (method: string, path: string) => {
    const answer = fetch(new Request(`http://m1${path}`, { method, headers: { accept: 'application/json' } }));
    await world.settle();
    const response = await answer;
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const deployed = async (): Promise<void> => world.clock.advance(5000);
  return { world, ask, deployed };
}

const FILE = 'file:///backups/one.json';

test('a restore brings the state of the backup: its tasks run on, later ones are killed, ended ones are replaced', async () => {
  const backups = memoryBackups();
  const { world, ask, deployed } = await backedUp(backups);
  world.put(testApp('/kept'));
  world.put(testApp('/removed'));
  await deployed();
  const [kept] = world.running('/kept');
  const [removed] = world.running('/removed');
  expect(await ask('DELETE', `/v2/leader?backup=${FILE}`)).toEqual({ status: 200, body: { message: 'Leadership abdicated' } });
  await deployed();
  world.remove('/removed');
  world.put(testApp('/later'));
  await deployed();
  const [later] = world.running('/later');

  expect((await ask('DELETE', `/v2/leader?restore=${FILE}`)).status).toBe(200);
  await deployed();
  expect((await ask('GET', '/v2/apps')).body.apps.map(({ id }: { id: string }) => id)).toEqual(['/kept', '/removed']);
  expect(world.running('/kept').map(({ taskId }) => taskId)).toEqual([kept?.taskId]);
  expect(world.running('/removed')).toHaveLength(1);
  expect(world.running('/removed')[0]?.taskId).not.toBe(removed?.taskId);
  expect(world.mesos.tasks.get(later?.taskId ?? '')?.state).toBe('TASK_KILLED');
  expect([world.mesos.faults, world.logged]).toEqual([[], []]);
});

test('what is restored is stored, and readers of events stay', async () => {
  const { world, ask, deployed } = await backedUp(memoryBackups());
  world.put(testApp('/a'));
  await deployed();
  await ask('DELETE', `/v2/leader?backup=${FILE}`);
  world.put(testApp('/b'));
  await deployed();
  await ask('DELETE', `/v2/leader?restore=${FILE}`);
  await deployed();
  world.events.length = 0;
  world.put(testApp('/c'));
  await deployed();
  expect(world.events.filter(({ eventType }) => eventType === 'deployment_success')).toHaveLength(1);
  world.restart();
  await deployed();
  expect([...world.marathon.core.root().apps].map(({ id }) => id)).toEqual(['/a', '/c']);
  expect(world.running('/a')).toHaveLength(1);
});

test.each([
  ['another place', 'restore=https://example.com/b'],
  ['another machine', 'backup=file://host/b'],
  ['no URI', 'backup=here'],
  ['a file that is not there', 'restore=file:///backups/none.json'],
  ['a file that is no backup', 'restore=file:///backups/other.json'],
])('%s is 422, and Marathon goes on', async (_, query) => {
  const backups = memoryBackups();
  backups.files.set('file:///backups/other.json', '{"format":"marathon-state-1","collections":{"marathon/apps":5}}');
  const { world, ask, deployed } = await backedUp(backups);
  world.put(testApp('/a'));
  await deployed();
  const { status, body } = await ask('DELETE', `/v2/leader?${query}`);
  expect([status, body]).toEqual([422, { message: expect.stringMatching(/\.$/) }]);
  expect([world.marathon.ready(), world.running('/a').length]).toEqual([true, 1]);
});

test('a state that no Marathon can begin with is not taken', async () => {
  const backups = memoryBackups();
  const { world, ask, deployed } = await backedUp(backups);
  world.put(testApp('/a'));
  await deployed();
  await ask('DELETE', `/v2/leader?backup=${FILE}`);
  await deployed();
  const { format, collections } = JSON.parse(backups.files.get(FILE) ?? '');
  backups.files.set(FILE, JSON.stringify({ format, collections: { ...collections, 'marathon/deployments': [['d', null]] } }));
  expect((await ask('DELETE', `/v2/leader?restore=${FILE}`)).status).toBe(422);
  await deployed();
  expect([world.marathon.ready(), world.running('/a').length]).toEqual([true, 1]);
  world.put(testApp('/b'));
  await deployed();
  expect(world.running('/b')).toHaveLength(1);
});

test('where there are no files a backup is refused', async () => {
  const { world, ask } = await backedUp(undefined);
  expect((await ask('DELETE', `/v2/leader?backup=${FILE}`)).status).toBe(422);
  expect(world.marathon.ready()).toBe(true);
});
