import { expect } from 'vitest';
import type { Fetch } from '../api/http/fetch.ts';
import type { Operation } from '../api/machines/operations.ts';
import type { MasterStateJson } from '../api/mesos/state.ts';
import { readyCluster, type TestCluster } from './cluster.test-support.ts';
import type { ClusterOptions } from './cluster.ts';

/** A cluster of several masters, asked as its clients ask it. */
export interface MastersWorld extends TestCluster {
  mesos: Fetch;
  marathon: Fetch;
  /** Does it to machines, and waits until it is done. */
  act(action: 'halt' | 'up', ...names: string[]): Promise<void>;
  crash(machine: string, unit: string): Promise<void>;
  /** The address of the leading master, as its clients see it. */
  leader(): Promise<string | undefined>;
}

export async function mastersWorld(machines: ClusterOptions['machines'], seed = 1): Promise<MastersWorld> {
  const world = await readyCluster({ machines, seed });
  const { mesos, marathon, machines: api } = world.cluster.upstreams;
  return {
    ...world,
    mesos,
    marathon,
    async act(action, ...names) {
      const answer = await world.send(api, 'POST', `/machines/v1/${action}`, { machines: names });
      expect(answer.status).toBe(202);
      const { id } = (await answer.json()) as Operation;
      await world.until(`${action} ${names.join(' ')}`, async () => {
        const operation = await world.get<Operation>(api, `/machines/v1/operations/${id}`);
        expect(operation.state).not.toBe('failed');
        return operation.state === 'done';
      });
    },
    async crash(machine, unit) {
      const answer = await world.send(api, 'POST', `/machines/v1/machines/${machine}/units/${unit}/crash`);
      expect(answer.status).toBe(202);
    },
    async leader() {
      const answer = await world.send(mesos, 'GET', '/state');
      return answer.status === 200 ? ((await answer.json()) as MasterStateJson).hostname : undefined;
    },
  };
}

/** Ids of the tasks that run, as the leading master knows them. */
export const tasksOf = async ({ get, mesos }: MastersWorld): Promise<string[]> => {
  const { frameworks } = await get<MasterStateJson>(mesos, '/state');
  return frameworks.flatMap(({ tasks }) => tasks.filter(({ state }) => state === 'TASK_RUNNING').map(({ id }) => id)).sort();
};

/** Of those that are subscribed. */
export const frameworkIds = async ({ get, mesos }: MastersWorld): Promise<string[]> =>
  (await get<MasterStateJson>(mesos, '/state')).frameworks
    .filter(({ active }) => active)
    .map(({ id }) => id)
    .sort();

/** Makes an app, and waits until all of its tasks run. */
export async function run(world: MastersWorld, id: string, instances: number): Promise<void> {
  const made = await world.send(world.marathon, 'POST', '/v2/apps', { id, cmd: 'sleep 1000', cpus: 0.01, mem: 16, instances });
  expect(made.status).toBe(201);
  await world.until(`${instances} of ${id} run`, async () => {
    const { app } = await world.get<{ app: { tasksRunning: number } }>(world.marathon, `/v2/apps/${id}`);
    return app.tasksRunning === instances;
  });
}
