import type { AppDefinition } from '../../api/marathon/definition.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import type { ConnectScheduler } from '../../api/mesos/scheduler.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { createLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore, StoreError } from '../kernel/store.ts';
import type { Machine } from '../machines/machine.ts';
import type { BackupStorage } from './backup/backup-storage.ts';
import type { Deployment } from './core.ts';
import { withSpec, withoutSpec } from './definitions/group-tree.ts';
import { createFakeMesos, type FakeAgent } from './fake-mesos.test-support.ts';
import type { Probe } from '../kernel/probe.ts';
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

/** What a crash throws in the middle of Marathon's work; nothing of that life does anything afterwards. */
export class Crash extends Error {
  override name = 'Crash';
}

/** One life of a process: its parts of the kernel go dead with it. `diesAfterWrites` makes it die just after that many writes. */
function createLife(kernel: Kernel) {
  const life = { alive: true, diesAfterWrites: Infinity, diskFull: false };
  const whileAlive = (run: () => void) => (): void => {
    if (life.alive) run();
  };
  const mortal: Kernel = {
    ...kernel,
    clock: { now: () => kernel.clock.now(), after: (ms, run) => kernel.clock.after(ms, whileAlive(run)) },
    mailbox: { post: (deliver) => kernel.mailbox.post(whileAlive(deliver)) },
    store: {
      ...kernel.store,
      write(batch) {
        if (!life.alive) throw new Crash();
        if (life.diskFull) throw new StoreError('The disk is full: free some space.');
        kernel.store.write(batch);
        life.diesAfterWrites--;
        if (life.diesAfterWrites > 0) return;
        life.alive = false;
        throw new Crash();
      },
    },
  };
  return { life, mortal, whileAlive };
}

/** Marathon on a scripted Mesos, with time that stands still until told. */
export function testWorld(options: { agents?: FakeAgent[]; seed?: number; probe?: Probe; backups?: BackupStorage } = {}) {
  const clock = manualClock();
  const logged: string[] = [];
  const log = createLog(({ level, message }) => void (level === 'error' && !message.includes('Crash') && logged.push(message)));
  const kernel: Kernel = createKernel({ clock, store: memoryStore(), random: seededRandom(options.seed ?? 1), log });
  const mesos = createFakeMesos(kernel, options.agents ?? SEED_AGENTS);
  const events: MarathonEvent[] = [];
  const start = (): { life: ReturnType<typeof createLife>['life']; marathon: Marathon } => {
    const { life, mortal, whileAlive } = createLife(kernel);
    const connectScheduler: ConnectScheduler = (onEvent, onClosed) => {
      const line = mesos.connectScheduler((event) => whileAlive(() => onEvent(event))(), whileAlive(onClosed));
      return { call: (call) => whileAlive(() => line.call(call))(), close: () => line.close() };
    };
    const marathon = createMarathon(mortal, {
      machine: m1,
      findMaster: () => ({ connectScheduler }),
      webuiUrl: 'http://m1/marathon',
      ...(options.probe && { probe: options.probe }),
      ...(options.backups && { backups: options.backups }),
    });
    marathon.core.onEvent((event) => events.push(event));
    return { life, marathon };
  };
  let current = start();
  const world = {
    clock,
    kernel,
    mesos,
    events,
    /** Errors that were logged: faults of handlers end here. */
    logged,
    get marathon(): Marathon {
      return current.marathon;
    },
    get alive(): boolean {
      return current.life.alive;
    },
    /** `kill -9` just after Marathon has stored something so many times more. */
    dieAfterWrites: (count: number): void => void (current.life.diesAfterWrites = count),
    fillDisk: (full: boolean): void => void (current.life.diskFull = full),
    /** `kill -9` now, and a new Marathon on what was stored. */
    restart() {
      current.life.alive = false;
      current = start();
    },
    put: (app: AppDefinition, force = false): Deployment => current.marathon.core.update((root) => withSpec(root, app), { force }),
    change: (id: string, more: Partial<AppDefinition>, force = false): Deployment => {
      const app = current.marathon.core.app(id);
      if (!app) throw new Error(`There is no app ${id}`);
      return world.put({ ...app, ...more }, force);
    },
    remove: (id: string, force = true): Deployment => current.marathon.core.update((root) => withoutSpec(root, id), { force }),
    settle: () => clock.advance(0),
    running: (id: string) => current.marathon.core.instances(id).filter(({ condition }) => condition === 'Running'),
  };
  return world;
}

export type TestWorld = ReturnType<typeof testWorld>;
