import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ContainerSpec } from '../../../cluster/executor/containerizer.ts';

/** A small task for tests of containerizers, with a sandbox of its own below `runs`. */
export function containerSpec(runs: string, more: Partial<ContainerSpec> = {}): ContainerSpec {
  const containerId = randomUUID();
  return {
    containerId,
    taskId: `test.${containerId}`,
    taskName: 'test',
    frameworkId: 'framework-0000',
    frameworkName: 'marathon',
    agentId: 'agent-S0',
    machine: { name: 'a1', ip: '192.168.65.111', address: '127.0.0.1' },
    volumes: [],
    resources: { cpus: 0.1, mem: 32, disk: 0, gpus: 0 },
    ports: [],
    environment: {},
    sandbox: join(runs, containerId),
    labels: {},
    ...more,
  };
}
