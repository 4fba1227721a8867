import { Hono } from 'hono';
import type { ClusterList, ClusterStatus, ExplorerNodeData, ExplorerNodes } from '../../api/dcos/exhibitor.ts';
import { notBuilt, type Fetch } from '../../api/http/fetch.ts';
import { ZooKeeperError } from '../zookeeper/errors.ts';
import { childPath } from '../zookeeper/rules.ts';
import type { ZooKeeperSession } from '../zookeeper/session.ts';
import type { Stat } from '../zookeeper/state.ts';
import { serverStatus } from './state.ts';

export const ZOOKEEPER_PORT = 2181;

/** Exhibitor's REST API below `/exhibitor/v1`, as far as it reads. `session` is undefined until ZooKeeper serves. */
export function exhibitorHttp(hostname: string, session: () => ZooKeeperSession | undefined): Fetch {
  const status = () => serverStatus(hostname, session() ? 'serving' : 'down');
  const api = new Hono().basePath('/exhibitor/v1');

  api.get('/cluster/status', (c) => c.json<ClusterStatus>([status()]));
  api.get('/cluster/list', (c) =>
    c.req.header('accept')?.includes('x-www-form-urlencoded')
      ? c.body(`count=1&server0=${hostname}&port=${ZOOKEEPER_PORT}`, 200, { 'content-type': 'application/x-www-form-urlencoded' })
      : c.json<ClusterList>({ servers: [hostname], port: ZOOKEEPER_PORT }),
  );
  api.get('/cluster/state', (c) => {
    const { code, description, isLeader } = status();
    return c.json({ switches: { restarts: true, cleanup: true, backups: true }, state: code, description, isLeader });
  });
  api.get('/explorer/node', (c) => {
    return c.json<ExplorerNodes>(treeNodes(serving(session()), c.req.query('key') ?? '/'));
  });
  api.get('/explorer/node-data', (c) => {
    const { data, stat } = serving(session()).get(c.req.query('key') ?? '/');
    return c.json<ExplorerNodeData>({ bytes: hexPairs(data), str: data, stat: statText(stat) });
  });
  api.notFound((c) => notBuilt('Exhibitor', c.req.raw));
  api.onError((error, c) => {
    if (error instanceof NotServing) return c.json({ message: error.message }, 503);
    if (error instanceof ZooKeeperError) return c.json({ message: error.message }, error.code === 'NoNode' ? 404 : 400);
    throw error;
  });
  return (request) => Promise.resolve(api.fetch(request));
}

class NotServing extends Error {
  constructor() {
    super('ZooKeeper does not serve yet; ask again in a moment.');
  }
}

function serving(session: ZooKeeperSession | undefined): ZooKeeperSession {
  if (!session) throw new NotServing();
  return session;
}

function treeNodes(session: ZooKeeperSession, path: string): ExplorerNodes {
  return session.children(path).map((title) => {
    const key = childPath(path, title);
    return { title, key, isLazy: session.children(key).length > 0, expand: false };
  });
}

const hexPairs = (data: string): string => [...new TextEncoder().encode(data)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const statText = (stat: Stat): string =>
  [
    `czxid: ${stat.czxid}`,
    `mzxid: ${stat.mzxid}`,
    `ctime: ${new Date(stat.ctime).toISOString()}`,
    `mtime: ${new Date(stat.mtime).toISOString()}`,
    `version: ${stat.version}`,
    `cversion: ${stat.cversion}`,
    `aversion: ${stat.aversion}`,
    `ephemeralOwner: ${stat.ephemeralOwner}`,
    `dataLength: ${stat.dataLength}`,
    `numChildren: ${stat.numChildren}`,
    `pzxid: ${stat.pzxid}`,
  ].join('\n');
