import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testMesos, testTask } from '../../cluster/mesos-master/test-mesos.test-support.ts';
import type { MesosAgent } from '../../cluster/mesos-agent/agent.ts';
import { createSandboxDirectories } from './sandbox-directories.ts';

/** Real agents on real directories, in which a task has laid every link that it could think of. */

const SECRET = 'the secret';

interface Places {
  base: string;
  /** Sandboxes: of the task, of another one on the same agent, of one on another agent. */
  own: string;
  neighbour: string;
  other: string;
  /** The task's sandbox by its virtual path. */
  virtual: string;
  frameworkId: string;
}

let at: Places;
let agent: MesosAgent;

beforeAll(async () => {
  const base = await mkdtemp(join(tmpdir(), 'escapes-'));
  const made: Promise<void>[] = [];
  const real = createSandboxDirectories(base);
  const files: typeof real = {
    ...real,
    createSandbox(directory) {
      const making = real.createSandbox(directory);
      made.push(making);
      return making;
    },
  };
  const mesos = testMesos();
  const framework = await mesos.framework();
  agent = mesos.agent('a1', { workDir: join(base, 'a1'), files });
  await mesos.settle();
  framework.accept([testTask('t'), testTask('neighbour')], undefined, 3600);
  await mesos.settle();
  mesos.agent('a2', { workDir: join(base, 'a2'), files });
  await mesos.settle();
  const offer = [...framework.offers.values()].find(({ agent_id }) => agent_id.value !== agent.id());
  framework.accept([testTask('other')], offer, 3600);
  await mesos.settle();
  await Promise.all(made);
  await mesos.settle();
  const boxOf = (taskId: string): string => mesos.containers.launched.find((spec) => spec.taskId === taskId)?.sandbox ?? '';
  const frameworkId = framework.id();
  const virtual = `/frameworks/${frameworkId}/executors/t/runs/latest`;
  at = { base, own: boxOf('t'), neighbour: boxOf('neighbour'), other: boxOf('other'), virtual, frameworkId };
  await layTraps();
});
afterAll(() => rm(at.base, { recursive: true, force: true }));

async function layTraps(): Promise<void> {
  const { base, own, neighbour, other } = at;
  await mkdir(join(own, 'deep'));
  await Promise.all(
    [join(base, 'secret'), join(base, 'a1', 'secret'), join(neighbour, 'secret'), join(other, 'secret')].map((path) =>
      writeFile(path, SECRET),
    ),
  );
  await writeFile(join(own, 'stdout'), 'mine');
  const links: [name: string, to: string][] = [
    ['link', join(base, 'secret')],
    ['chain', 'link'],
    ['up', '..'],
    ['far-up', '../../../../../../../..'],
    ['deep/up', '../../..'],
    ['root', '/'],
    ['etc', '/etc'],
    ['process', '/proc/self'],
    ['work', join(base, 'a1')],
    ['neighbour', neighbour],
    ['neighbour-secret', join(neighbour, 'secret')],
    ['other', other],
    ['loop', 'loop'],
    ['nowhere', join(base, 'not-there')],
    ['inside', 'stdout'],
  ];
  for (const [name, to] of links) await symlink(to, join(own, name));
}

/** As written into the query: what has to be encoded is encoded here, or left alone on purpose. */
type Attempt = (places: Places) => string;
const plain = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const BY_DOTS: Attempt[] = [
  ({ own }) => `${own}/..`,
  ({ own }) => `${own}/../`,
  ({ own }) => `${own}/../latest/stdout`,
  ({ own }) => `${own}/./../stdout`,
  ({ own }) => `${own}/deep/../stdout`,
  ({ own }) => `${own}/deep/../../../../../../../../../secret`,
  ({ own }) => `${own}/../../../../../../../../secret`,
  ({ own }) => `${own}//..//..//..//..//..//..//..//..//secret`,
  ({ virtual }) => `${virtual}/..`,
  ({ virtual }) => `${virtual}/../../../neighbour/runs/latest/secret`,
  ({ virtual }) => `${virtual}/../../../../../../secret`,
  ({ virtual }) => `${virtual}/../../../../../../../../../../../../etc/passwd`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/../executors/t/runs/latest/stdout`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/t/runs/../../neighbour/runs/latest/secret`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/t/runs/..`,
  ({ frameworkId }) => `/frameworks/../../../etc/passwd/${frameworkId}`,
  ({ base }) => `${base}/a1/slaves/../secret`,
  () => '..',
  () => '../../../../etc/passwd',
  () => '/..',
];

const BY_CODING: Attempt[] = [
  ({ virtual }) => `${virtual}/%2e%2e/stdout`,
  ({ virtual }) => `${virtual}/%2E%2E/%2E%2E/secret`,
  ({ virtual }) => `${virtual}/..%2f..%2fsecret`,
  ({ virtual }) => `${virtual}%2f..%2fstdout`,
  ({ virtual }) => `${virtual}/%252e%252e/stdout`,
  ({ virtual }) => `${virtual}/%25252e%25252e/stdout`,
  ({ virtual }) => `${virtual}/%c0%ae%c0%ae/stdout`,
  ({ virtual }) => `${virtual}/..%5cstdout`,
  ({ virtual }) => `${virtual}%5c..%5c..%5csecret`,
  ({ virtual }) => `${virtual}/%EF%BC%8E%EF%BC%8E/stdout`,
  ({ virtual }) => `${virtual}/stdout%00`,
  ({ virtual }) => `${virtual}/stdout%00.txt`,
  ({ virtual }) => `${virtual}%00/../../secret`,
  ({ virtual }) => `${virtual}/.%00./stdout`,
  ({ virtual }) => `${virtual}/..%0a/stdout`,
  ({ virtual }) => `${virtual}/..+/stdout`,
  ({ own }) => `file://${own}/stdout`,
  ({ own }) => `%20${own}/stdout`,
];

const LINKED = `link chain neighbour-secret loop nowhere up far-up far-up/secret deep/up deep/up/neighbour work/secret
  root root/etc/passwd etc etc/passwd process/environ process/root/etc/passwd process/cwd/package.json
  neighbour neighbour/secret other other/secret`.split(/\s+/);
const BY_LINKS = LINKED.flatMap((name): Attempt[] => [({ own }) => `${own}/${name}`, ({ virtual }) => `${virtual}/${name}`]);

const BY_NAME: Attempt[] = [
  ({ base }) => `${base}/secret`,
  ({ base }) => `${base}/a1`,
  ({ base }) => `${base}/a1/secret`,
  ({ base }) => `${base}/a1/slaves`,
  ({ own }) => own.slice(0, own.lastIndexOf('/')),
  ({ own }) => own.slice(0, own.indexOf('/executors')),
  ({ own }) => `${own}-neighbour/secret`,
  ({ own }) => `${own}secret`,
  ({ own }) => own.slice(0, -1),
  ({ own, neighbour }) => `${own.slice(0, own.lastIndexOf('/'))}/${neighbour.slice(neighbour.lastIndexOf('/') + 1)}/secret`,
  ({ other }) => other,
  ({ other }) => `${other}/secret`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/other/runs/latest/secret`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/no-such-task/runs/latest`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/t/runs`,
  ({ frameworkId }) => `/frameworks/${frameworkId}/executors/__proto__/runs/latest`,
  ({ virtual }) => `${virtual}st/stdout`,
  () => '/',
  () => '.',
  () => '/etc/passwd',
  () => '/proc/self/environ',
  () => '/slave/log',
];

const attempts = [
  ...BY_CODING,
  ...[...BY_DOTS, ...BY_LINKS, ...BY_NAME].map(
    (attempt): Attempt =>
      (places) =>
        plain(attempt(places)),
  ),
];

test('there are many ways to try', () => expect(attempts.length).toBeGreaterThan(100));

test('no attempt shows anything, by none of the calls', async () => {
  for (const attempt of attempts) {
    const query = attempt(at);
    for (const call of ['browse', 'read', 'download']) {
      const answer = await agent.fetch(new Request(`http://agent/files/${call}?offset=0&path=${query}`));
      expect([answer.status, await answer.text()], `${call} ${query}`).toEqual([404, '']);
    }
    const path = new URLSearchParams(`path=${query}`).get('path');
    for (const call of [
      { type: 'LIST_FILES', list_files: { path } },
      { type: 'READ_FILE', read_file: { path, offset: 0 } },
    ]) {
      const headers = { 'content-type': 'application/json' };
      const answer = await agent.fetch(new Request('http://agent/api/v1', { method: 'POST', body: JSON.stringify(call), headers }));
      expect([answer.status, await answer.text()], `${call.type} ${query}`).toEqual([404, '']);
    }
  }
});

test('what is inside is shown all the same, by a link too', async () => {
  for (const name of ['stdout', 'inside', './stdout']) {
    const answer = await agent.fetch(new Request(`http://agent/files/download?path=${plain(`${at.virtual}/${name}`)}`));
    expect([answer.status, await answer.text()], name).toEqual([200, 'mine']);
  }
});

test('a sandbox that a task has put a link in the place of shows nothing, nor does one in a directory that was', async () => {
  const { own, base, virtual } = at;
  const runs = own.slice(0, own.lastIndexOf('/'));
  for (const [place, target] of [
    [own, base],
    [own, '/'],
    [runs, join(base, 'elsewhere')],
  ] as const) {
    await mkdir(join(base, 'elsewhere', own.slice(runs.length + 1)), { recursive: true });
    await writeFile(join(base, 'elsewhere', own.slice(runs.length + 1), 'secret'), SECRET);
    await rename(place, `${place}-away`);
    await symlink(target, place);
    for (const path of [`${own}/secret`, `${own}/etc/passwd`, own, `${virtual}/secret`, virtual]) {
      const answer = await agent.fetch(new Request(`http://agent/files/browse?path=${plain(path)}`));
      expect([answer.status, await answer.text()], `${place} → ${target}: ${path}`).toEqual([404, '']);
    }
    await rm(place);
    await rename(`${place}-away`, place);
  }
});
