import { describe, expect, it } from 'vitest';
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
});
