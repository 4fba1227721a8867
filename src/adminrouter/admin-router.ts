import type { Fetch } from '../api/http/fetch.ts';
import { wantsHtml } from './accept.ts';
import { createAuth, type AuthOptions, type Visitor } from './auth/auth.ts';
import { endWithSession } from './auth/end-with-session.ts';
import { askForLogin } from './auth/login-routes.ts';
import type { OpenSession } from './auth/login-state.ts';
import { createDelivery, type DeliveryOptions } from './deliver.ts';
import { errorResponse } from './error-response.ts';
import { observed, type Notes, type Observation } from './observe/observe.ts';
import { createRouterMetrics, type RouterMetrics } from './observe/router-metrics.ts';
import { checkReadOnly } from './read-only.ts';
import { checkBody, checkHost, checkMethod, checkOrigin, type HostRules } from './request-guard.ts';
import { resolve, type Destination } from './resolve.ts';
import { RouterFault } from './router-fault.ts';
import { secured } from './security-headers.ts';
import type { Dial, HandedOver } from './tunnel.ts';

export interface AdminRouterOptions extends DeliveryOptions {
  auth: AuthOptions;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Unguessable bytes. */
  random: (bytes: number) => Uint8Array;
  hosts: HostRules;
  /** Where its requests are counted; by default its own. */
  metrics?: RouterMetrics;
  /** Is told of each request when its answer has ended. */
  onAnswer?: (observation: Observation) => void;
  log?: { warn(message: string, fields?: Record<string, unknown>): void };
}

export interface AdminRouter {
  readonly fetch: Fetch;
  /** Whether what is at a path may make something else of a connection (a WebSocket); elsewhere such a request is one like any other. */
  mayUpgrade(pathname: string): boolean;
  /** Checks such a request and opens its way by `dial`; every fault is an answer. */
  upgrade<T extends HandedOver>(request: Request, dial: Dial<T>): Promise<T | Response>;
  /** The path of a one-time login link (`/login?token=…`); `/` when login is off. */
  loginLink(): string;
}

/**
 * The one door to the cluster: checks who asks, and passes the request on by the table in routes.ts. The same in Node in front of
 * the embedded or a real cluster, and in the page.
 */
export function createAdminRouter(options: AdminRouterOptions): AdminRouter {
  const auth = options.auth.enabled ? createAuth(options.auth, options) : undefined;
  const metrics = options.metrics ?? createRouterMetrics();
  const delivery = createDelivery({ ...options, metrics }, auth);
  const admit = async (request: Request, notes: Notes, upgrades = false): Promise<Admitted> => {
    checkMethod(request);
    checkHost(request, options.hosts);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const { pathname, search } = new URL(request.url);
    const destination = resolve({ pathname, search, reads, wantsPage: reads && wantsHtml(request) });
    notes.destination = destination;
    // whatever goes over it later is not looked at
    checkOrigin(request, upgrades || destination.getActs || !(reads || request.method === 'OPTIONS'));
    const visitor = auth && !destination.open && destination.kind !== 'redirect' ? await auth.visitorOf(request) : undefined;
    if (visitor) notes.user = visitor.account.uid;
    checkBody(request, destination);
    const onlyShows = whyReadOnly(visitor, options.readOnly);
    const admitted = { request, destination, session: visitor?.session };
    if (onlyShows === undefined) return admitted;
    if (upgrades) throw new RouterFault(403, onlyShows);
    return { ...admitted, request: await checkReadOnly(request, destination, onlyShows) };
  };
  const answer = async (asked: Request, notes: Notes): Promise<Response> => {
    const { request, destination, session } = await admit(asked, notes);
    const delivered = await delivery.deliver(request, destination);
    return auth && session ? endWithSession(delivered, asked, auth.sessions.untilEnd(session)) : delivered;
  };
  const answerUpgrade = async <T extends HandedOver>(asked: Request, notes: Notes, dial: Dial<T>): Promise<T> => {
    const { request, destination, session } = await admit(asked, notes, true);
    const ended = auth && session ? auth.sessions.untilEnd(session) : undefined;
    if (destination.kind === 'service') return delivery.upgrade(request, { path: destination.path, ended }, dial);
    throw new RouterFault(404, `There is nothing at ${new URL(request.url).pathname} that connections are upgraded for.`);
  };
  const shape = (request: Request, thrown: unknown): Response => {
    const fault = thrown instanceof RouterFault ? thrown : new RouterFault(500, 'The router failed: see its log.', { cause: thrown });
    if (fault.cause instanceof Error)
      options.log?.warn(`${request.method} ${new URL(request.url).pathname}: ${fault.message}`, { cause: fault.cause.stack });
    const html = wantsHtml(request);
    const asksForLogin = auth && fault.status === 401 && html;
    return secured(asksForLogin ? askForLogin(request, auth, fault) : errorResponse(fault, html), 'router');
  };
  const begun = () => {
    const ended = metrics.begun();
    return (observation: Observation): void => {
      ended();
      metrics.answered(observation);
      options.onAnswer?.(observation);
    };
  };
  const watched = <T extends Response | HandedOver>(request: Request, answering: (notes: Notes) => Promise<T>): Promise<T | Response> =>
    observed<T | Response>(request, (notes) => answering(notes).catch((fault: unknown) => shape(request, fault)), {
      now: options.now,
      client: options.clientAddress?.(request),
      begun,
    });
  return {
    fetch: (request) => watched(request, (notes) => answer(request, notes)),
    mayUpgrade: (pathname) => resolve({ pathname, search: '', reads: true, wantsPage: false }).kind === 'service',
    upgrade: (request, dial) => watched(request, (notes) => answerUpgrade(request, notes, dial)),
    loginLink: () => (auth ? `/login?token=${auth.issueLoginToken()}` : '/'),
  };
}

/** A request that may pass. */
interface Admitted {
  request: Request;
  destination: Destination;
  /** By which it may. */
  session: OpenSession | undefined;
}

/** Why a visitor may change nothing, as a sentence; undefined who may. */
function whyReadOnly(visitor: Visitor | undefined, readOnly = false): string | undefined {
  if (readOnly) return 'This server only shows the cluster (--read-only): nothing can be changed through it.';
  if (visitor?.account.role !== 'read-only') return undefined;
  return `${visitor.account.description} (${visitor.account.uid}) may only read: ask an admin of this server for more.`;
}
