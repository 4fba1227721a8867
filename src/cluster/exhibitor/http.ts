import { Hono } from 'hono';
import type { ActionResult, ConfigState, ExplorerNodeData, ExplorerNodes } from '../../api/dcos/exhibitor.ts';
import { notBuilt, type Fetch } from '../../api/http/fetch.ts';
import { ZooKeeperError } from '../zookeeper/errors.ts';
import { clusterResource } from './cluster-resource.ts';
import type { EnsembleView, ReadingClient } from './ensemble-view.ts';
import { nodeData, treeNodes } from './explorer.ts';

/** As Exhibitor 1.5, which DC/OS 1.7 had. */
const VERSION = '1.5.6';

/** Exhibitor's REST API below `/exhibitor/v1`. It looks and changes nothing: znodes belong to those who made them. */
export function exhibitorOf(ensemble: EnsembleView): Fetch {
  const api = new Hono().basePath('/exhibitor/v1');
  api.route('/cluster', clusterResource(ensemble));
  api.get('/config/get-state', async (c) => {
    const servers = await ensemble.servers();
    return c.json<ConfigState>({
      version: VERSION,
      running: servers[0].state === 'serving',
      backupActive: false,
      standaloneMode: servers.length === 1,
      extraHeadingText: null,
      nodeMutationsAllowed: false,
      config: { serversSpec: serversSpec(servers), clientPort: ensemble.port, ...ensemble.config },
    });
  });
  api.put('/config/set', (c) =>
    c.json<ActionResult>({ succeeded: false, message: 'The configuration is that of the servers of the ensemble and is only shown here.' }),
  );
  api.get('/explorer/node', async (c) => {
    return c.json<ExplorerNodes>(await treeNodes(serving(ensemble.client()), c.req.query('key') ?? '/'));
  });
  api.get('/explorer/node-data', async (c) => {
    return c.json<ExplorerNodeData>(await nodeData(serving(ensemble.client()), c.req.query('key') ?? '/'));
  });
  api.on(['PUT', 'DELETE'], '/explorer/znode/*', (c) =>
    c.json<ActionResult>(
      { succeeded: false, message: 'Changes of znodes are not allowed: they belong to the components that made them.' },
      403,
    ),
  );
  api.notFound((c) => notBuilt('Exhibitor', c.req.raw));
  api.onError((error, c) => {
    if (error instanceof NotServing) return c.json({ message: error.message }, 503);
    if (error instanceof ZooKeeperError) return c.json({ message: error.message }, STATUS[error.code] ?? 400);
    throw error;
  });
  return async (request) => api.fetch(request);
}

const STATUS: Partial<Record<ZooKeeperError['code'], 403 | 404 | 503>> = {
  NoNode: 404,
  NoAuth: 403,
  ConnectionLoss: 503,
  SessionExpired: 503,
};

/** `S:1:host,S:2:host`: servers that take part in elections, by their numbers. */
const serversSpec = (servers: readonly { hostname: string }[]): string =>
  servers.map(({ hostname }, index) => `S:${index + 1}:${hostname}`).join(',');

class NotServing extends Error {
  constructor() {
    super('ZooKeeper does not serve; ask again in a moment.');
  }
}

function serving(client: ReadingClient | undefined): ReadingClient {
  if (!client) throw new NotServing();
  return client;
}
