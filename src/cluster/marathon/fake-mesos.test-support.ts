import { addPools, containsPool, poolOf, resourcesOf, subtractPools, usableBy, type Pool } from '../../api/mesos/quantities.ts';
import type { ConnectScheduler, Offer, Operation, SchedulerCall, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import { isTerminal, type TaskInfo, type TaskState } from '../../api/mesos/task.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Mailbox } from '../kernel/mailbox.ts';
import { conversionOf } from '../mesos-master/conversion.ts';

type Accept = Extract<SchedulerCall, { type: 'ACCEPT' }>['accept'];

export interface FakeAgent {
  id: string;
  hostname: string;
  /** Role of all its resources; `*` by default. */
  role?: string;
  cpus: number;
  mem: number;
  attributes?: Record<string, string>;
}

export interface FakeTask {
  info: TaskInfo;
  agentId: string;
  state: TaskState;
}

/**
 * A stand-in for the master and its agents: offers what is free, holds offers back as declined, and runs tasks by a script
 * (`life`: what a task does when it is launched). It refuses what the real one refuses: unknown offers, and more than is offered.
 */
export interface FakeMesos {
  connectScheduler: ConnectScheduler;
  calls: SchedulerCall[];
  /** By task id; ended ones included. */
  tasks: Map<string, FakeTask>;
  /** How many status updates wait to be acknowledged. */
  unacknowledged: () => number;
  /** The framework's roles. */
  roles: string[];
  /** What was done that the real master would have refused. Has to stay empty. */
  faults: string[];
  /** What each task does after its launch. Default: starts and runs. */
  life: (task: TaskInfo) => TaskState[];
  /** Whether the agents are back after a restart of everything; as long as not, the master does not answer for their tasks. */
  agentsAreBack: boolean;
  /** Whether unacknowledged updates are told again right after a subscription; real agents take a while. */
  tellsAgainAtOnce: boolean;
  /** Whether accepted offers never reach the master: as when Marathon dies between storing a launch and sending it. */
  losesLaunches: boolean;
  /** All that an agent has, whether it is free, offered or used. */
  resourcesOf: (agentId: string) => Pool;
  send(taskId: string, state: TaskState, more?: { message?: string; healthy?: boolean }): void;
  /** Forgets its line to the framework, as when a master dies. */
  drop(): void;
}

const PORTS = { begin: 31_000, end: 31_999 };

export function createFakeMesos({ clock, mailbox }: { clock: Clock; mailbox: Mailbox }, agents: readonly FakeAgent[]): FakeMesos {
  const free = new Map(agents.map((agent) => [agent.id, poolOfAgent(agent)]));
  const offered = new Map<string, { agentId: string; pool: Pool; role: string }>();
  /** By agent and role. */
  const filtered = new Map<string, number>();
  /** What the executors of pods hold for themselves, by their ids. */
  const executors = new Map<string, { agentId: string; pool: Pool }>();
  /** Updates that were not acknowledged, by uuid: they are sent again to whoever subscribes. */
  const pending = new Map<string, SchedulerEvent>();
  /** What the framework is told of tasks that nobody knows. */
  let unknown: 'TASK_UNKNOWN' | 'TASK_LOST' = 'TASK_UNKNOWN';
  let offers = 0;
  let uuids = 0;
  /** Roles that want offers. They get them in turn. */
  let wanted: string[] = [];
  let turn = 0;
  let deliver: ((event: SchedulerEvent) => void) | undefined;
  let closed: (() => void) | undefined;

  const tell = (event: SchedulerEvent): void => {
    const to = deliver;
    mailbox.post(() => to?.(event));
  };
  const offer = (): void => {
    if (wanted.length === 0 || !deliver) return;
    turn++;
    const made: Offer[] = agents.flatMap((agent) => {
      const all = free.get(agent.id) ?? {};
      if (isEmpty(all)) return [];
      const roles = wanted.filter((each) => (filtered.get(`${agent.id} ${each}`) ?? 0) <= clock.now() && !isEmpty(usableBy(all, each)));
      const role = roles[turn % roles.length];
      if (role === undefined) return [];
      const pool = usableBy(all, role);
      free.set(agent.id, subtractPools(all, pool));
      const id = `O${offers++}`;
      offered.set(id, { agentId: agent.id, pool, role });
      return [offerOf(id, agent, pool, role)];
    });
    if (made.length > 0) tell({ type: 'OFFERS', offers: { offers: made } });
  };
  const giveBack = (agentId: string, pool: Pool): void => void free.set(agentId, addPools(free.get(agentId) ?? {}, pool));
  const rescind = (): void => {
    for (const { agentId, pool } of offered.values()) giveBack(agentId, pool);
    offered.clear();
  };
  const fake: FakeMesos = {
    calls: [],
    roles: [],
    tasks: new Map(),
    faults: [],
    unacknowledged: () => pending.size,
    resourcesOf(agentId) {
      const onOffer = [...offered.values()].filter((offer) => offer.agentId === agentId).map(({ pool }) => pool);
      const used = [...fake.tasks.values()].filter((task) => task.agentId === agentId && !isTerminal(task.state));
      const held = [...executors.values()].filter((executor) => executor.agentId === agentId).map(({ pool }) => pool);
      return [...onOffer, ...held, ...used.map(({ info }) => poolOf(info.resources))].reduce(addPools, free.get(agentId) ?? {});
    },
    life: () => ['TASK_STARTING', 'TASK_RUNNING'],
    agentsAreBack: true,
    tellsAgainAtOnce: true,
    losesLaunches: false,
    send(taskId, state, more = {}) {
      const task = fake.tasks.get(taskId);
      if (!task || isTerminal(task.state)) return;
      task.state = state;
      if (isTerminal(state)) giveBack(task.agentId, poolOf(task.info.resources));
      const uuid = `uuid-${uuids++}`;
      const update = statusEvent(task, state, clock.now(), uuid, more);
      pending.set(uuid, update);
      tell(update);
      if (!isTerminal(state)) return;
      endGroup(task);
      offer();
    },
    drop() {
      deliver = undefined;
      const tellClosed = closed;
      rescind();
      mailbox.post(() => tellClosed?.());
    },
    connectScheduler(onEvent, onClosed) {
      rescind();
      [deliver, closed, wanted] = [onEvent, onClosed, []];
      return { call: (call) => deliver === onEvent && handle(call), close: () => (deliver = undefined) };
    },
  };
  /** Shared fate within a pod: what does not end well takes the others with it, and the last one the executor. */
  const endGroup = ({ info, state }: FakeTask): void => {
    const id = info.executor?.executor_id.value;
    if (id === undefined) return;
    const others = [...fake.tasks.values()].filter((task) => task.info.executor?.executor_id.value === id && !isTerminal(task.state));
    if (state !== 'TASK_FINISHED') for (const { info: other } of others) fake.send(other.task_id.value, 'TASK_KILLED');
    const executor = executors.get(id);
    if (others.length > 0 || !executor) return;
    executors.delete(id);
    giveBack(executor.agentId, executor.pool);
  };
  const accept = ({ offer_ids: [first], operations: asked, filters }: Accept): void => {
    const operations = fake.losesLaunches ? [] : asked;
    const taken = offered.get(first?.value ?? '');
    if (!taken) return void fake.faults.push(`ACCEPT of an unknown offer ${first?.value}`);
    offered.delete(first?.value ?? '');
    const infos = operations.flatMap(tasksOf);
    let pool = operations.reduce((left, operation) => converted(left, operation, fake.faults), taken.pool);
    for (const operation of operations) {
      if (!('id' in operation) || !operation.id) continue;
      const status = { operation_id: operation.id, state: 'OPERATION_FINISHED' as const, agent_id: { value: taken.agentId } };
      tell({ type: 'UPDATE_OPERATION_STATUS', update_operation_status: { status } });
    }
    for (const info of infos) {
      const executorId = info.executor?.executor_id.value ?? '';
      const own = info.executor && !executors.has(executorId) ? poolOf(info.executor.resources) : undefined;
      const wanted = addPools(poolOf(info.resources), own ?? {});
      if (own) executors.set(executorId, { agentId: taken.agentId, pool: own });
      if (!containsPool(pool, wanted)) fake.faults.push(`${info.task_id.value} takes more than is offered`);
      if (fake.tasks.has(info.task_id.value)) fake.faults.push(`${info.task_id.value} was started twice`);
      pool = subtractPools(pool, wanted);
      fake.tasks.set(info.task_id.value, { info, agentId: taken.agentId, state: 'TASK_STAGING' });
    }
    giveBack(taken.agentId, pool);
    filtered.set(`${taken.agentId} ${taken.role}`, clock.now() + (filters?.refuse_seconds ?? 5) * 1000);
    for (const info of infos) for (const state of fake.life(info)) fake.send(info.task_id.value, state);
    offer();
  };
  const decline = (offerIds: string[], refuse: number): void => {
    for (const id of offerIds) {
      const taken = offered.get(id);
      if (!taken) {
        fake.faults.push(`DECLINE of an unknown offer ${id}`);
        continue;
      }
      offered.delete(id);
      giveBack(taken.agentId, taken.pool);
      filtered.set(`${taken.agentId} ${taken.role}`, clock.now() + refuse * 1000);
    }
    clock.after(refuse * 1000, offer);
  };
  const kill = (taskId: string): void => {
    if (!fake.tasks.has(taskId)) return tell({ type: 'UPDATE', update: { status: unknownStatus(taskId, clock.now(), unknown) } });
    fake.send(taskId, 'TASK_KILLING');
    fake.send(taskId, 'TASK_KILLED');
  };
  const reconcile = (ids: string[]): void => {
    if (!fake.agentsAreBack) return;
    const live = [...fake.tasks.values()].filter(({ state }) => !isTerminal(state)).map(({ info }) => info.task_id.value);
    for (const id of ids.length > 0 ? ids : live) {
      const task = fake.tasks.get(id);
      if (task) tell(statusEvent(task, task.state, clock.now(), undefined, { reason: 'REASON_RECONCILIATION' }));
      else tell({ type: 'UPDATE', update: { status: unknownStatus(id, clock.now(), unknown) } });
    }
  };
  const handle = (call: SchedulerCall): void => {
    fake.calls.push(call);
    if (call.type === 'SUBSCRIBE') {
      const place = { hostname: '192.168.65.90', port: 5050 };
      const address = { ...place, ip: place.hostname };
      const master_info = { id: 'm', ...place, ip: 0, pid: 'master@192.168.65.90:5050', version: '1.11.0', address, capabilities: [] };
      fake.roles = call.subscribe.framework_info.roles;
      const partitionAware = call.subscribe.framework_info.capabilities?.some(({ type }) => type === 'PARTITION_AWARE');
      unknown = partitionAware === true ? 'TASK_UNKNOWN' : 'TASK_LOST';
      const framework_id = call.subscribe.framework_info.id ?? { value: 'F-0000' };
      tell({ type: 'SUBSCRIBED', subscribed: { framework_id, heartbeat_interval_seconds: 15, master_info } });
      if (fake.tellsAgainAtOnce) for (const update of pending.values()) tell(update);
    } else if (call.type === 'ACKNOWLEDGE') {
      pending.delete(call.acknowledge.uuid);
    } else if (call.type === 'REVIVE') {
      const { roles = fake.roles } = call.revive ?? {};
      wanted = [...new Set([...wanted, ...roles])];
      for (const { id } of agents) for (const role of roles) filtered.delete(`${id} ${role}`);
      offer();
    } else if (call.type === 'SUPPRESS') {
      const { roles = fake.roles } = call.suppress ?? {};
      wanted = wanted.filter((role) => !roles.includes(role));
    } else if (call.type === 'UPDATE_FRAMEWORK') {
      const { framework_info, suppressed_roles = [] } = call.update_framework;
      fake.roles = framework_info.roles;
      wanted = fake.roles.filter((role) => !suppressed_roles.includes(role));
    } else if (call.type === 'ACCEPT') accept(call.accept);
    else if (call.type === 'DECLINE')
      decline(
        call.decline.offer_ids.map(({ value }) => value),
        call.decline.filters?.refuse_seconds ?? 5,
      );
    else if (call.type === 'KILL') kill(call.kill.task_id.value);
    else if (call.type === 'RECONCILE') reconcile(call.reconcile.tasks.map(({ task_id }) => task_id.value));
  };
  return fake;
}

const poolOfAgent = ({ role = '*', cpus, mem }: FakeAgent): Pool => ({ [role]: { cpus, mem, disk: 10_240, gpus: 0, ports: [PORTS] } });

const isEmpty = (pool: Pool): boolean => Object.keys(pool).length === 0;

function tasksOf(operation: Operation): TaskInfo[] {
  if (operation.type === 'LAUNCH_GROUP') {
    const { executor, task_group } = operation.launch_group;
    return task_group.tasks.map((task) => ({ ...task, executor }));
  }
  return operation.type === 'LAUNCH' ? operation.launch.task_infos : [];
}

/** What is left after an operation that makes or frees reservations and volumes. */
function converted(left: Pool, operation: Operation, faults: string[]): Pool {
  if (operation.type === 'LAUNCH' || operation.type === 'LAUNCH_GROUP') return left;
  const { consumed, converted } = conversionOf(operation);
  if (containsPool(left, consumed)) return addPools(subtractPools(left, consumed), converted);
  faults.push(`${operation.type} takes more than is offered`);
  return left;
}

const offerOf = (id: string, { id: agentId, hostname, attributes = {} }: FakeAgent, pool: Pool, role: string): Offer => ({
  id: { value: id },
  framework_id: { value: 'F-0000' },
  agent_id: { value: agentId },
  hostname,
  resources: resourcesOf(pool, role),
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, type: 'TEXT', text: { value } })),
  allocation_info: { role },
});

const statusEvent = (
  { info, agentId }: FakeTask,
  state: TaskState,
  now: number,
  uuid?: string,
  more: { message?: string; healthy?: boolean; reason?: 'REASON_RECONCILIATION' } = {},
): SchedulerEvent => ({
  type: 'UPDATE',
  update: {
    status: {
      task_id: info.task_id,
      agent_id: { value: agentId },
      state,
      timestamp: now / 1000,
      source: 'SOURCE_EXECUTOR',
      ...(uuid !== undefined && { uuid }),
      ...more,
    },
  },
});

const unknownStatus = (id: string, now: number, state: 'TASK_UNKNOWN' | 'TASK_LOST') => ({
  task_id: { value: id },
  state,
  timestamp: now / 1000,
  source: 'SOURCE_MASTER' as const,
  reason: 'REASON_RECONCILIATION' as const,
  message: 'Reconciliation: Task is unknown',
});
