import path from 'node:path';
import type { Fetch } from '../api/http/fetch.ts';
import { realClock } from '../cluster/kernel/clock.ts';
import { createKernel } from '../cluster/kernel/kernel.ts';
import type { Log } from '../cluster/kernel/log.ts';
import { systemRandom } from '../cluster/kernel/random.ts';
import type { StartOptions } from './cli/options.ts';
import { openStateDirectory, type StateDirectory } from './cli/state-directory.ts';
import { createExternalCluster, type ExternalAddresses, type ExternalCluster } from './external/external-cluster.ts';
import { createGateway, LISTEN_ON, starting, type RunningServer } from './gateway.ts';
import { underBasePath, upgradesUnderBasePath } from './http/base-path.ts';
import { packStreams } from './http/pack-streams.ts';
import type { Upgrades } from './http/upgrades.ts';
import { openFrontDoor } from './tls/front-door.ts';

/** The dashboards in front of a cluster that runs elsewhere. Throws StartError or ListenError. */
export async function startExternalServer(options: StartOptions, addresses: ExternalAddresses, log: Log): Promise<RunningServer> {
  let router: Fetch = starting;
  let upgrades: Upgrades | undefined;
  const http = await openFrontDoor((request) => router(request), { ...options, address: LISTEN_ON, upgrades: () => upgrades });
  let state: StateDirectory | undefined;
  let cluster: ExternalCluster | undefined;
  const stop = async (): Promise<void> => {
    await cluster?.stop();
    await http.close();
    state?.close();
  };
  try {
    // beside the state of the cluster that runs here, so that both can be served at once
    state = openStateDirectory(
      {
        path: path.join(options.state, 'external'),
        ephemeral: options.ephemeral,
        ...(options.token !== undefined && { token: options.token }),
      },
      log,
    );
    const kernel = createKernel({ clock: realClock(), random: systemRandom(), store: state.store, log });
    cluster = createExternalCluster(kernel, addresses);
    const hosts = ['m1.localhost'];
    await http.certify(state.path, [...hosts, ...options.hostNames]);
    const admin = createGateway({ upstreams: cluster.upstreams, facts: {}, hosts, state }, options, log);
    router = underBasePath(packStreams(admin.fetch), options.basePath);
    upgrades = upgradesUnderBasePath(admin, options.basePath);
    return { door: http, loginPath: options.basePath.slice(0, -1) + admin.loginLink(), ready: cluster.ready, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
