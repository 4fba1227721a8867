import type { CatalogPackage } from './package.ts';

/** The catalog: small things to begin with, each made to show something. */
export const PACKAGES = [
  {
    name: 'redis',
    kind: 'app',
    image: 'redis',
    builtHere: true,
    definition: {
      id: 'redis',
      cmd: 'redis-server',
      cpus: 0.1,
      mem: 64,
      disk: 0,
      instances: 1,
      container: {
        type: 'DOCKER',
        docker: { image: 'redis' },
        portMappings: [{ containerPort: 6379, hostPort: 0, protocol: 'tcp', name: 'redis' }],
      },
      networks: [{ mode: 'container/bridge' }],
      healthChecks: [{ protocol: 'TCP', portIndex: 0, gracePeriodSeconds: 30, intervalSeconds: 10, timeoutSeconds: 5 }],
    },
  },
  {
    name: 'nginx',
    kind: 'app',
    image: 'nginx:alpine',
    definition: {
      id: 'nginx',
      cpus: 0.1,
      mem: 32,
      disk: 0,
      instances: 2,
      container: {
        type: 'DOCKER',
        docker: { image: 'nginx:alpine' },
        portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp', name: 'http', labels: { VIP_0: '/nginx:80' } }],
      },
      networks: [{ mode: 'container/bridge' }],
      healthChecks: [{ protocol: 'MESOS_HTTP', path: '/', portIndex: 0, gracePeriodSeconds: 30, intervalSeconds: 10, timeoutSeconds: 5 }],
    },
  },
  {
    name: 'sleeper',
    kind: 'app',
    definition: { id: 'sleeper', cmd: 'while true; do date; sleep 5; done', cpus: 0.05, mem: 16, disk: 0, instances: 1 },
  },
  {
    name: 'crash-looper',
    kind: 'app',
    definition: {
      id: 'crash-looper',
      cmd: 'echo starting; sleep 5; echo giving up >&2; exit 1',
      cpus: 0.05,
      mem: 16,
      disk: 0,
      instances: 1,
      backoffSeconds: 2,
      backoffFactor: 1.5,
      maxLaunchDelaySeconds: 60,
    },
  },
  {
    name: 'cron-demo',
    kind: 'job',
    definition: {
      name: 'cron-demo',
      command: 'echo "It is $(date)"',
      schedule: 'R//PT1M',
      scheduleTimeZone: 'UTC',
      cpus: 0.05,
      mem: 16,
      disk: 0,
    },
  },
] as const satisfies readonly CatalogPackage[];

export type PackageName = (typeof PACKAGES)[number]['name'];

/** By the name in an address; undefined for none of the catalog's. */
export const packageNamed = (name: string | null): CatalogPackage | undefined => PACKAGES.find((each) => each.name === name);
