import type Dockerode from 'dockerode';
import { findProgram } from '../system/find-program.ts';
import type { RunningEngine } from '../engine/engine.ts';
import type { App, Marathon } from './deploy-app.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './run-program.ts';
import { alternate, time } from './samples.ts';

const ROUNDS = 12;
const AT_MOST = 1.3;
const IMAGE = 'redis';
const PORT = 6379;
const MEMORY_MB = 64;
const NAME = `bench-redis-${process.pid}`;
/** On a socket of its own instead of a port: another redis on this machine is then not in the way. */
const COMMAND = ['redis-server', '--port', '0', '--unixsocket', '/tmp/redis.sock'];

type Network = 'bridge' | 'host';

/** The same container three times: as an app, as `docker run` has it, and as the engine's API has it. */
const APPS: Record<Network, App> = {
  bridge: app({ network: 'BRIDGE', portMappings: [{ containerPort: PORT, hostPort: 0 }] }),
  host: app({ network: 'HOST' }),
};
const FLAGS: Record<Network, string[]> = { bridge: ['--publish', `127.0.0.1::${PORT}`], host: ['--network', 'host'] };
const HOST_CONFIG: Record<Network, Dockerode.HostConfig> = {
  bridge: { PortBindings: { [`${PORT}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: '' }] } },
  host: { NetworkMode: 'host' },
};

function app(docker: object): App {
  return { args: COMMAND, cpus: 0.1, mem: MEMORY_MB, container: { type: 'DOCKER', docker: { image: IMAGE, ...docker } } };
}

/** A Docker app from its POST to TASK_RUNNING beside `docker run -d`, in turn on the same engine. */
export async function measureContainers(marathon: Marathon, engine: RunningEngine): Promise<Figure[]> {
  const figures: Figure[] = [];
  const docker = await findProgram('docker');
  for (const network of ['bridge', 'host'] as const) {
    const rivals: Record<string, () => Promise<number>> = {
      'create + start by dockerode': () => byApi(engine.docker, network),
      ...(docker !== undefined && { 'docker run -d': () => byCli(docker, engine, network) }),
    };
    const { ours = [], ...theirs } = await alternate<string>(ROUNDS, { ours: () => marathon.timeToRunning(APPS[network]), ...rivals });
    const what = `POST of a Docker app (${IMAGE}, ${network}) to TASK_RUNNING`;
    for (const [name, samples] of Object.entries(theirs))
      figures.push({ what, samples: ours, comparedWith: { name, samples }, atMost: AT_MOST });
  }
  return figures;
}

async function byCli(program: string, engine: RunningEngine, network: Network): Promise<number> {
  const flags = ['--name', NAME, '--memory', `${MEMORY_MB}m`, ...FLAGS[network]];
  try {
    return await time(() => runProgram(program, ['--host', engine.socket, 'run', '--detach', ...flags, IMAGE, ...COMMAND]));
  } finally {
    await engine.docker.getContainer(NAME).remove({ force: true });
  }
}

async function byApi(docker: Dockerode, network: Network): Promise<number> {
  const container = docker.getContainer(NAME);
  try {
    return await time(async () => {
      await docker.createContainer({
        name: NAME,
        Image: IMAGE,
        Cmd: COMMAND,
        ExposedPorts: { [`${PORT}/tcp`]: {} },
        HostConfig: { Memory: MEMORY_MB * 1024 * 1024, ...HOST_CONFIG[network] },
      });
      await container.start();
    });
  } finally {
    await container.remove({ force: true });
  }
}
