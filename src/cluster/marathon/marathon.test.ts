import { describe, expect, it } from 'vitest';
import { StoreError } from '../kernel/store.ts';
import { DeploymentNotFoundError } from './core.ts';
import { withSpec } from './definitions/group-tree.ts';
import { testApp, testWorld } from './test-world.test-support.ts';

describe('marathon', () => {
  it('runs a new app, scales it and takes it away again', async () => {
    const world = testWorld();
    await world.settle();
    expect(world.marathon.ready()).toBe(true);
    world.put(testApp('/redis'));
    await world.settle();
    expect(world.running('/redis')).toHaveLength(1);
    expect(world.marathon.core.deployments()).toEqual([]);
    world.change('/redis', { instances: 3 });
    await world.settle();
    expect(world.running('/redis')).toHaveLength(3);
    world.remove('/redis');
    await world.settle();
    expect(world.marathon.core.instances()).toEqual([]);
    expect(world.mesos.faults).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  it('does not look for offers while nothing waits', async () => {
    const world = testWorld();
    await world.settle();
    const asked = (): string[] => world.mesos.calls.map(({ type }) => type).filter((type) => type === 'REVIVE' || type === 'SUPPRESS');
    expect(asked()).toEqual([]);
    world.put(testApp('/a'));
    await world.settle();
    expect(asked()).toEqual(['REVIVE', 'SUPPRESS']);
    world.put(testApp('/never', { cpus: 64 }));
    await world.settle();
    expect(asked().at(-1)).toBe('REVIVE');
    world.remove('/never');
    await world.settle();
    expect(asked().at(-1)).toBe('SUPPRESS');
  });

  it('refuses a change that can not be stored, loses nothing, and goes on when there is room again', async () => {
    const world = testWorld();
    world.put(testApp('/a'));
    await world.settle();
    const { core } = world.marathon;
    const before = [core.root(), core.versions('/a'), core.deployments()];
    world.fillDisk(true);
    expect(() => world.change('/a', { instances: 2 })).toThrow(StoreError);
    expect([core.root(), core.versions('/a'), core.deployments()]).toEqual(before);
    expect(() => core.killTasks([core.instances()[0]?.taskId ?? ''], { wipe: false })).toThrow(StoreError);
    world.fillDisk(false);
    world.change('/a', { instances: 2 });
    await world.settle();
    expect(world.running('/a')).toHaveLength(2);
  });

  it('gives offers back when the disk is full in the middle of a deployment', async () => {
    const world = testWorld();
    world.mesos.life = () => [];
    world.put(testApp('/waits', { instances: 0 }));
    await world.settle();
    world.change('/waits', { instances: 1, cpus: 64 });
    await world.settle();
    world.fillDisk(true);
    await world.clock.advance(10_000);
    world.fillDisk(false);
    world.mesos.life = () => ['TASK_RUNNING'];
    world.change('/waits', { cpus: 0.1 }, true);
    await world.settle();
    expect(world.running('/waits')).toHaveLength(1);
    expect(world.mesos.faults).toEqual([]);
  });

  it('gives each change a version of its own, even within one millisecond', async () => {
    const world = testWorld();
    const versions = [1, 2, 3].map((instances) => world.put(testApp('/a', { instances }), true).version);
    await world.settle();
    expect(new Set(versions).size).toBe(3);
    expect(world.marathon.core.versions('/a')).toEqual(versions.toReversed());
  });

  it('plans without doing on a dry run', async () => {
    const world = testWorld();
    const steps = world.marathon.core.dryRun((root) => withSpec(root, testApp('/a')));
    await world.settle();
    expect(steps.map(({ actions }) => actions)).toEqual([
      [{ action: 'StartApplication', app: '/a' }],
      [{ action: 'ScaleApplication', app: '/a' }],
    ]);
    expect(world.marathon.core.app('/a')).toBeUndefined();
    expect(world.events.map(({ eventType }) => eventType)).toEqual(['scheduler_registered_event']);
  });

  it('leaves no task without an app behind when the removal is stopped by force', async () => {
    const world = testWorld();
    world.put(testApp('/a'));
    await world.settle();
    const { id } = world.remove('/a');
    world.marathon.core.cancelDeployment(id, true);
    await world.clock.advance(60_000);
    expect(world.marathon.core.instances()).toEqual([]);
  });

  it('does not know deployments that are over', () => {
    expect(() => testWorld().marathon.core.cancelDeployment('no-such', true)).toThrow(DeploymentNotFoundError);
  });
});
