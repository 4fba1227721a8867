import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resource } from '../../api/mesos/resources.ts';
import type { Offer, Operation } from '../../api/mesos/scheduler.ts';
import { COUNTED_STATES, type MasterStateJson, type ResourcesJson, type StateSummaryJson, type TaskJson } from '../../api/mesos/state.ts';
import { isTerminal } from '../../api/mesos/task.ts';
import type { MesosAgent } from '../mesos-agent/agent.ts';
import { connectFramework, testMesos, testTask, type TestFramework, type TestMesos } from './test-mesos.test-support.ts';

/** Whatever schedulers and agents do, in whatever order: no agent gives more than it has, and every counter is what a recount finds. */

const AGENTS = ['a1', 'a2', 'p1'];
const FRAMEWORKS = [
  { name: 'marathon', roles: ['slave_public'], failover_timeout: 604_800 },
  { name: 'chronos', roles: ['*'], failover_timeout: 20, capabilities: [] },
];

interface World {
  mesos: TestMesos;
  agents: Map<string, MesosAgent>;
  frameworks: (TestFramework | undefined)[];
  tasks: number;
}

/** `at` picks who does it and to what; `size` says how much. */
interface Step {
  act: keyof typeof ACTS;
  at: number;
  size: number;
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const frameworkAt = (world: World, at: number): TestFramework | undefined => world.frameworks[at % FRAMEWORKS.length];

const dynamic = (offer: Offer, name: string, value: number): Resource => ({
  name,
  type: 'SCALAR',
  scalar: { value },
  reservations: [{ type: 'DYNAMIC', role: offer.allocation_info.role }],
});
const volumeOf = (disk: Resource, id: string): Resource => ({
  ...disk,
  disk: { persistence: { id }, volume: { container_path: 'data', mode: 'RW' } },
});

function operate(framework: TestFramework, offer: Offer, operations: Operation[]): void {
  framework.offers.delete(offer.id.value);
  framework.call({ type: 'ACCEPT', accept: { offer_ids: [offer.id], operations, filters: { refuse_seconds: 0 } } });
}

async function operatorCall({ mesos }: World, call: Record<string, unknown>): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await mesos.master.fetch(new Request('http://m1/api/v1', { method: 'POST', body: JSON.stringify(call), headers }));
}

const ACTS = {
  async agent(world: World, { at }: Step) {
    const name = AGENTS[at % AGENTS.length] ?? 'a1';
    const running = world.agents.get(name);
    if (running) {
      world.agents.delete(name);
      await running.stop({ keepTasks: true });
    } else world.agents.set(name, world.mesos.agent(name, name === 'p1' ? { defaultRole: 'slave_public' } : {}));
  },
  framework(world: World, { at }: Step) {
    const index = at % FRAMEWORKS.length;
    const before = world.frameworks[index];
    if (before && !before.closed) {
      before.close();
      before.closed = true;
      return;
    }
    const refused = before?.events.some((event) => event.type === 'ERROR');
    const info = { ...FRAMEWORKS[index], ...(before && !refused && before.id() !== '' && { id: { value: before.id() } }) };
    world.frameworks[index] = connectFramework(world.mesos.master, info);
  },
  accept(world: World, { at, size }: Step) {
    const framework = frameworkAt(world, at);
    const offer = pick([...(framework?.offers.values() ?? [])], size);
    if (!framework || !offer) return;
    const role = offer.resources[0]?.reservations?.[0]?.role ?? '*';
    const tasks = Array.from({ length: size % 4 }, () => {
      const port = 31_000 + ((size * 7 + world.tasks) % 20);
      // some are larger than what was offered, and some ids come twice
      const id = `t${size % 11 === 0 ? 0 : world.tasks++}`;
      return testTask(id, { role, cpus: 0.1 * (1 + (size % 5)), mem: 32 + size, ports: [{ begin: port, end: port + (size % 3) }] });
    });
    framework.accept(tasks, offer, size % 30);
  },
  decline: (world: World, { at, size }: Step) => frameworkAt(world, at)?.decline(size % 30),
  kill(world: World, { at, size }: Step) {
    const framework = frameworkAt(world, at);
    framework?.call({ type: 'KILL', kill: { task_id: { value: pick(world.mesos.containers.running(), size) ?? 'nobody' } } });
  },
  end(world: World, { at, size }: Step) {
    const taskId = pick(world.mesos.containers.running(), size);
    if (taskId !== undefined) world.mesos.containers.end(taskId, { state: at % 2 === 0 ? 'TASK_FINISHED' : 'TASK_FAILED', message: '' });
  },
  revive: (world: World, { at }: Step) => frameworkAt(world, at)?.call({ type: 'REVIVE' }),
  suppress: (world: World, { at }: Step) => frameworkAt(world, at)?.call({ type: 'SUPPRESS' }),
  mute(world: World, { at }: Step) {
    const framework = frameworkAt(world, at);
    if (framework) framework.acknowledges = !framework.acknowledges;
  },
  teardown: (world: World, { at, size }: Step) => {
    if (size % 5 === 0) frameworkAt(world, at)?.call({ type: 'TEARDOWN' });
  },
  reserve(world: World, { at, size }: Step) {
    const framework = frameworkAt(world, at);
    const offer = pick([...(framework?.offers.values() ?? [])], size);
    if (!framework || !offer) return;
    const resources = [dynamic(offer, 'mem', 1 + size), dynamic(offer, 'disk', 1 + size)];
    const volumes = resources.slice(1).map((resource) => volumeOf(resource, `v${size % 7}`));
    operate(framework, offer, [
      { type: 'RESERVE', reserve: { resources } },
      ...(size % 2 === 0 ? [{ type: 'CREATE' as const, create: { volumes } }] : []),
    ]);
  },
  /** Launches on what was reserved, or gives it back. */
  useReserved(world: World, { at, size }: Step) {
    const framework = frameworkAt(world, at);
    const offer = pick([...(framework?.offers.values() ?? [])], size);
    const reserved = offer?.resources.filter(({ reservations }) => reservations?.at(-1)?.type === 'DYNAMIC') ?? [];
    const resource = pick(reserved, size);
    if (!framework || !offer || !resource) return;
    if (size % 3 === 0) operate(framework, offer, [{ type: 'UNRESERVE', unreserve: { resources: [resource] } }]);
    else if (size % 3 === 1 && resource.disk) operate(framework, offer, [{ type: 'DESTROY', destroy: { volumes: [resource] } }]);
    else framework.accept([testTask(`t${world.tasks++}`, { task: { resources: reserved } })], offer, 0);
  },
  async service(world: World, { at, size }: Step) {
    const { slaves } = await world.mesos.get<MasterStateJson>('/state');
    const agent_id = { value: pick(slaves, at)?.id };
    const type = pick(['DRAIN_AGENT', 'DEACTIVATE_AGENT', 'REACTIVATE_AGENT', 'REACTIVATE_AGENT'], size) ?? '';
    await operatorCall(world, { type, [type.toLowerCase()]: { agent_id } });
  },
  async quota(world: World, { at, size }: Step) {
    const amounts = { cpus: { value: (size % 4) / 4 }, mem: { value: size * 10 } };
    const config = { role: 'slave_public', guarantees: at % 2 === 0 ? amounts : {}, limits: size % 5 === 0 ? {} : amounts };
    await operatorCall(world, { type: 'UPDATE_QUOTA', update_quota: { quota_configs: [config], force: true } });
  },
  wait: (world: World, { size }: Step) => world.mesos.clock.advance(size * 1000),
} satisfies Record<string, (world: World, step: Step) => unknown>;

const SCALARS = ['cpus', 'mem', 'disk', 'gpus'] as const;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const sumOf = (list: readonly ResourcesJson[], name: (typeof SCALARS)[number]): number =>
  rounded(list.reduce((sum, resources) => sum + resources[name], 0));
const scalarsOf = (list: readonly ResourcesJson[]): number[] => SCALARS.map((name) => sumOf(list, name));

/** `[31000-31002, 31005-31005]` as single numbers. */
const portsOf = ({ ports = '[]' }: ResourcesJson): number[] =>
  [...ports.matchAll(/(\d+)-(\d+)/g)].flatMap(([, begin, end]) =>
    Array.from({ length: Number(end) - Number(begin) + 1 }, (_, index) => Number(begin) + index),
  );

const recount = (tasks: readonly TaskJson[]): Record<string, number> =>
  Object.fromEntries(COUNTED_STATES.map((state) => [state, tasks.filter((task) => task.state === state).length]));

async function checkEverything({ mesos }: World): Promise<void> {
  const state = await mesos.get<MasterStateJson>('/state');
  const summary = await mesos.get<StateSummaryJson>('/state-summary');
  const metrics = await mesos.get<Record<string, number>>('/metrics/snapshot');
  const offers = state.frameworks.flatMap((framework) => framework.offers);
  const live = state.frameworks.flatMap((framework) => framework.tasks).filter((task) => !isTerminal(task.state));
  const known = state.frameworks.flatMap(({ tasks, unreachable_tasks, completed_tasks }) => [
    ...tasks,
    ...unreachable_tasks,
    ...completed_tasks,
  ]);
  for (const slave of summary.slaves) {
    const used = live.filter((task) => task.slave_id === slave.id).map((task) => task.resources);
    const offered = offers.filter((offer) => offer.slave_id === slave.id).map((offer) => offer.resources);
    for (const name of SCALARS) expect(sumOf([...used, ...offered], name)).toBeLessThanOrEqual(slave.resources[name]);
    // whatever was reserved or made a volume of, there is as much as before
    expect(scalarsOf([slave.resources])).toEqual([1, 512, 10_240, 0]);
    const ports = [...used, ...offered].flatMap(portsOf);
    expect(new Set(ports).size).toBe(ports.length);
    expect(scalarsOf([slave.used_resources])).toEqual(scalarsOf(used));
    expect(scalarsOf([slave.offered_resources])).toEqual(scalarsOf(offered));
    expect(slave).toMatchObject(recount(known.filter((task) => task.slave_id === slave.id)));
    const members = new Set(known.filter((task) => task.slave_id === slave.id).map((task) => task.framework_id));
    expect([...slave.framework_ids].sort()).toEqual([...members].sort());
  }
  for (const framework of summary.frameworks) {
    const own = live.filter((task) => task.framework_id === framework.id).map((task) => task.resources);
    expect(scalarsOf([framework.used_resources])).toEqual(scalarsOf(own));
    expect(framework).toMatchObject(recount(known.filter((task) => task.framework_id === framework.id)));
  }
  expect(metrics['master/outstanding_offers']).toBe(offers.length);
  expect(metrics['master/mem_total']).toBe(512 * summary.slaves.length);
  expect(metrics['master/cpus_used']).toBe(scalarsOf(live.map((task) => task.resources))[0]);
  expect(metrics['master/tasks_running']).toBe(live.filter((task) => task.state === 'TASK_RUNNING').length);
  for (const { tasks, unreachable_tasks } of state.frameworks) {
    const ids = [...tasks, ...unreachable_tasks].map((task) => task.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
}

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom(
      ...(Object.keys(ACTS) as Step['act'][]),
      'accept',
      'accept',
      'wait',
      'revive',
      'reserve',
      'reserve',
      'useReserved',
      'useReserved',
    ),
    at: fc.nat(5),
    size: fc.nat(90),
  }),
  { minLength: 5, maxLength: 45, size: 'max' },
);

test('no agent gives more than it has, and all counters agree with a recount', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (actions) => {
      const world: World = { mesos: testMesos(), agents: new Map(), frameworks: [], tasks: 0 };
      for (const at of [0, 1]) ACTS.framework(world, { act: 'framework', at, size: 0 });
      for (const at of [0, 1, 2]) await ACTS.agent(world, { act: 'agent', at, size: 0 });
      for (const step of actions) {
        await ACTS[step.act](world, step);
        await world.mesos.settle();
        await checkEverything(world);
      }
    }),
    { numRuns: 60 },
  );
});
