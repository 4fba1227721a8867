import type { AppDefinition } from '../../api/marathon/definition.ts';
import type { RunSpec } from '../../api/marathon/run-spec.ts';
import type { MarathonEvent } from '../../api/marathon/events.ts';
import { createLife, m1 } from '../framework/life.test-support.ts';
import { manualClock } from '../kernel/clock.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { createLog } from '../kernel/log.ts';
import { seededRandom } from '../kernel/random.ts';
import { memoryStore } from '../kernel/store.ts';
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

/** The seed cluster's agents. */
export const SEED_AGENTS: FakeAgent[] = [
  { id: 'S0', hostname: 'a1', cpus: 1, mem: 512 },
  { id: 'S1', hostname: 'p1', cpus: 1, mem: 512, role: 'slave_public', attributes: { public_ip: 'true' } },
];

/** Marathon on a scripted Mesos, with time that stands still until told. */
export function testWorld(options: { agents?: FakeAgent[]; seed?: number; probe?: Probe; backups?: BackupStorage } = {}) {
  const clock = manualClock();
  const logged: string[] = [];
  const log = createLog(({ level, message }) => void (level === 'error' && !message.includes('Crash') && logged.push(message)));
  const kernel: Kernel = createKernel({ clock, store: memoryStore(), random: seededRandom(options.seed ?? 1), log });
  const mesos = createFakeMesos(kernel, options.agents ?? SEED_AGENTS);
  const events: MarathonEvent[] = [];
  const start = (): { life: ReturnType<typeof createLife>['life']; marathon: Marathon } => {
    const { life, mortal, connect } = createLife(kernel, mesos.connectScheduler);
    const marathon = createMarathon(mortal, {
      machine: m1,
      findMaster: () => ({ connectScheduler: connect }),
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
    put: (spec: RunSpec, force = false): Deployment => current.marathon.core.update((root) => withSpec(root, spec), { force }),
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
