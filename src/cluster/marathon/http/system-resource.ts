import { json, notBuilt, text } from '../../../api/http/fetch.ts';
import { appsOf, groupsOf } from '../definitions/group-tree.ts';
import { notFound } from '../errors.ts';
import type { Context } from './context.ts';
import { firstNamed, type Call, type Resource } from './dispatch.ts';
import { marathonInfo, type ServerFacts } from './server-info.ts';
import { isRunning, isStaged } from './task-view.ts';

const PING_TYPES = ['text/plain', 'application/json', 'text/html'];

/** The type of the answer follows the Accept header: a JSON client gets a JSON text. */
function ping({ request }: Call): Response {
  const type = firstNamed(request.headers.get('accept'), PING_TYPES) ?? 'text/plain';
  const headers = { vary: 'Accept', 'content-type': type };
  return type === 'application/json' ? json('pong', 200, headers) : text('pong', 200, headers);
}

function leader({ core }: Context): Response {
  const { elected, leader } = core.info();
  if (!elected) throw notFound('There is no leader');
  return json({ leader });
}

/** Gauges in the shape of Marathon's metrics; what this cluster does not measure is not made up. */
function metrics({ core, clock }: Context, { startedAt }: ServerFacts, readers: () => number): Response {
  const root = core.root();
  const instances = core.instances();
  const uptime = (clock.now() - startedAt) / 1000;
  const killing = instances.filter(({ condition }) => condition === 'Killing').length;
  const values = {
    'marathon.apps.active.gauge': [...appsOf(root)].length,
    'marathon.deployments.active.gauge': core.deployments().length,
    'marathon.groups.active.gauge': [...groupsOf(root)].length,
    'marathon.http.event-streams.active.gauge': readers(),
    'marathon.instances.running.gauge': instances.filter(isRunning).length,
    'marathon.instances.staged.gauge': instances.filter(isStaged).length,
    'marathon.instances.launch-overdue.gauge': core.queue().filter(({ delay }) => delay.overdue).length,
    'marathon.instances.inflight-kill-attempts.gauge': killing,
    'marathon.instances.inflight-kills.gauge': killing,
    'marathon.leadership.duration.gauge.seconds': uptime,
    'marathon.uptime.gauge.seconds': uptime,
    'marathon.pods.active.gauge': 0,
  };
  const gauges = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  return json({ version: '4.0.0', counters: {}, gauges, histograms: {}, meters: {}, timers: {} });
}

/** What is about the server itself. */
export const systemResources = (context: Context, facts: ServerFacts, readers: () => number): Resource[] => [
  { pattern: /^\/ping$/, produces: [], methods: { GET: ping } },
  { pattern: /^\/metrics$/, methods: { GET: () => metrics(context, facts, readers) } },
  { pattern: /^\/logging$/, methods: { GET: () => json({ ROOT: 'INFO' }), POST: ({ request }) => notBuilt('Marathon', request) } },
  { pattern: /^\/v2\/info$/, methods: { GET: () => json(marathonInfo(context.core.info(), facts)) } },
  { pattern: /^\/v2\/leader$/, methods: { GET: () => leader(context), DELETE: ({ request }) => notBuilt('Marathon', request) } },
  { pattern: /^\/v2\/plugins$/, methods: { GET: () => json({ plugins: [] }) } },
  {
    pattern: /^\/$/,
    produces: [],
    methods: { GET: ({ url }) => new Response(null, { status: 302, headers: { location: `${url.origin}/ui/` } }) },
  },
];
