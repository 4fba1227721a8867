import { expect, test } from 'vitest';
import { manualClock, type ManualClock } from '../kernel/clock.ts';
import { createKernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import type { Containerizer, ContainerSpec, ContainerUpdate } from './containerizer.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createSimulatedContainerizer } from './simulated.ts';

const SANDBOX = '/work/box';

interface Run {
  clock: ManualClock;
  containerizer: Containerizer;
  updates: ContainerUpdate[];
  log(file?: string): Promise<string[]>;
}

const spec = (more: Partial<ContainerSpec> = {}): ContainerSpec => ({
  containerId: 'c',
  taskId: 't',
  taskName: 'web',
  frameworkId: 'f',
  frameworkName: 'marathon',
  agentId: 'a',
  machine: { name: 'a1', ip: '192.168.65.111', address: '127.0.0.1' },
  volumes: [],
  resources: { cpus: 1, mem: 100, disk: 0, gpus: 0 },
  ports: [],
  environment: {},
  sandbox: SANDBOX,
  labels: {},
  ...more,
});

function start(containerSpec: ContainerSpec, act: 'launch' | 'recover' = 'launch', checkpoint: Record<string, number> = {}): Run {
  const clock = manualClock();
  const files = createMemoryFiles(clock);
  const kernel = createKernel({ clock, random: seededRandom(1), store: memoryStore(), log: silentLog });
  const containerizer = createSimulatedContainerizer(kernel, files, { reason: 'There is no engine.' });
  const updates: ContainerUpdate[] = [];
  const report = (update: ContainerUpdate): void => void updates.push(update);
  if (act === 'launch') containerizer.launch(containerSpec, report);
  else containerizer.recover(containerSpec, { startedAt: clock.now(), ...checkpoint }, report);
  return {
    clock,
    containerizer,
    updates,
    async log(file = 'stdout') {
      const bytes = await files.read(SANDBOX, `${SANDBOX}/${file}`, 0, 100_000);
      return new TextDecoder().decode(bytes).trimEnd().split('\n');
    },
  };
}

const types = (run: Run): string[] => run.updates.map((update) => update.type);

test('it says first of all that nothing real runs, and marks every line', async () => {
  const run = start(spec({ labels: { SIMULATE_LOG_EVERY: '1s' } }));
  await run.clock.advance(3000);
  const lines = await run.log();
  expect(lines[0]).toBe('[simulated] Nothing real runs here: the life of this task is simulated. There is no engine.');
  expect(lines.length).toBe(4);
  expect(lines.every((line) => line.startsWith('[simulated] '))).toBe(true);
  expect(run.containerizer).toMatchObject({ kind: 'simulated', simulatedBecause: 'There is no engine.' });
});

test('a command that only says and waits is acted out, each of its lines marked', async () => {
  const run = start(spec({ command: { value: 'echo begun; echo oops >&2; sleep 5; echo done > out/result.txt; exit 3' } }));
  await run.clock.advance(4999);
  expect([types(run), await run.log('stderr')]).toEqual([['running'], ['[simulated] oops']]);
  await run.clock.advance(1);
  expect(run.updates.at(-1)).toEqual({ type: 'ended', outcome: { state: 'TASK_FAILED', message: 'Command exited with status 3' } });
  expect((await run.log()).slice(1)).toEqual(['[simulated] begun']);
  expect(await run.log('out/result.txt')).toEqual(['done']);
});

test('a command says all that it has to say though the clock goes on while its start is reported', async () => {
  const clock = manualClock();
  const files = createMemoryFiles(clock);
  const slow = { ...clock, now: () => (reported ? clock.now() + 1 : clock.now()) };
  const kernel = createKernel({ clock: slow, random: seededRandom(1), store: memoryStore(), log: silentLog });
  let reported = false;
  const report = (): void => void (reported = true);
  const command = { value: 'echo begun; echo more > notes.txt; sleep infinity; echo never > never.txt' };
  createSimulatedContainerizer(kernel, files, { reason: 'There is no engine.' }).launch(spec({ command }), report);
  await clock.advance(1000);
  expect((await files.list(SANDBOX, SANDBOX))?.map(({ path }) => path)).toEqual(
    ['notes.txt', 'stderr', 'stdout'].map((file) => `${SANDBOX}/${file}`),
  );
  const bytes = await files.read(SANDBOX, `${SANDBOX}/stdout`, 0, 1000);
  expect(new TextDecoder().decode(bytes)).toContain('[simulated] begun');
});

test('arguments without a shell are acted out as they are', async () => {
  const run = start(spec({ command: { shell: false, value: 'echo', arguments: ['echo', "it's $HOME"] } }));
  await run.clock.advance(0);
  expect((await run.log()).slice(1)).toEqual(["[simulated] it's $HOME"]);
});

test('a label that says how it ends goes before its command', async () => {
  const run = start(spec({ command: { value: 'false' }, labels: { SIMULATE_EXIT_AFTER: '1m' } }));
  await run.clock.advance(59_000);
  expect(types(run)).toEqual(['running']);
});

test('taken up after a restart, a command says only what it has not said', async () => {
  const began = manualClock().now() - 4000;
  const run = start(spec({ command: { value: 'echo one; sleep 5; echo two' } }), 'recover', { startedAt: began });
  await run.clock.advance(1000);
  expect(types(run)).toEqual(['running', 'ended']);
  expect(await run.log()).toEqual(['[simulated] two']);
});

test('it runs until it is killed', async () => {
  const run = start(spec());
  await run.clock.advance(3_600_000);
  expect(types(run)).toEqual(['running']);
  run.containerizer.kill('c', 3000);
  run.containerizer.kill('c', 3000);
  await run.clock.advance(3000);
  expect(run.updates.slice(1)).toEqual([
    { type: 'ended', outcome: { state: 'TASK_KILLED', message: 'Command terminated with signal Terminated' } },
  ]);
});

test.each([
  ['0', 'TASK_FINISHED'],
  ['3', 'TASK_FAILED'],
])('labels let it start late and end by itself with %s', async (code, state) => {
  const run = start(spec({ labels: { SIMULATE_START_DELAY: '2s', SIMULATE_EXIT_AFTER: '5s', SIMULATE_EXIT_CODE: code } }));
  await run.clock.advance(1999);
  expect(types(run)).toEqual([]);
  await run.clock.advance(1);
  expect(types(run)).toEqual(['running']);
  await run.clock.advance(4999);
  expect(types(run)).toEqual(['running']);
  await run.clock.advance(1);
  expect(run.updates.at(-1)).toEqual({ type: 'ended', outcome: { state, message: `Command exited with status ${code}` } });
});

test('a label that cannot be read is named and ignored', async () => {
  const run = start(spec({ labels: { SIMULATE_EXIT_AFTER: 'soon', SIMULATE_EXIT_CODE: '999' } }));
  await run.clock.advance(60_000);
  expect(types(run)).toEqual(['running']);
  expect(await run.log('stderr')).toEqual([
    'The label SIMULATE_EXIT_AFTER=soon is ignored: it has to be a duration such as 500ms, 5s or 2m.',
    'The label SIMULATE_EXIT_CODE=999 is ignored: it has to be an exit code from 0 to 255.',
  ]);
});

test('a pull shows its steps, once a machine', async () => {
  const run = start(spec({ docker: { image: 'redis' }, labels: { SIMULATE_PULL_TIME: '10s' } }));
  await run.clock.advance(9999);
  expect(types(run)).toEqual(['preparing', 'preparing', 'preparing', 'preparing']);
  expect((await run.log('stderr'))[0]).toBe('[simulated] Pulling redis');
  await run.clock.advance(1);
  expect(types(run).slice(4)).toEqual(['preparing', 'running']);
  const again: string[] = [];
  run.containerizer.launch(spec({ containerId: 'd', docker: { image: 'redis' } }), (update) => again.push(update.type));
  await run.clock.advance(0);
  expect(again).toEqual(['running']);
});

test('an image that is not found fails as with Docker', async () => {
  const run = start(spec({ docker: { image: 'acme/no-such-image' } }));
  await run.clock.advance(1000);
  expect(run.updates.at(-1)).toMatchObject({
    type: 'ended',
    outcome: {
      state: 'TASK_FAILED',
      reason: 'REASON_CONTAINER_LAUNCH_FAILED',
      message: expect.stringMatching(/pull access denied for acme\/no-such-image.*\(simulated\)/),
    },
  });
});

test('killed while it is pulled, it never runs', async () => {
  const run = start(spec({ docker: { image: 'redis' }, labels: { SIMULATE_PULL_TIME: '10s' } }));
  await run.clock.advance(3000);
  run.containerizer.kill('c', 3000);
  await run.clock.advance(20_000);
  expect(types(run)).not.toContain('running');
  expect(types(run).filter((type) => type === 'ended')).toHaveLength(1);
});

test('one that ignores SIGTERM goes when the grace is over', async () => {
  const run = start(spec({ labels: { SIMULATE_IGNORE_TERM: 'true' } }));
  await run.clock.advance(0);
  run.containerizer.kill('c', 3000);
  await run.clock.advance(2999);
  expect(types(run)).toEqual(['running']);
  await run.clock.advance(1);
  expect(run.updates.at(-1)).toMatchObject({ outcome: { message: 'Command terminated with signal Killed' } });
});

test('taken up after a restart it goes on where it was', async () => {
  const began = manualClock().now() - 4000;
  const run = start(spec({ labels: { SIMULATE_EXIT_AFTER: '5s' } }), 'recover', { startedAt: began });
  expect(run.updates).toEqual([{ type: 'running', checkpoint: { startedAt: began } }]);
  await run.clock.advance(1000);
  expect(types(run)).toEqual(['running', 'ended']);
});

test('what it uses is within what it may use', async () => {
  const run = start(spec());
  await run.clock.advance(60_000);
  const usage = await run.containerizer.usage('c');
  expect(usage?.cpusUserTimeSecs).toBeGreaterThan(0);
  expect(usage?.cpusUserTimeSecs).toBeLessThan(60);
  expect(usage?.memRssBytes).toBeLessThan(usage?.memLimitBytes ?? 0);
  expect(await run.containerizer.usage('nobody')).toBeUndefined();
});

test('its command check exits as the label says', async () => {
  const run = start(spec({ labels: { SIMULATE_CHECK_EXIT_CODE: '1' } }));
  expect(await run.containerizer.exec('c', {}, 1000)).toBe(1);
});
