import { demoJobs } from './demo-jobs.ts';
import type { AppBody, Scenario } from './scenario.ts';
import { seedMachines } from './seed-machines.ts';

const docker = (image: string): Pick<AppBody, 'container'> => ({ container: { type: 'DOCKER', docker: { image } } });

/** `vip`: the name and port under which the load balancer has it. */
const bridged = (image: string, containerPort: number, vip?: string): Pick<AppBody, 'container' | 'networks'> => ({
  container: {
    type: 'DOCKER',
    docker: { image },
    portMappings: [{ containerPort, hostPort: 0, name: 'http', ...(vip !== undefined && { labels: { VIP_0: vip } }) }],
  },
  networks: [{ mode: 'container/bridge' }],
});

const healthCheck = { protocol: 'COMMAND', command: { value: 'true' }, gracePeriodSeconds: 5, intervalSeconds: 5, delaySeconds: 1 };

export const demo: Scenario = {
  name: 'demo',
  title: 'Apps that run, fail and wait, and jobs',
  machines: seedMachines,
  seed: 3,
  jobs: demoJobs,
  past: {
    total: { cpus: 2, mem: 1024, disk: 20_480 },
    allocated: { cpus: 0.75, mem: 320, disk: 0 },
    used: { cpus: 0.07, mem: 0.4, disk: undefined },
    nodes: 2,
    tasks: 7,
    endedPerHour: { failed: 0, other: 30 },
  },
  apps: [
    { id: '/redis', cmd: 'redis-server', cpus: 0.1, mem: 32, instances: 1, ...docker('redis'), labels: { tier: 'data' } },
    {
      id: '/shop/web',
      cpus: 0.1,
      mem: 32,
      instances: 2,
      ...bridged('nginx', 80, '/shop/web:80'),
      labels: { tier: 'front', owner: 'shop' },
    },
    { id: '/shop/api', cmd: 'node api.js', cpus: 0.1, mem: 64, instances: 2, labels: { owner: 'shop', SIMULATE_LOG_EVERY: '1s' } },
    { id: '/shop/jobs/mailer', cmd: 'node mailer.js', cpus: 0.05, mem: 32, instances: 1, healthChecks: [healthCheck] },
    {
      id: '/oinker',
      cpus: 0.2,
      mem: 64,
      instances: 1,
      acceptedResourceRoles: ['slave_public'],
      ...bridged('mesosphere/oinker', 3000),
    },
    { id: '/crashing', cmd: 'echo started; sleep 5; exit 1', cpus: 0.05, mem: 16, instances: 1 },
    { id: '/typo-in-image', cpus: 0.05, mem: 16, instances: 1, ...docker('redis-not-found') },
    { id: '/too-big', cmd: 'sleep 1000', cpus: 4, mem: 16, instances: 1 },
    { id: '/suspended', cmd: 'sleep 1000', cpus: 0.1, mem: 32, instances: 0 },
  ],
};
