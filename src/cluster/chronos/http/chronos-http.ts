import { json, type Fetch } from '../../../api/http/fetch.ts';
import type { Log } from '../../kernel/log.ts';
import { StoreError } from '../../kernel/store.ts';
import { dispatch, type Resource, tidyPath } from '../../rest/dispatch.ts';
import { Refusal } from '../../rest/refusal.ts';
import type { Chronos } from '../chronos.ts';
import { ChronosError } from '../errors.ts';
import { jobResources } from './job-resources.ts';
import { plain } from './plain-answers.ts';
import { reportResources } from './report-resources.ts';

/** Chronos 2 has its API here, with some ways of asking that 3.x has dropped; that of Chronos 3 is below `/v1`. */
const LEGACY_BASE = '/scheduler';
const BASES = [`/v1${LEGACY_BASE}`, LEGACY_BASE];

export interface ChronosHttpOptions {
  /** `host:port`. */
  leader: string;
  log?: Log;
}

/** Chronos' API. Every answer may be read by pages of any origin, as the real one's; nothing is thrown. */
export function createChronosHttp(chronos: Chronos, { leader, log }: ChronosHttpOptions): Fetch {
  const resources: Resource[] = [
    ...BASES.flatMap((base) => [...reportResources(chronos, base, leader), ...jobResources(chronos, base, base === LEGACY_BASE)]),
    { pattern: /^\/ping$/, produces: [], methods: { GET: () => plain('pong\n', 'text/plain;charset=iso-8859-1') } },
    { pattern: /^\/metrics$/, methods: { GET: () => json(metrics(chronos)) } },
  ];
  return async (request) => {
    const answer = await answered(resources, request, log);
    answer.headers.set('access-control-allow-origin', '*');
    if (request.method === 'HEAD') return new Response(null, answer);
    if (request.method === 'GET' && answer.status === 200) answer.headers.append('vary', 'Accept-Encoding, User-Agent');
    return answer;
  };
}

async function answered(resources: readonly Resource[], request: Request, log: Log | undefined): Promise<Response> {
  if (request.method === 'OPTIONS') return optionsOf(resources, request);
  try {
    return await dispatch(resources, request);
  } catch (fault) {
    if (fault instanceof Refusal) return refusalOf(fault, request);
    if (fault instanceof ChronosError) return problem(fault.status, fault.message);
    if (fault instanceof StoreError) return problem(503, fault.message);
    log?.error(`A request could not be answered: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return problem(500, 'The request could not be answered.');
  }
}

/** The API says nothing beside its status; everything around it answers with a page, as a Java server does (recorded). */
function refusalOf({ status, message, headers }: Refusal, request: Request): Response {
  const path = new URL(request.url).pathname;
  if (BASES.some((base) => path.startsWith(`${base}/`))) return new Response(null, { status, headers });
  const body = `<!doctype html><title>${status}</title><h1>${status} ${REASONS[status] ?? ''}</h1><p>${message.replaceAll('<', '&lt;')}</p>\n`;
  return new Response(body, { status, headers: { ...headers, 'content-type': 'text/html;charset=iso-8859-1' } });
}

async function optionsOf(resources: readonly Resource[], request: Request): Promise<Response> {
  const known = resources.some(({ pattern }) => pattern.test(tidyPath(new URL(request.url).pathname)));
  if (!known) return new Response(null, { status: 404 });
  const { headers } = await dispatch(resources, request);
  return new Response(null, { status: 204, headers: { allow: headers.get('allow') ?? '' } });
}

const REASONS: Record<number, string> = { 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed', 503: 'Service Unavailable' };

const problem = (status: number, message: string): Response =>
  json({ message, status: REASONS[status] ?? 'Internal Server Error' }, status);

/** What is counted here; the figures of a Java VM are not made up. */
function metrics({ book, ready }: Chronos): unknown {
  const open = [...book.open()];
  return {
    version: '3.0.0',
    gauges: {
      'jobs.total': { value: book.jobs().size },
      'jobs.disabled': { value: [...book.jobs().values()].filter(({ settings }) => settings.disabled).length },
      'runs.queued': { value: open.filter(({ state }) => state === 'queued').length },
      'runs.launched': { value: open.filter(({ state }) => state !== 'queued').length },
      'mesos.subscribed': { value: ready() ? 1 : 0 },
    },
    counters: {},
    histograms: {},
    meters: {},
    timers: {},
  };
}
