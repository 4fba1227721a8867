import type { AppDefinition } from '../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { createLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
import type { Machine } from '../machines/machine.ts';
import type { Deployment } from './core.ts';
import { withApp, withoutApp } from './definitions/group-tree.ts';
import { createFakeMesos, type FakeAgent } from './fake-mesos.test-support.ts';
import type { Probe } from './health/probe.ts';
import { createMarathon, type Marathon } from './marathon.ts';

/** An app as the HTTP layer would hand it on, with its defaults. */
export function testApp(id: string, more: Partial<AppDefinition> = {}): AppDefinition {
  return {
    id,
    cmd: 'sleep 1000',
    instances: 1,
    cpus: 0.1,
    mem: 16,
    disk: 0,
    gpus: 0,
    executor: '',
    portDefinitions: [{ port: 0, protocol: 'tcp', name: 'default' }],
    requirePorts: false,
    backoffSeconds: 1,
    backoffFactor: 1.15,
    maxLaunchDelaySeconds: 300,
    upgradeStrategy: { minimumHealthCapacity: 1, maximumOverCapacity: 1 },
    labels: {},
    networks: [{ mode: 'host' }],
    version: '1970-01-01T00:00:00.000Z',
    killSelection: 'YOUNGEST_FIRST',
    unreachableStrategy: { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 },
    role: 'slave_public',
    ...more,
  };
}

const m1: Machine = {
  name: 'm1',
  ip: '192.168.65.90',
  cpus: 1,
  memory: 512,
  memoryReserved: 0,
  type: 'master',
  aliases: [],
  address: { name: 'm1', ip: '192.168.65.90', address: '127.0.0.1' },
};

/** The seed cluster's agents. */
export const SEED_AGENTS: FakeAgent[] = [
  { id: 'S0', hostname: 'a1', cpus: 1, mem: 512 },
  { id: 'S1', hostname: 'p1', cpus: 1, mem: 512, role: 'slave_public', attributes: { public_ip: 'true' } },
];

/** Marathon on a scripted Mesos, with time that stands still until told. */
export function testWorld(options: { agents?: FakeAgent[]; seed?: number; probe?: Probe } = {}) {
  const clock = manualClock();
  const store = memoryStore();
  const logged: string[] = [];
  const log = createLog(({ level, message }) => void (level === 'error' && logged.push(message)));
  const random = seededRandom(options.seed ?? 1);
  const kernel: Kernel = createKernel({ clock, store, random, log });
  const mesos = createFakeMesos(kernel, options.agents ?? SEED_AGENTS);
  const events: MarathonEvent[] = [];
  const start = (): Marathon => {
    const started = createMarathon(kernel, {
      machine: m1,
      findMaster: () => ({ connectScheduler: mesos.connectScheduler }),
      webuiUrl: 'http://m1/marathon',
      ...(options.probe && { probe: options.probe }),
    });
    started.core.onEvent((event) => events.push(event));
    return started;
  };
  const world = {
    clock,
    store,
    kernel,
    mesos,
    events,
    /** Errors that were logged: faults of handlers end here. */
    logged,
    marathon: start(),
    /** As after `kill -9`: a new Marathon on what was stored. */
    restart() {
      world.marathon.stop();
      world.marathon = start();
    },
    put: (app: AppDefinition, force = false): Deployment => world.marathon.core.update((root) => withApp(root, app), { force }),
    change: (id: string, more: Partial<AppDefinition>, force = false): Deployment => {
      const app = world.marathon.core.app(id);
      if (!app) throw new Error(`There is no app ${id}`);
      return world.put({ ...app, ...more }, force);
    },
    remove: (id: string, force = true): Deployment => world.marathon.core.update((root) => withoutApp(root, id), { force }),
    settle: () => clock.advance(0),
    running: (id: string) => world.marathon.core.instances(id).filter(({ condition }) => condition === 'Running'),
  };
  return world;
}

export type TestWorld = ReturnType<typeof testWorld>;
