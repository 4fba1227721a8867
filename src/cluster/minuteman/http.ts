import { Hono } from 'hono';
import type { VipList, VipUsages } from '../../api/dcos/vips.ts';
import { jsonText, type Fetch } from '../../api/http/fetch.ts';
import { sha1 } from '../mesos-dns/sha1.ts';

/** The network API of DC/OS below `/net`: `/v1/vips` with an ETag, for clients that ask again and again. `/v1/usage` is ours. */
export function networkHttp(vips: { list: () => VipList; usage: () => VipUsages }): Fetch {
  const app = new Hono();
  app.get('/v1/vips', (c) => {
    const body = JSON.stringify(vips.list());
    const etag = etagOf(body);
    const known = c.req
      .header('if-none-match')
      ?.split(',')
      .map((each) => each.trim().replace(/^W\//, ''));
    if (known?.some((each) => each === etag || each === '*')) return c.body(null, 304, { etag });
    return jsonText(body, 200, { etag });
  });
  app.get('/v1/usage', (c) => c.json(vips.usage(), 200, { 'cache-control': 'no-store' }));
  app.notFound((c) =>
    c.json({ message: `There is no ${c.req.path} here: VIPs are at /net/v1/vips, what they carry at /net/v1/usage.` }, 404),
  );
  return (request) => Promise.resolve(app.fetch(request));
}

const etagOf = (body: string): string =>
  `"${[...sha1(new TextEncoder().encode(body))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
