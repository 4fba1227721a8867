import { expect } from 'vitest';
import { COUNTED_STATES, type MasterStateJson, type StateSummaryJson, type TaskJson } from '../api/mesos/state.ts';
import { isTerminal } from '../api/mesos/task.ts';
import type { FaultyCluster, MarathonTask } from './faulty-cluster.test-support.ts';

interface Counts {
  id: string;
  tasksStaged: number;
  tasksRunning: number;
}
interface Group {
  apps: Counts[];
  groups: Group[];
}
const COUNTS_OF_GROUPS = '/v2/groups?embed=group.groups&embed=group.apps&embed=group.apps.counts';

const appsBelow = ({ apps, groups }: Group): Counts[] => [...apps, ...groups.flatMap(appsBelow)];
const countsById = (apps: readonly Counts[]): unknown =>
  Object.fromEntries(
    apps.map(({ id, tasksStaged, tasksRunning }): [string, unknown] => [id, { staged: tasksStaged, running: tasksRunning }]),
  );
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const statesById = (tasks: readonly { id: string; state: string }[]): Record<string, string> =>
  Object.fromEntries(tasks.map(({ id, state }) => [id, state]));

/** Holds what all the lists, counters and events of the cluster tell against one another. */
export async function expectAgreement(world: FaultyCluster): Promise<void> {
  const tasks = (await world.marathonTasks()).filter(({ state }) => !isTerminal(state));
  const { apps } = await world.get<{ apps: Counts[] }>(world.marathon, '/v2/apps');
  const state = await world.get<MasterStateJson>(world.mesos, '/state');
  const live = state.frameworks.flatMap((framework) => framework.tasks).filter((task) => !isTerminal(task.state));

  const groups = await world.get<Group>(world.marathon, COUNTS_OF_GROUPS);
  expect(countsById(appsBelow(groups))).toEqual(countsById(apps));
  for (const { id, tasksRunning, tasksStaged } of apps) {
    const states = tasks.filter(({ appId }) => appId === id).map((task) => task.state);
    expect(states.filter((each) => each === 'TASK_RUNNING')).toHaveLength(tasksRunning);
    expect(states.filter((each) => each === 'TASK_STAGING' || each === 'TASK_STARTING')).toHaveLength(tasksStaged);
  }
  expect(statesById(tasks)).toEqual(statesById(live));
  await expectEventsAgree(world, tasks, apps);
  expectWithinAgents(state, live);
  expectSummaryAgrees(state, await world.get<StateSummaryJson>(world.mesos, '/state-summary'));
}

/** A task that was just launched has told nothing yet. */
async function expectEventsAgree(world: FaultyCluster, tasks: readonly MarathonTask[], apps: readonly Counts[]): Promise<void> {
  const followed = await world.followed();
  const told = tasks.filter(({ id, state }) => state !== 'TASK_STAGING' || followed.tasks.has(id));
  expect(Object.fromEntries(followed.tasks)).toEqual(statesById(told));
  const running = [...followed.instances.values()].filter(({ condition }) => condition === 'Running');
  expect(running).toHaveLength(apps.reduce((sum, { tasksRunning }) => sum + tasksRunning, 0));
  for (const { id, tasksRunning } of apps) expect(running.filter(({ appId }) => appId === id)).toHaveLength(tasksRunning);
}

function expectWithinAgents({ slaves }: MasterStateJson, live: readonly TaskJson[]): void {
  for (const slave of slaves) {
    const own = live.filter((task) => task.slave_id === slave.id);
    for (const name of ['cpus', 'mem', 'disk'] as const) {
      const used = rounded(own.reduce((sum, { resources }) => sum + resources[name], 0));
      expect(used).toBeLessThanOrEqual(slave.resources[name]);
      expect(rounded(slave.used_resources[name])).toBe(used);
    }
  }
}

function expectSummaryAgrees({ frameworks }: MasterStateJson, summary: StateSummaryJson): void {
  for (const name of COUNTED_STATES) {
    const listed = frameworks
      .flatMap((framework) => [...framework.tasks, ...framework.unreachable_tasks, ...framework.completed_tasks])
      .filter((task) => task.state === name).length;
    const sum = (counters: readonly Record<string, unknown>[]): number =>
      counters.reduce((total, counter) => total + Number(counter[name]), 0);
    expect(sum(summary.frameworks.map((each) => ({ ...each })))).toBe(listed);
    expect(sum(summary.slaves.map((each) => ({ ...each })))).toBe(listed);
  }
}
