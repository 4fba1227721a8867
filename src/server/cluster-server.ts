import type { Fetch } from '../api/http/fetch.ts';
import { createCluster, type Cluster } from '../cluster/cluster.ts';
import { createKernel } from '../cluster/kernel/kernel.ts';
import { realClock } from '../cluster/kernel/clock.ts';
import type { Machine } from '../cluster/machines/machine.ts';
import type { Log } from '../cluster/kernel/log.ts';
import { systemRandom } from '../cluster/kernel/random.ts';
import { readMachines } from './cli/read-config.ts';
import type { StartOptions } from './cli/options.ts';
import { withAddress } from './cli/machine-addresses.ts';
import { forgetServerRecord, writeServerRecord } from './cli/server-record.ts';
import { openStateDirectory, type StateDirectory } from './cli/state-directory.ts';
import { prepareContainers, type PreparedContainers } from './containers.ts';
import { createGateway, LISTEN_ON, starting, type RunningServer } from './gateway.ts';
import { exposeMesos, withExposedPorts } from './exposed-mesos.ts';
import { forgetDnsAddress, writeDnsAddress } from './dns/shell-help.ts';
import { startDns, type DnsOptions } from './dns/start-dns.ts';
import type { DnsServer } from './dns/dns-server.ts';
import { createSandboxDirectories } from './executors/sandbox-directories.ts';
import { underBasePath, upgradesUnderBasePath } from './http/base-path.ts';
import { packStreams } from './http/pack-streams.ts';
import { probeNetwork } from './http/probe.ts';
import { vipSockets } from './minuteman/vip-sockets.ts';
import { backupFiles } from './store/backup-files.ts';
import type { HttpServer } from './http/serve.ts';
import type { Upgrades } from './http/upgrades.ts';
import { openRealEnsemble, type OpenedEnsemble } from './zookeeper/real-ensemble.ts';
import { openFrontDoor, type FrontDoor } from './tls/front-door.ts';

/** The DC/OS release that is brought back, as its clients see it. */
const DCOS_VERSION = '1.7';

/** The cluster is on this machine, and reaches its tasks and files there. */
const HOST = { name: 'dcos-local', place: withAddress, probe: probeNetwork, backups: backupFiles };

/** Brings up everything that `options` ask for. The port is taken first, since a taken one is the likeliest fault. Throws StartError or ListenError. */
export async function startClusterServer(options: StartOptions, log: Log): Promise<RunningServer> {
  const machines = exposedMachines(readMachines(options.config, options.machines, log), options);
  let router: Fetch = starting;
  let upgrades: Upgrades | undefined;
  const http = await openFrontDoor((request) => router(request), { ...options, address: LISTEN_ON, upgrades: () => upgrades });
  let state: StateDirectory | undefined;
  let containers: PreparedContainers | undefined;
  let cluster: Cluster | undefined;
  let exposed: HttpServer[] = [];
  let dns: DnsServer | undefined;
  let zookeeper: OpenedEnsemble | undefined;
  const stop = async (): Promise<void> => {
    await cluster?.stop({ keepTasks: options.keepTasks });
    await zookeeper?.close();
    if (state) forgetServerRecord(state.path);
    if (dns && state) forgetDnsAddress(state.path);
    await dns?.close();
    await Promise.all([http, ...exposed].map((server) => server.close()));
    await containers?.stop();
    state?.close();
  };
  try {
    state = openStateDirectory({ ...options, path: options.state }, log);
    const { token } = state.secrets;
    writeServerRecord(state.path, { pid: process.pid, origin: originOf(http, options), token, args: process.argv.slice(2) });
    const kernel = createKernel({ clock: realClock(), random: systemRandom(), store: state.store, log });
    const files = createSandboxDirectories(state.workDirectory);
    containers = await prepareContainers(kernel, files, options, state.path);
    const { containerizers, status } = containers;
    zookeeper = options.zookeeper && openRealEnsemble(options.zookeeper, mastersOf(machines), log.as('zookeeper'));
    cluster = createCluster(kernel, {
      ...HOST,
      vipSockets: vipSockets(),
      machines,
      containerizers,
      files,
      workDirectory: state.workDirectory,
      containers: status,
      dnsRecursion: options.dnsRecursion,
      ...(zookeeper && { zookeeper }),
      pages: `${http.scheme}://${LISTEN_ON}:${http.port}`,
    });
    dns = await startDns(cluster.names, dnsOptions(options), log.as('dns'));
    writeDnsAddress(state.path, dns);
    exposed = await exposeMesos(machines, cluster.upstreams, options.webui);
    await http.certify(state.path, [...hostsOf(machines), ...options.hostNames]);
    const admin = createGateway(
      {
        upstreams: cluster.upstreams,
        facts: factsOf(cluster),
        hosts: hostsOf(machines),
        state,
        // Marathon is in this process
        appsFreshMs: 0,
      },
      options,
      log,
    );
    router = underBasePath(packStreams(admin.fetch), options.basePath);
    upgrades = upgradesUnderBasePath(admin, options.basePath);
    return {
      door: http,
      loginPath: options.basePath.slice(0, -1) + admin.loginLink(),
      ready: Promise.all([cluster.ready(), containers.imagesReady]).then(() => {}),
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** For programs of this machine: by plain HTTP where there is any, since not every certificate is for the loopback. */
const originOf = ({ scheme, port, httpPort }: FrontDoor, { basePath }: StartOptions): string =>
  `${httpPort === undefined ? `${scheme}://${LISTEN_ON}:${port}` : `http://${LISTEN_ON}:${httpPort}`}${basePath.slice(0, -1)}`;

const mastersOf = (machines: readonly Machine[]): string[] => machines.filter(({ type }) => type === 'master').map(({ name }) => name);

/** The names and addresses that lead to this server. */
const hostsOf = (machines: readonly Machine[]): string[] => machines.flatMap(({ name, address }) => [`${name}.localhost`, address.address]);

/** The cluster's machines are this one, and so is their time zone. */
const factsOf = ({ id }: Cluster) => ({
  clusterId: id,
  version: DCOS_VERSION,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** The machines, with ports for Mesos where the user wants them. */
function exposedMachines(machines: Machine[], { expose }: StartOptions): Machine[] {
  return expose === undefined ? machines : withExposedPorts(machines, expose);
}

const dnsOptions = ({ dnsPort, dnsRecursion }: StartOptions): DnsOptions => ({
  address: LISTEN_ON,
  recursion: dnsRecursion,
  ...(dnsPort !== undefined && { port: dnsPort }),
});
