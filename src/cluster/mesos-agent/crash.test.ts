import { expect, test } from 'vitest';
import type { MasterStateJson } from '../../api/mesos/state.ts';
import { isTerminal, type TaskState } from '../../api/mesos/task.ts';
import type { Containerizer } from '../executor/containerizer.ts';
import { scriptedContainers, type ScriptedContainers } from '../executor/scripted-containers.test-support.ts';
import { manualClock, type ManualClock } from '../kernel/clock.ts';
import { memoryStore, type MemoryStore, type Store } from '../kernel/store.ts';
import { testMesos, testTask, type TestFramework, type TestMesos } from '../mesos-master/test-mesos.test-support.ts';

const TASKS = ['stays', 'ends', 'is-killed'];

/** A life that is over at its nth write: from then on nothing that it does reaches the disk or a container. */
interface Life {
  mesos: TestMesos;
  writes(): number;
}

function live(clock: ManualClock, disk: MemoryStore, room: ScriptedContainers, seed: number, dieAtWrite = Infinity): Life {
  let writes = 0;
  const dead = (): boolean => writes >= dieAtWrite;
  const store: Store = {
    ...disk,
    write(batch) {
      writes++;
      if (dead()) throw new Error('kill -9');
      disk.write(batch);
    },
  };
  const { containerizer } = room;
  const whileAlive =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      if (!dead()) act(...args);
    };
  const mortal: ScriptedContainers = {
    ...room,
    containerizer: {
      ...containerizer,
      launch: whileAlive((...args: Parameters<Containerizer['launch']>) => containerizer.launch(...args)),
      recover: whileAlive((...args: Parameters<Containerizer['recover']>) => containerizer.recover(...args)),
      kill: whileAlive((...args: Parameters<Containerizer['kill']>) => containerizer.kill(...args)),
    },
  };
  return { mesos: testMesos({ clock, store, containers: mortal, seed }), writes: () => writes };
}

/** Three tasks: one runs on, one ends by itself, one is killed. Returns the framework and whether it had launched them. */
async function firstLife({ mesos }: Life, room: ScriptedContainers): Promise<{ framework: TestFramework; launched: boolean }> {
  const framework = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  if (framework.offers.size === 0) return { framework, launched: false };
  framework.accept(TASKS.map((id) => testTask(id)));
  await mesos.settle();
  room.end('ends', { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
  framework.call({ type: 'KILL', kill: { task_id: { value: 'is-killed' } } });
  await mesos.settle();
  return { framework, launched: true };
}

async function crashAt(
  write: number,
): Promise<{ died: boolean; room: ScriptedContainers; known: Map<string, TaskState>; state: MasterStateJson; launched: boolean }> {
  const clock = manualClock();
  const disk = memoryStore();
  const room = scriptedContainers(clock);
  const first = live(clock, disk, room, 1, write);
  const { framework: before, launched } = await firstLife(first, room);
  room.disconnect();
  first.mesos.master.stop();

  const { mesos } = live(clock, disk, room, 2);
  const after = await mesos.framework(before.id() === '' ? {} : { id: { value: before.id() } });
  mesos.agent('a1');
  await mesos.settle();
  const known = new Map<string, TaskState>();
  for (const { task_id, state } of before.updates) known.set(task_id.value, state);
  const unsure = launched ? TASKS.filter((id) => !isTerminal(known.get(id) ?? 'TASK_STAGING')) : [];
  if (unsure.length > 0) after.call({ type: 'RECONCILE', reconcile: { tasks: unsure.map((id) => ({ task_id: { value: id } })) } });
  await clock.advance(30_000);
  for (const { task_id, state } of after.updates)
    if (!isTerminal(known.get(task_id.value) ?? 'TASK_STAGING')) known.set(task_id.value, state);
  return { died: first.writes() >= write, room, known, state: await mesos.get<MasterStateJson>('/state'), launched };
}

test('killed at any write, a cluster that starts again has lost no task, doubled none and left none behind', async () => {
  let write = 1;
  for (let died = true; died; write++) {
    const after = await crashAt(write);
    died = after.died;
    const at = `killed at write ${write}`;
    const { launched, running } = { launched: after.room.launched.map((spec) => spec.taskId), running: after.room.running() };
    expect(new Set(launched).size, at).toBe(launched.length);
    for (const id of TASKS) {
      const state = after.known.get(id);
      if (running.includes(id)) expect(state, `${id}, ${at}`).toSatisfy((value) => value === 'TASK_RUNNING' || value === 'TASK_KILLING');
      else if (after.launched)
        expect(state, `${id}, ${at}`).toSatisfy(
          (value?: TaskState) => value === 'TASK_UNKNOWN' || (value !== undefined && isTerminal(value)),
        );
    }
    const listed = after.state.frameworks.flatMap((framework) => framework.tasks.map((task) => task.id)).sort();
    expect(listed, at).toEqual([...running].sort());
  }
  expect(write).toBeGreaterThan(15);
});

test('a restart keeps the ids of agent and framework, and the tasks that are over', async () => {
  const clock = manualClock();
  const disk = memoryStore();
  const room = scriptedContainers(clock);
  const first = live(clock, disk, room, 1);
  const { framework } = await firstLife(first, room);
  const before = await first.mesos.get<MasterStateJson>('/state');
  room.disconnect();
  first.mesos.master.stop();

  const { mesos } = live(clock, disk, room, 2);
  const recovered = await mesos.get<MasterStateJson>('/state');
  expect(recovered.recovered_slaves.map((slave) => slave.id)).toEqual([before.slaves[0]?.id]);
  expect(recovered.frameworks[0]).toMatchObject({ id: framework.id(), recovered: true, active: false });
  mesos.agent('a1');
  await mesos.framework({ id: { value: framework.id() } });
  const after = await mesos.get<MasterStateJson>('/state');
  expect(after.id).not.toBe(before.id);
  expect(after.slaves[0]?.id).toBe(before.slaves[0]?.id);
  expect(after.frameworks[0]?.registered_time).toBe(before.frameworks[0]?.registered_time);
  expect(after.frameworks[0]?.tasks).toEqual(before.frameworks[0]?.tasks);
  expect(after.frameworks[0]?.completed_tasks).toEqual(before.frameworks[0]?.completed_tasks);
  expect(after.frameworks[0]?.completed_tasks.length).toBe(2);
});

test('before its agent is back, a master says nothing about a task of it', async () => {
  const clock = manualClock();
  const disk = memoryStore();
  const room = scriptedContainers(clock);
  const first = live(clock, disk, room, 1);
  const { framework } = await firstLife(first, room);
  const agentId = framework.updates[0]?.agent_id;
  room.disconnect();
  first.mesos.master.stop();

  const { mesos } = live(clock, disk, room, 2);
  const back = await mesos.framework({ id: { value: framework.id() } });
  const reconcile = async (): Promise<void> => {
    back.call({ type: 'RECONCILE', reconcile: { tasks: [{ task_id: { value: 'stays' }, ...(agentId && { agent_id: agentId }) }] } });
    await mesos.settle();
  };
  await reconcile();
  expect(back.updates).toEqual([]);
  mesos.agent('a1');
  await mesos.settle();
  await reconcile();
  expect(back.statesOf('stays')).toEqual(['TASK_RUNNING']);
});

test('what cannot be stored is not started, and the framework is told', async () => {
  const clock = manualClock();
  const disk = memoryStore();
  const room = scriptedContainers(clock);
  let full = false;
  const store: Store = {
    ...disk,
    write(batch) {
      if (full) throw new Error('database or disk is full');
      disk.write(batch);
    },
  };
  const mesos = testMesos({ clock, store, containers: room });
  const framework = await mesos.framework();
  mesos.agent('a1');
  await mesos.settle();
  framework.accept([testTask('before')], undefined, 0);
  await mesos.settle();
  full = true;
  framework.accept([testTask('during')]);
  room.end('before', { state: 'TASK_FINISHED', message: '' });
  await mesos.settle();
  expect(room.launched.map((spec) => spec.taskId)).toEqual(['before']);
  expect(framework.updates.find((status) => status.task_id.value === 'during')).toMatchObject({
    state: 'TASK_DROPPED',
    message: 'The agent could not store the task: database or disk is full',
  });
  expect(framework.statesOf('before').at(-1)).toBe('TASK_FINISHED');
});
