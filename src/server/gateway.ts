import path from 'node:path';
import { createAdminRouter, type AdminRouter } from '../adminrouter/admin-router.ts';
import { shareEvents } from '../adminrouter/coalesce/share-events.ts';
import { shareReads } from '../adminrouter/coalesce/share-reads.ts';
import { shareSubscribe } from '../adminrouter/coalesce/share-subscribe.ts';
import { SHARED_PATHS } from '../adminrouter/coalesce/shared-paths.ts';
import type { RouterUpstreams } from '../adminrouter/deliver.ts';
import type { ClusterFacts } from '../adminrouter/metadata.ts';
import { createRouterMetrics, type RouterMetrics } from '../adminrouter/observe/router-metrics.ts';
import type { Fetch } from '../api/http/fetch.ts';
import type { Log } from '../cluster/kernel/log.ts';
import { scryptPasswords } from './auth/scrypt-passwords.ts';
import type { StartOptions } from './cli/options.ts';
import type { StateDirectory } from './cli/state-directory.ts';
import { httpUpstream } from './external/http-upstream.ts';
import { openAccessLog } from './http/access-log.ts';
import { createAssets } from './http/assets.ts';
import { currentClient } from './http/current-client.ts';
import { packer } from './http/packer.ts';
import type { FrontDoor } from './tls/front-door.ts';

const PAGES = path.resolve(import.meta.dirname, '../../dist');
/** Every server of ours is for this machine only. */
export const LISTEN_ON = '127.0.0.1';

/** What `npm start` started. */
export interface RunningServer {
  door: Pick<FrontDoor, 'port' | 'scheme' | 'httpPort' | 'reload'>;
  /** The path of a login that works once; `/` without login. */
  loginPath: string;
  /** What is behind it answers. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** What the router answers until there is something behind it. */
export const starting: Fetch = async () => new Response('The cluster is starting.', { status: 503, headers: { 'retry-after': '1' } });

/** The adminRouter as the command line wants it, in front of a cluster. `hosts`: names and addresses that lead to this server, beside localhost. */
export function createGateway(
  behind: {
    upstreams: RouterUpstreams;
    facts: Omit<ClusterFacts, 'publicIp'>;
    hosts: readonly string[];
    state: StateDirectory;
    appsFreshMs?: number;
  },
  options: StartOptions,
  log: Log,
): AdminRouter {
  const { upstreams, facts, hosts, state, appsFreshMs } = behind;
  const metrics = createRouterMetrics();
  return createAdminRouter({
    upstreams: { ...upstreams, ...sharedUpstreams(upstreams, metrics) },
    metrics,
    ...(options.accessLog !== undefined && { onAnswer: openAccessLog(options.accessLog, { asJson: options.json, log }) }),
    assets: createAssets(PAGES, options.basePath),
    connect: (url) => httpUpstream(url, { isService: true }),
    clientAddress: currentClient,
    ...(appsFreshMs !== undefined && { appsFreshMs }),
    auth: options.auth
      ? {
          enabled: true,
          token: state.secrets.token,
          secret: Buffer.from(state.secrets.sessionKey, 'base64url'),
          store: state.logins,
          passwords: scryptPasswords(),
          tokenHint: tokenHint(options, state),
        }
      : { enabled: false },
    hosts: { names: ['localhost', '127.0.0.1', '[::1]', ...hosts, ...options.hostNames] },
    readOnly: options.readOnly,
    metadata: { publicIp: LISTEN_ON, ...facts },
    now: Date.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    log: log.as('adminrouter'),
  });
}

/** The upstreams that many viewers ask the same of: each question, and each stream of events, once for all of them. */
export function sharedUpstreams({ mesos, marathon, ...others }: RouterUpstreams, metrics?: RouterMetrics): Partial<RouterUpstreams> {
  const streaming = {
    ...others,
    mesos: mesos && shareSubscribe(mesos, Date.now, metrics?.sharing('mesos')),
    marathon: marathon && shareEvents(marathon, Date.now, metrics?.sharing('marathon')),
  };
  const names = Object.keys(SHARED_PATHS) as (keyof typeof SHARED_PATHS)[];
  return Object.fromEntries(
    names.map((name) => {
      const upstream = streaming[name];
      return [name, upstream && shareReads(upstream, { shared: SHARED_PATHS[name], packer, meter: metrics?.sharing(name) })];
    }),
  );
}

function tokenHint(options: StartOptions, state: StateDirectory): string {
  if (options.token !== undefined) return 'The token is the one that the server was started with (--token).';
  if (options.ephemeral) return 'Start the server again for a new link.';
  return `The token is in ${path.join(state.path, 'secrets.json')}; starting the server again prints a new link.`;
}
