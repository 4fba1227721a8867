import type { Fetch } from '../api/http/fetch.ts';
import type { Auth } from './auth/auth.ts';
import { checkLeader } from './check-leader.ts';
import { forward } from './forward.ts';
import { localAnswers } from './local-answers.ts';
import type { ClusterFacts } from './metadata.ts';
import type { Destination, UpstreamTarget } from './resolve.ts';
import type { RouterMetrics } from './observe/router-metrics.ts';
import { RouterFault } from './router-fault.ts';
import type { UpstreamName } from './routes.ts';
import { secured } from './security-headers.ts';
import { createServiceFinder } from './services/find-service.ts';
import { locateService } from './services/locate-service.ts';
import { dialService, type Dial, type HandedOver } from './tunnel.ts';

/** Undefined: the cluster has no such part, or no agent of that id: 404 either way, since asking again does not help. */
export type RouterUpstreams = Record<Exclude<UpstreamName, 'agent'>, Fetch | undefined> & {
  agent(id: string): Fetch | undefined;
};

export interface DeliveryOptions {
  upstreams: RouterUpstreams;
  /** The built pages: their files, and `index.html` for any other path. */
  assets: Fetch;
  metadata: ClusterFacts;
  /** Everything that may change something is refused, and the dashboard told so. */
  readOnly?: boolean;
  /** The IP address that a request came from, where that is known. */
  clientAddress?: (request: Request) => string | undefined;
  /** The way to a server by its address, with the client's Host as it came; without it no service of a user can be reached. */
  connect?: (url: URL) => Fetch;
  /** How long what Marathon said of its apps is good for finding services, in ms; default 1 s. */
  appsFreshMs?: number;
  /** How long an upstream may be silent before its answer begins; default 60 s, as in nginx. */
  upstreamTimeoutMs?: number;
}

const UPSTREAM_TIMEOUT_MS = 60_000;

/** Takes requests that may pass to their destination. Both throw RouterFault. */
export interface Delivery {
  deliver(request: Request, destination: Destination): Promise<Response>;
  /** `path`: as of a destination that is a service; `ended`: see tunnel.ts. */
  upgrade<T extends HandedOver>(request: Request, way: { path: string; ended: AbortSignal | undefined }, dial: Dial<T>): Promise<T>;
}

export function createDelivery(
  options: DeliveryOptions & { now: () => number; metrics: RouterMetrics; log?: { warn(message: string): void } },
  auth: Auth | undefined,
): Delivery {
  const local = localAnswers(options.metadata, auth, options.metrics, options.readOnly);
  const { assets, upstreams, connect, upstreamTimeoutMs: timeoutMs = UPSTREAM_TIMEOUT_MS } = options;
  const flow = (request: Request) => ({ timeoutMs, clientAddress: options.clientAddress?.(request) });
  const findService = createServiceFinder(upstreams, {
    now: options.now,
    warn: (message) => options.log?.warn(message),
    appsFreshMs: options.appsFreshMs,
  });
  const deliver = async (request: Request, destination: Destination): Promise<Response> => {
    switch (destination.kind) {
      case 'redirect':
        return secured(new Response(null, { status: destination.status, headers: { location: destination.location } }), 'router');
      case 'leader':
        await checkLeader(destination.of, upstreams[destination.of]);
        return deliver(request, destination.onwards);
      case 'absent':
        if (destination.id !== undefined) agentOf(destination.id, upstreams);
        throw new RouterFault(404, destination.why);
      case 'local':
        if (destination.id !== undefined) agentOf(destination.id, upstreams);
        return secured(await local[destination.answer](request), 'router');
      case 'page':
        return byAccept(secured(await assets(assetRequest(request, '/')), 'pages'));
      case 'file':
        return secured(await file(request, destination.path, assets), 'pages');
      case 'service': {
        const { url, target } = await locateService(destination.path, findService);
        if (!connect)
          throw new RouterFault(502, `The service behind ${target.name} is simulated in this page: nothing listens at its address.`);
        return secured(await forward(request, connect(url), target, flow(request)), 'service');
      }
      case 'upstream': {
        const upstream = findUpstream(destination, upstreams);
        const { route, prefix, path } = destination;
        const answer = await forward(request, upstream, { ...route, name: route.path, prefix, path }, flow(request));
        return destination.route.pagesExcept ? byAccept(secured(answer, 'upstream')) : secured(answer, 'upstream');
      }
    }
    throw new RouterFault(404, `There is nothing at ${destination.path}.`);
  };
  return {
    deliver,
    async upgrade(request, { path, ended }, dial) {
      const service = await locateService(path, findService);
      return dialService(request, { ...service, ended, clientAddress: options.clientAddress?.(request) }, dial);
    },
  };
}

/** One address holds a page and data: a cache must not answer one for the other (as on the way back in a browser). */
function byAccept(answer: Response): Response {
  answer.headers.append('vary', 'Accept');
  return answer;
}

function assetRequest(request: Request, path: string): Request {
  return new Request(new URL(path, request.url), { method: request.method, headers: request.headers, signal: request.signal });
}

/** Assets answer `index.html` for what they do not have, but who asks for a file cannot use a page. */
async function file(request: Request, path: string, assets: Fetch): Promise<Response> {
  const answer = await assets(assetRequest(request, path));
  const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html') && !path.endsWith('.html');
  if (!isPage && answer.status !== 404) return answer;
  await answer.body?.cancel();
  throw new RouterFault(404, `There is no file ${path}.`);
}

function findUpstream({ route, id = '' }: UpstreamTarget, upstreams: RouterUpstreams): Fetch {
  if (route.upstream === 'agent') return agentOf(id, upstreams);
  const upstream = upstreams[route.upstream];
  if (!upstream) throw new RouterFault(404, `This cluster has no service for ${route.path}.`);
  return upstream;
}

function agentOf(id: string, upstreams: RouterUpstreams): Fetch {
  const agent = upstreams.agent(id);
  if (!agent) throw new RouterFault(404, `agent ${id} unknown. It may have left the cluster: look at the list of nodes.`);
  return agent;
}
