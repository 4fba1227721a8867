import type { Fetch } from '../api/http/fetch.ts';
import type { TaskJson } from '../api/mesos/state.ts';
import { machines, readyCluster, type TestCluster } from './cluster.test-support.ts';
import type { Containerizer, ContainerOutcome, ContainerUpdate } from './executor/containerizer.ts';
import { createMemoryFiles } from './executor/memory-files.ts';
import { createSimulatedContainerizer } from './executor/simulated.ts';
import { followMarathon, type FollowedMarathon } from './followed-marathon.test-support.ts';
import { manualClock, type Clock } from './kernel/clock.ts';
import { createKernel } from './kernel/kernel.ts';
import { silentLog } from './kernel/log.ts';
import { seededRandom } from './kernel/random.ts';
import { memoryStore } from './kernel/store.ts';

export interface MarathonTask {
  id: string;
  appId: string;
  slaveId: string;
  state: TaskJson['state'];
}

type Failure = Exclude<ContainerOutcome['state'], 'TASK_KILLED'>;

/** A cluster whose time and faults are in the hands of a test. It is asked over HTTP alone. */
export interface FaultyCluster {
  readonly mesos: Fetch;
  readonly marathon: Fetch;
  /** A request to Marathon, refused or not. Throws when it is answered with a 5xx. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  get<T>(fetch: Fetch, path: string): Promise<T>;
  deployments(): Promise<{ id: string }[]>;
  marathonTasks(): Promise<MarathonTask[]>;
  /** What a listener to Marathon's events knows, who has read the list of tasks once after the last start. */
  followed(): Promise<FollowedMarathon>;
  /** One of the tasks that run ends by itself. */
  failTask(nth: number, state: Failure): void;
  /** `kill -9` of the cluster and a new start on what it has stored; the tasks go on. Resolves when it is ready. */
  crash(): Promise<void>;
  /** Lets time pass, and everything that is due happen and be told. */
  wait(ms: number): Promise<void>;
}

/** Simulated containers, of which any can be made to end by itself. */
function failingContainerizer(clock: Clock, seed: number) {
  const files = createMemoryFiles(clock);
  const kernel = createKernel({ clock, random: seededRandom(seed), store: memoryStore(), log: silentLog });
  const simulated = createSimulatedContainerizer(kernel, files, { reason: 'This is a test.' });
  const running = new Set<string>();
  const failures = new Map<string, Failure>();
  const watch =
    (containerId: string, report: (update: ContainerUpdate) => void) =>
    (update: ContainerUpdate): void => {
      const failure = failures.get(containerId);
      if (update.type === 'running') running.add(containerId);
      if (update.type === 'ended') running.delete(containerId);
      report(update.type === 'ended' && failure ? { type: 'ended', outcome: { state: failure, message: 'It ended by itself.' } } : update);
    };
  const containerizer: Containerizer = {
    ...simulated,
    launch: (spec, report) => simulated.launch(spec, watch(spec.containerId, report)),
    recover: (spec, checkpoint, report) => simulated.recover(spec, checkpoint, watch(spec.containerId, report)),
  };
  const fail = (nth: number, state: Failure): void => {
    const containerId = [...running][nth % Math.max(1, running.size)];
    if (containerId === undefined) return;
    failures.set(containerId, state);
    simulated.kill(containerId, 0);
  };
  return { containerizer, files, fail };
}

/** Everything that streams in memory have to tell has been read when this resolves. */
const streamsAreRead = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

interface Life {
  world: TestCluster;
  fail: (nth: number, state: Failure) => void;
}

async function begin(seed: number, before?: Life): Promise<Life> {
  // What is left behind has a clock that stands still: nothing of it happens any more.
  const clock = manualClock(before?.world.clock.now());
  const { containerizer, files, fail } = failingContainerizer(clock, seed);
  const { m1, a1, a2, p1 } = machines;
  const world = await readyCluster({
    clock,
    seed,
    files,
    machines: [m1, a1, a2, p1],
    containerizers: { docker: containerizer, process: containerizer },
    ...(before && { store: memoryStore(before.world.store.snapshot()) }),
  });
  return { world, fail };
}

export async function startFaultyCluster(seed: number): Promise<FaultyCluster> {
  let lives = 0;
  let life = await begin(seed);
  const faulty: FaultyCluster = {
    get mesos() {
      return life.world.cluster.upstreams.mesos;
    },
    get marathon() {
      return life.world.cluster.upstreams.marathon;
    },
    async ask(method, path, body) {
      const response = await life.world.send(faulty.marathon, method, path, body);
      if (response.status >= 500) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return response;
    },
    get: (fetch, path) => life.world.get(fetch, path),
    deployments: () => faulty.get(faulty.marathon, '/v2/deployments'),
    marathonTasks: async () => (await faulty.get<{ tasks: MarathonTask[] }>(faulty.marathon, '/v2/tasks')).tasks,
    followed: () => followed,
    failTask: (nth, state) => life.fail(nth, state),
    async crash() {
      life = await begin(seed + ++lives, life);
      followed = follow();
    },
    async wait(ms) {
      await life.world.clock.advance(ms);
      await streamsAreRead();
    },
  };
  const follow = (): Promise<FollowedMarathon> => followMarathon(faulty);
  let followed = follow();
  await followed;
  return faulty;
}
