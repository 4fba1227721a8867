import type { Fetch } from '../../api/http/fetch.ts';
import { buildInfo, MESOS_VERSION } from '../libprocess/build.ts';
import { createEndpoints, empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import { loggingEndpoint } from '../libprocess/logging.ts';
import { metricsEndpoint, systemMetrics, systemStatsEndpoint, type MachineSize } from '../libprocess/metrics.ts';

/** Where the leading master is reached. */
export interface LeaderAddress {
  hostname: string;
  port: number;
}

/** What a master says of itself, leading or not. */
const OWN_PATH = /^(?:\/master)?\/(?:health|version|metrics|system|logging)(?:\/|\.json$|$)/;

/**
 * A master that does not lead: of itself it tells a little, for all else it sends to the leader (307), by a location without a
 * scheme as the real one's. 503 while nobody leads.
 */
export function createFollowerHttp(size: MachineSize, uptimeSeconds: () => number, leader: () => LeaderAddress | undefined): Fetch {
  const own = createEndpoints(
    ['master'],
    [
      { path: '/health', handle: () => empty() },
      { path: '/version', rootOnly: true, handle: () => buildInfo(MESOS_VERSION) },
      metricsEndpoint(() => ({ ...systemMetrics(size), 'master/elected': 0, 'master/uptime_secs': uptimeSeconds() })),
      systemStatsEndpoint(size),
      loggingEndpoint,
    ],
  );
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (OWN_PATH.test(pathname)) return own(request);
    const found = leader();
    if (!found) return new HttpError(503, 'No leader elected').response();
    const rest = /^(?:\/master)?\/redirect$/.test(pathname) ? '' : pathname + search;
    return new Response(null, { status: 307, headers: { location: `//${found.hostname}:${found.port}${rest}` } });
  };
}
