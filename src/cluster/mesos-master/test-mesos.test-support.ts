import type { Fetch } from '../../api/http/fetch.ts';
import { noQuantities, resourcesOf, type Quantities } from '../../api/mesos/quantities.ts';
import type { FrameworkInfo, Offer, SchedulerCall, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import { isTerminal, type TaskInfo, type TaskState, type TaskStatus } from '../../api/mesos/task.ts';
import { createMemoryFiles } from '../executor/memory-files.ts';
import type { SandboxFiles } from '../executor/sandbox-files.ts';
import { scriptedContainers, type ScriptedContainers } from '../executor/scripted-containers.test-support.ts';
import { manualClock, type ManualClock } from '../kernel/clock.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { silentLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore, type Store } from '../kernel/store.ts';
import type { Machine } from '../machines/machine.ts';
import { createMesosAgent, type AgentOptions, type MesosAgent } from '../mesos-agent/agent.ts';
import { createMesosMaster, type MesosMaster } from './master.ts';

/** A master and agents in one process, whose containers and time are the test's. */
export interface TestMesos {
  kernel: Kernel;
  clock: ManualClock;
  containers: ScriptedContainers;
  files: SandboxFiles;
  master: MesosMaster;
  agent(name: string, options?: Partial<AgentOptions>): MesosAgent;
  /** A scheduler that is subscribed, and remembers what it is told. */
  framework(info?: Partial<FrameworkInfo>): Promise<TestFramework>;
  settle(): Promise<void>;
  get<T>(path: string, from?: Fetch): Promise<T>;
}

/** Parts of an earlier life: a new one on them is what comes after `kill -9`. */
export interface TestMesosParts {
  clock?: ManualClock;
  store?: Store;
  containers?: ScriptedContainers;
  seed?: number;
}

export const testMachine = (name: string, last: number): Machine => ({
  name,
  ip: `192.168.65.${last}`,
  cpus: 1,
  memory: 1024,
  memoryReserved: 512,
  type: 'agent-private',
  aliases: [],
  address: { name, ip: `192.168.65.${last}`, address: `127.0.65.${last}` },
});

const AGENTS: Record<string, number> = { a1: 111, a2: 121, p1: 60 };

export function testMesos(parts: TestMesosParts = {}): TestMesos {
  const clock = parts.clock ?? manualClock();
  const containers = parts.containers ?? scriptedContainers(clock);
  const store = parts.store ?? memoryStore();
  const kernel = createKernel({ clock, random: seededRandom(parts.seed ?? 1), store, log: silentLog });
  const files = createMemoryFiles(clock);
  const master = createMesosMaster(kernel, { machine: testMachine('m1', 90), clusterName: 'test' });
  const settle = (): Promise<void> => clock.advance(0);
  return {
    kernel,
    clock,
    containers,
    files,
    master,
    settle,
    agent: (name, options) =>
      createMesosAgent(kernel, {
        machine: testMachine(name, AGENTS[name] ?? 200),
        resources: { cpus: 1, mem: 512, disk: 10_240, gpus: 0, ports: [{ begin: 31_000, end: 32_000 }] },
        attributes: [],
        defaultRole: '*',
        workDir: `/var/lib/mesos/${name}`,
        findMaster: () => master,
        containerizers: { docker: containers.containerizer, process: containers.containerizer },
        files,
        ...options,
      }),
    async framework(info) {
      const framework = connectFramework(master, info);
      await settle();
      return framework;
    },
    async get<T>(path: string, from: Fetch = master.fetch) {
      const response = await from(new Request(`http://mesos${path}`));
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}

export interface TestFramework {
  id(): string;
  readonly events: SchedulerEvent[];
  /** Offers that it holds. */
  readonly offers: Map<string, Offer>;
  /** Every update, in order. It acknowledges by itself unless `acknowledges` is false. */
  readonly updates: TaskStatus[];
  acknowledges: boolean;
  closed: boolean;
  call(call: SchedulerCall): void;
  /** Accepts the offer for these tasks; without one, the first that it holds. */
  accept(tasks: TaskInfo[], offer?: Offer, refuseSeconds?: number): void;
  decline(refuseSeconds?: number): void;
  close(): void;
  statesOf(taskId: string): TaskState[];
}

export function connectFramework(master: MesosMaster, info: Partial<FrameworkInfo> = {}): TestFramework {
  const capabilities = ['MULTI_ROLE', 'PARTITION_AWARE', 'TASK_KILLING_STATE'].map((type) => ({ type }));
  const full: FrameworkInfo = {
    name: 'marathon',
    user: 'root',
    roles: ['slave_public'],
    failover_timeout: 604_800,
    checkpoint: true,
    capabilities,
    ...info,
  };
  const offers = new Map<string, Offer>();
  const updates: TaskStatus[] = [];
  const events: SchedulerEvent[] = [];
  let id = info.id?.value ?? '';
  const receive = (event: SchedulerEvent): void => {
    events.push(event);
    if (event.type === 'SUBSCRIBED') id = event.subscribed.framework_id.value;
    if (event.type === 'OFFERS') for (const offer of event.offers.offers) offers.set(offer.id.value, offer);
    if (event.type === 'RESCIND') offers.delete(event.rescind.offer_id.value);
    if (event.type !== 'UPDATE') return;
    const { status } = event.update;
    updates.push(status);
    if (!framework.acknowledges || status.uuid === undefined || !status.agent_id) return;
    connection.call({ type: 'ACKNOWLEDGE', acknowledge: { agent_id: status.agent_id, task_id: status.task_id, uuid: status.uuid } });
  };
  const connection = master.connectScheduler(receive, () => {
    framework.closed = true;
  });
  const framework: TestFramework = {
    id: () => id,
    events,
    offers,
    updates,
    acknowledges: true,
    closed: false,
    call: (call) => connection.call(call),
    close: () => connection.close(),
    accept(tasks, offer, refuseSeconds = 0) {
      const chosen = offer ?? [...offers.values()][0];
      if (!chosen) throw new Error('There is no offer to accept.');
      offers.delete(chosen.id.value);
      const placed = tasks.map((task) => (task.agent_id.value === '' ? { ...task, agent_id: chosen.agent_id } : task));
      connection.call({
        type: 'ACCEPT',
        accept: {
          offer_ids: [chosen.id],
          operations: [{ type: 'LAUNCH', launch: { task_infos: placed } }],
          filters: { refuse_seconds: refuseSeconds },
        },
      });
    },
    decline(refuseSeconds) {
      const ids = [...offers.values()].map((offer) => offer.id);
      offers.clear();
      connection.call({
        type: 'DECLINE',
        decline: { offer_ids: ids, ...(refuseSeconds !== undefined && { filters: { refuse_seconds: refuseSeconds } }) },
      });
    },
    statesOf: (taskId) => updates.filter((status) => status.task_id.value === taskId).map((status) => status.state),
  };
  connection.call({ type: 'SUBSCRIBE', subscribe: { framework_info: full } });
  return framework;
}

/** A small command task. Its agent is filled in by `accept`. */
export function testTask(id: string, more: Partial<Quantities> & { role?: string; task?: Partial<TaskInfo> } = {}): TaskInfo {
  const { role = '*', task, ...amounts } = more;
  return {
    name: id,
    task_id: { value: id },
    agent_id: { value: '' },
    resources: resourcesOf({ [role]: { ...noQuantities(), cpus: 0.1, mem: 32, ...amounts } }),
    command: { shell: true, value: 'sleep 1000' },
    ...task,
  };
}

export const endOf = (framework: TestFramework, taskId: string): TaskStatus | undefined =>
  framework.updates.find((status) => status.task_id.value === taskId && isTerminal(status.state));
