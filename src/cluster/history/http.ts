import { Hono } from 'hono';
import type { Fetch } from '../../api/http/fetch.ts';
import { USAGE_SPANS } from '../../api/dcos/usage-history.ts';
import type { NodeUsageRecord } from './node-usage.ts';
import { GAP, type Ring } from './samples.ts';
import { usageHistory, type UsageSeries } from './usage-series.ts';

const HELP = `GET /history/last, /history/minute, /history/hour, /usage/{${USAGE_SPANS.join(',')}}, /usage/nodes/<agent id> or /ping.`;

/**
 * The history service of DC/OS: `/history/last` one sample, `/history/minute` and `/history/hour` lists, oldest first.
 * `/usage/<span>` and `/usage/nodes/<agent id>` are ours; with `?after=<ms>` the former has what was added since.
 */
export function historyHttp(samples: { minute: Ring; hour: Ring; usage: () => UsageSeries; nodes: NodeUsageRecord }): Fetch {
  const app = new Hono();
  const json = (text: string): Response =>
    new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  const list = (ring: Ring): Response => json(`[${ring.all().join(',')}]`);
  app.get('/', (c) => c.text(HELP));
  app.get('/ping', (c) => c.text('pong'));
  app.get('/history/last', () => json(samples.minute.all().at(-1) ?? GAP));
  app.get('/history/minute', () => list(samples.minute));
  app.get('/history/hour', () => list(samples.hour));
  for (const span of USAGE_SPANS) {
    app.get(`/usage/${span}`, (c) => {
      const after = Number(c.req.query('after') ?? -Infinity);
      if (Number.isNaN(after))
        return c.json({ message: 'after has to be a time in ms since the epoch: that of the last point known.' }, 400);
      return json(JSON.stringify(usageHistory(samples.usage(), span, after)));
    });
  }
  app.get('/usage/nodes/:id', (c) => {
    const id = c.req.param('id');
    const known = samples.nodes.of(id);
    return known ? json(JSON.stringify(known)) : c.json({ message: `No agent ${id} was connected in the last ten minutes.` }, 404);
  });
  app.notFound((c) => c.json({ message: `There is no ${c.req.path}; see / for what there is.` }, 404));
  return (request) => Promise.resolve(app.fetch(request));
}
