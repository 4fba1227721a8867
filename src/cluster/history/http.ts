import { Hono } from 'hono';
import type { Fetch } from '../../api/http/fetch.ts';
import { GAP, type Ring } from './samples.ts';

/** The history service of DC/OS: `/history/last` one sample, `/history/minute` and `/history/hour` lists, oldest first. */
export function historyHttp(samples: { minute: Ring; hour: Ring }): Fetch {
  const app = new Hono();
  const json = (text: string): Response =>
    new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  const list = (ring: Ring): Response => json(`[${ring.all().join(',')}]`);
  app.get('/', (c) => c.text('GET /history/last, /history/minute, /history/hour or /ping.'));
  app.get('/ping', (c) => c.text('pong'));
  app.get('/history/last', () => json(samples.minute.all().at(-1) ?? GAP));
  app.get('/history/minute', () => list(samples.minute));
  app.get('/history/hour', () => list(samples.hour));
  app.notFound((c) => c.json({ message: `There is no ${c.req.path}; see / for what there is.` }, 404));
  return (request) => Promise.resolve(app.fetch(request));
}
