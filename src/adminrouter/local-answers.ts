import { PROMETHEUS_TYPE } from '../api/http/prometheus.ts';
import { json, type Fetch } from '../api/http/fetch.ts';
import type { Auth, Visitor } from './auth/auth.ts';
import { logIn, logOut, showLogin } from './auth/login-routes.ts';
import { groups, users } from './auth/user-routes.ts';
import { dcosVersion, metadata, uiConfig, type ClusterFacts } from './metadata.ts';
import type { RouterMetrics } from './observe/router-metrics.ts';
import { capabilities, noPackageService } from './package-service.ts';
import { RouterFault } from './router-fault.ts';
import type { LocalAnswer } from './routes.ts';

/** What the router answers itself; without `auth`, login is off. */
export function localAnswers(
  facts: ClusterFacts,
  auth: Auth | undefined,
  metrics: RouterMetrics,
  onlyShows = false,
): Record<LocalAnswer, Fetch> {
  return {
    'login-page': (request) => showLogin(request, auth),
    login: (request) => logIn(request, auth),
    logout: (request) => logOut(request, auth),
    metadata: readOnly(() => metadata(facts)),
    'dcos-version': readOnly(() => dcosVersion(facts)),
    'ui-config': readOnly(async (request) =>
      uiConfig(facts, { loginEnabled: auth !== undefined, readOnly: onlyShows, visitor: await visitorOf(request, auth) }),
    ),
    users: (request) => users(request, auth),
    groups,
    // for whoever distributes requests: it tells nothing of what is behind the router
    health: readOnly(() => ({ healthy: true })),
    metrics: async () => new Response(metrics.text(), { headers: { 'content-type': PROMETHEUS_TYPE, 'cache-control': 'no-store' } }),
    capabilities: async () => capabilities(),
    packages: async () => noPackageService(),
  };
}

/** Who asks, where that is known: the dashboard is told so, the login page is for everybody. */
const visitorOf = async (request: Request, auth: Auth | undefined): Promise<Visitor | undefined> =>
  auth?.visitorOf(request).catch(() => undefined);

function readOnly(body: (request: Request) => unknown): Fetch {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new RouterFault(405, 'This can only be read.', { headers: { allow: 'GET, HEAD' } });
    return json(await body(request), 200, { 'cache-control': 'no-store' });
  };
}
