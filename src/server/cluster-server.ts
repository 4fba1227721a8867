import path from 'node:path';
import { createAdminRouter } from '../adminrouter/admin-router.ts';
import type { Fetch } from '../api/http/fetch.ts';
import { createCluster, type Cluster } from '../cluster/cluster.ts';
import { createKernel } from '../cluster/kernel/kernel.ts';
import { realClock } from '../cluster/kernel/clock.ts';
import type { Machine } from '../cluster/machines/machine.ts';
import type { Log } from '../cluster/kernel/log.ts';
import { systemRandom } from '../cluster/kernel/random.ts';
import { readMachines } from './cli/read-config.ts';
import type { StartOptions } from './cli/options.ts';
import { openStateDirectory, type StateDirectory } from './cli/state-directory.ts';
import { prepareContainers, type PreparedContainers } from './containers.ts';
import { exposeMesos, withExposedPorts } from './exposed-mesos.ts';
import { createSandboxDirectories } from './executors/sandbox-directories.ts';
import { createAssets } from './http/assets.ts';
import { packAnswers } from './http/pack-answers.ts';
import { probeNetwork } from './http/probe.ts';
import { backupFiles } from './store/backup-files.ts';
import { serve, type HttpServer } from './http/serve.ts';

const PAGES = path.resolve(import.meta.dirname, '../../dist');
const LISTEN_ON = '127.0.0.1';
/** The DC/OS release that is brought back, as its clients see it. */
const DCOS_VERSION = '1.7';

export interface ClusterServer {
  port: number;
  /** The path of a login that works once; `/` without login. */
  loginPath: string;
  /** Agents are registered, Marathon is ready to deploy and the images that were asked for are there. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** Brings up everything that `options` ask for. The port is taken first, since a taken one is the likeliest fault. Throws StartError or ListenError. */
export async function startClusterServer(options: StartOptions, log: Log): Promise<ClusterServer> {
  const machines = exposedMachines(readMachines(options.config, options.machines, log), options);
  let router: Fetch = async () => new Response('The cluster is starting.', { status: 503, headers: { 'retry-after': '1' } });
  const http = await serve((request) => router(request), { address: LISTEN_ON, port: options.port });
  let state: StateDirectory | undefined;
  let containers: PreparedContainers | undefined;
  let cluster: Cluster | undefined;
  let exposed: HttpServer[] = [];
  const stop = async (): Promise<void> => {
    await cluster?.stop({ keepTasks: options.keepTasks });
    await Promise.all([http, ...exposed].map((server) => server.close()));
    await containers?.stop();
    state?.close();
  };
  try {
    state = openStateDirectory(
      { path: options.state, ephemeral: options.ephemeral, ...(options.token !== undefined && { token: options.token }) },
      log,
    );
    const kernel = createKernel({ clock: realClock(), random: systemRandom(), store: state.store, log });
    const files = createSandboxDirectories(state.workDirectory);
    containers = await prepareContainers(kernel, files, options, state.path);
    const { containerizers, status } = containers;
    cluster = createCluster(kernel, {
      name: 'dcos-local',
      machines,
      containerizers,
      files,
      workDirectory: state.workDirectory,
      containers: status,
      probe: probeNetwork,
      backups: backupFiles,
    });
    exposed = await exposeMesos(machines, cluster.upstreams, options.webui);
    const admin = createAdminRouter({
      upstreams: { ...cluster.upstreams, marathon: packAnswers(cluster.upstreams.marathon) },
      assets: createAssets(PAGES),
      auth: options.auth
        ? {
            enabled: true,
            token: state.secrets.token,
            secret: Buffer.from(state.secrets.sessionKey, 'base64url'),
            tokenHint: tokenHint(options, state),
          }
        : { enabled: false },
      hosts: { names: hostNames(machines.map(({ name, address }) => [name, address.address])) },
      metadata: { publicIp: LISTEN_ON, clusterId: cluster.id, version: DCOS_VERSION },
      now: Date.now,
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      log: log.as('adminrouter'),
    });
    router = admin.fetch;
    return {
      port: http.port,
      loginPath: admin.loginLink(),
      ready: Promise.all([cluster.ready(), containers.imagesReady]).then(() => {}),
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The machines, with ports for Mesos where the user wants them. */
function exposedMachines(machines: Machine[], { expose }: StartOptions): Machine[] {
  return expose === undefined ? machines : withExposedPorts(machines, expose);
}

function tokenHint(options: StartOptions, state: StateDirectory): string {
  if (options.token !== undefined) return 'The token is the one that the server was started with (--token).';
  if (options.ephemeral) return 'Start the server again for a new link.';
  return `The token is in ${path.join(state.path, 'secrets.json')}; starting the server again prints a new link.`;
}

/** m1.localhost and the like always lead to this machine, whatever a DNS server says. */
function hostNames(machines: [name: string, address: string][]): string[] {
  return ['localhost', '127.0.0.1', '[::1]', ...machines.flatMap(([name, address]) => [`${name}.localhost`, address])];
}
