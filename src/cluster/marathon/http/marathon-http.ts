import { json, type Fetch } from '../../../api/http/fetch.ts';
import { DC_OS_DEFAULTS, type AppDefaults } from '../../../api/marathon/normalise.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import { StoreError } from '../../kernel/store.ts';
import { Refusal } from '../../rest/refusal.ts';
import { AppLockedError, DeploymentNotFoundError, type MarathonCore } from '../core.ts';
import { insistsOnRole } from '../definitions/group-roles.ts';
import { ServicePortsExhaustedError } from '../definitions/service-ports.ts';
import { API_LOGGER, type Loggers } from '../logging/loggers.ts';
import type { MesosTraffic } from '../mesos-traffic.ts';
import { locked, MarathonError, notFound, unprocessable } from '../errors.ts';
import { appResources } from './app-resource.ts';
import { appsResource } from './apps-resource.ts';
import { compressed } from './compress.ts';
import { clientOf, type Context } from './context.ts';
import { deploymentsResources } from './deployments-resource.ts';
import { dispatch, tidyPath } from '../../rest/dispatch.ts';
import { createEventStream } from './event-stream.ts';
import { groupHistoryResources, type GroupHistory } from './group-history.ts';
import { groupsResources } from './groups-resource.ts';
import { loggingResource } from './logging-resource.ts';
import { podResources } from './pod-resource.ts';
import { createRequestMetrics, type RequestMetrics } from './request-metrics.ts';
import { systemResources, type Abdicate, type System } from './system-resource.ts';
import { tasksResources } from './tasks-resource.ts';

export interface MarathonHttpOptions {
  clock: Clock;
  /** The version that Marathon says it is: '1.10.26'. */
  version: string;
  /** Marathon's `--mesos_role`; that of DC/OS when not given. */
  role?: string;
  masterUrl?: string;
  /** Former states of groups, where the engine keeps them. */
  groupHistory?: GroupHistory;
  /** What went over the line to Mesos, for the metrics. */
  traffic?: () => MesosTraffic;
  /** Gives up to lead, where the engine can. */
  abdicate?: Abdicate;
  /** Which of the log is written; without it `/logging` is not there. */
  loggers?: Loggers;
  /** Aborted when the server ends: nobody is to wait for events of one that leads no more. */
  ended?: AbortSignal;
  /** Hears of faults of ours, which are answered with 500. */
  log?: Log;
}

function errorOf(fault: unknown, log: Log | undefined): MarathonError {
  if (fault instanceof MarathonError) return fault;
  if (fault instanceof Refusal) return new MarathonError(fault.status, fault.message);
  if (fault instanceof AppLockedError) return locked(fault.deployments);
  if (fault instanceof DeploymentNotFoundError) return notFound(fault.message);
  if (fault instanceof StoreError) return new MarathonError(503, fault.message);
  if (fault instanceof ServicePortsExhaustedError) return unprocessable(fault.message);
  log?.error(`A request could not be answered: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  return new MarathonError(500, fault instanceof Error ? fault.message : 'The request could not be answered.');
}

const COMMON_HEADERS = {
  'cache-control': 'no-cache, no-store, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
  'x-frame-options': 'DENY',
  'x-xss-protection': '1; mode=block',
};

/** Adds the headers that every answer has. */
async function dressed(response: Response, request: Request, leader: string): Promise<Response> {
  for (const [name, value] of Object.entries({ ...COMMON_HEADERS, 'x-marathon-leader': `http://${leader}` }))
    response.headers.set(name, value);
  if (request.method === 'HEAD') return new Response(null, response);
  if (request.method !== 'GET' || response.status !== 200 || !response.body) return response;
  for (const name of ['Accept-Encoding', 'User-Agent']) response.headers.append('vary', name);
  return compressed(request, response);
}

/** Marathon's API over its engine. Every answer is JSON unless its resource says otherwise; nothing is thrown. */
export function createMarathonHttp(core: MarathonCore, options: MarathonHttpOptions): Fetch {
  const role = options.role ?? DC_OS_DEFAULTS.role;
  const context: Context = { core, clock: options.clock, defaults: { role, ...rolesOf(core) } };
  const events = createEventStream(core, options.clock, options.ended);
  const requests = createRequestMetrics(options.clock);
  const resources = [
    appsResource(context),
    ...tasksResources(context),
    ...appResources(context),
    ...podResources(context),
    ...groupHistoryResources(context, options.groupHistory),
    ...groupsResources(context, options.groupHistory),
    ...deploymentsResources(context),
    ...systemResources(context, createSystem(context, options, requests, events.readers)),
    ...(options.loggers ? [loggingResource(options.loggers)] : []),
  ];
  const log = options.log && (options.loggers?.of(API_LOGGER, options.log) ?? options.log);
  const answer = async (request: Request): Promise<Response> => {
    const path = tidyPath(new URL(request.url).pathname);
    if (path === '/v2/events') return events.answer(request);
    return dispatch(resources, request);
  };
  const respond = async (request: Request): Promise<Response> => {
    try {
      return await dressed(await answer(request), request, core.info().leader);
    } catch (fault) {
      const { status, message, rest } = errorOf(fault, log);
      return dressed(json({ message, ...rest }, status), request, core.info().leader);
    }
  };
  return async (request) => {
    const response = await requests.measure(request, () => respond(request));
    log?.debug(`${request.method} ${new URL(request.url).pathname} from ${clientOf(request)}: ${response.status}`);
    return response;
  };
}

/** What there is already decides which roles something new or changed may have. */
const rolesOf = (core: MarathonCore): Pick<AppDefaults, 'enforcesRole' | 'currentRole'> => ({
  enforcesRole: (group) => insistsOnRole(core.root(), group),
  currentRole: (id) => (core.app(id) ?? core.pod(id))?.role,
});

/** How many deployments there have been: each is told step by step, and in the end. */
function countDeployments(core: MarathonCore): () => number {
  const open = new Set<string>();
  let count = 0;
  core.onEvent((event) => {
    if (event.eventType === 'deployment_info' && !open.has(event.plan.id)) {
      open.add(event.plan.id);
      count++;
    } else if (event.eventType === 'deployment_success' || event.eventType === 'deployment_failed') open.delete(event.id);
  });
  return () => count;
}

function createSystem(context: Context, options: MarathonHttpOptions, requests: RequestMetrics, readers: () => number): System {
  const { clock, traffic, abdicate } = options;
  const startedAt = clock.now();
  let electedAt = startedAt;
  const metrics = { startedAt, electedAt: () => electedAt, readers, requests, deployments: countDeployments(context.core) };
  const again: Abdicate = async (wish) => {
    await abdicate?.(wish);
    electedAt = clock.now();
  };
  return {
    facts: { ...options, role: context.defaults.role },
    metrics: { ...metrics, ...(traffic && { traffic }) },
    ...(abdicate && { abdicate: again }),
  };
}
