import { PROMETHEUS_TYPE } from '../../../api/http/prometheus.ts';
import { json, notBuilt, text } from '../../../api/http/fetch.ts';
import type { BackupWish } from '../backup/backup.ts';
import { BackupError } from '../backup/backup-storage.ts';
import { notFound, unprocessable } from '../errors.ts';
import type { Context } from './context.ts';
import { accepts, firstNamed, type Call, type Resource } from '../../rest/dispatch.ts';
import { renderMetrics, type MetricSources } from './metrics-view.ts';
import { prometheusText } from './prometheus-text.ts';
import { marathonInfo, type ServerFacts } from './server-info.ts';

const PING_TYPES = ['text/plain', 'application/json', 'text/html'];

/** The type of the answer follows the Accept header: a JSON client gets a JSON text, one that takes none of the types nothing (204). */
export function ping({ request }: Pick<Call, 'request'>): Response {
  const accept = request.headers.get('accept');
  if (!accepts(accept, PING_TYPES)) return new Response(null, { status: 204, headers: { vary: 'Accept' } });
  const type = firstNamed(accept, PING_TYPES) ?? 'text/plain';
  const headers = { vary: 'Accept', 'content-type': type };
  return type === 'application/json' ? json('pong', 200, headers) : text('pong', 200, headers);
}

function leader({ core }: Context): Response {
  const { elected, leader } = core.info();
  if (!elected) throw notFound('There is no leader');
  return json({ leader });
}

/** Gives up to lead, on what it restores; a Marathon that is alone is elected again. Errors: 422 for a backup that cannot be made or used. */
async function abdicate({ request, url }: Call, run: Abdicate | undefined): Promise<Response> {
  if (!run) return notBuilt('Marathon', request);
  const [backup, restore] = [url.searchParams.get('backup'), url.searchParams.get('restore')];
  try {
    await run({ ...(backup !== null && { backup }), ...(restore !== null && { restore }) });
  } catch (fault) {
    throw fault instanceof BackupError ? unprocessable(fault.message) : fault;
  }
  return json({ message: 'Leadership abdicated' });
}

export type Abdicate = (wish: BackupWish) => Promise<void>;

/** What the system's resources are told by and can make happen. */
export interface System {
  facts: ServerFacts;
  metrics: MetricSources;
  /** Gives up to lead; where this cannot be done, it is left out. */
  abdicate?: Abdicate;
}

/** What is about the server itself. */
export const systemResources = (context: Context, { facts, metrics, abdicate: run }: System): Resource[] => [
  { pattern: /^\/ping$/, produces: [], methods: { GET: ping } },
  { pattern: /^\/metrics$/, methods: { GET: () => json(renderMetrics(context, metrics)) } },
  {
    pattern: /^\/metrics\/prometheus$/,
    produces: [],
    methods: { GET: () => text(prometheusText(renderMetrics(context, metrics)), 200, { 'content-type': PROMETHEUS_TYPE }) },
  },
  { pattern: /^\/v2\/info$/, methods: { GET: () => json(marathonInfo(context.core.info(), facts)) } },
  { pattern: /^\/v2\/leader$/, methods: { GET: () => leader(context), DELETE: (call) => abdicate(call, run) } },
  { pattern: /^\/v2\/plugins$/, methods: { GET: () => json({ plugins: [] }) } },
  {
    pattern: /^\/$/,
    produces: [],
    methods: { GET: ({ url }) => new Response(null, { status: 302, headers: { location: `${url.origin}/ui/` } }) },
  },
];
