import { z } from 'zod/mini';

/** States of a ZooKeeper server as Exhibitor numbers them. */
export const ZOOKEEPER_STATE = { latent: 0, down: 1, 'not serving': 2, serving: 3 } as const;

/** `GET /exhibitor/v1/cluster/status`. */
export const clusterStatusSchema = z.array(
  z.object({ code: z.int(), description: z.string(), hostname: z.string(), isLeader: z.boolean() }),
);
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

/** What Exhibitor does by itself: restart a server that is ill, remove old logs, and keep backups. */
export const SWITCHES = ['restarts', 'cleanup', 'backups'] as const;
export type Switches = Record<(typeof SWITCHES)[number], boolean>;

/** `GET /exhibitor/v1/cluster/state`: the server that the one who answers supervises. */
export interface ServerState {
  switches: Switches;
  state: number;
  description: string;
  isLeader: boolean;
}

/** What is asked of a server by name, such as `/cluster/state/<host>`. */
export interface HostAnswer {
  response: unknown;
  errorMessage: string;
  success: boolean;
}

/** Of calls that change something. */
export interface ActionResult {
  succeeded: boolean;
  message: string;
}

/** `GET /exhibitor/v1/cluster/list` as JSON. */
export const clusterListSchema = z.object({ servers: z.array(z.string()), port: z.int() });
export type ClusterList = z.infer<typeof clusterListSchema>;

/** `GET /exhibitor/v1/config/get-state`. Values of the configuration are texts, numbers and, for lines of zoo.cfg, records. */
export const configStateSchema = z.object({
  version: z.string(),
  running: z.boolean(),
  backupActive: z.boolean(),
  standaloneMode: z.boolean(),
  extraHeadingText: z.nullable(z.string()),
  nodeMutationsAllowed: z.boolean(),
  config: z.record(z.string(), z.unknown()),
});
export type ConfigState = z.infer<typeof configStateSchema>;

/** `GET /exhibitor/v1/explorer/node?key=/path`: the children of a znode. `isLazy`: it has children of its own. */
export const explorerNodesSchema = z.array(z.object({ title: z.string(), key: z.string(), isLazy: z.boolean(), expand: z.boolean() }));
export type ExplorerNodes = z.infer<typeof explorerNodesSchema>;

/** `GET /exhibitor/v1/explorer/node-data?key=/path`: the data as pairs of hex digits and as text, and the znode's stat, a count a line. */
export const explorerNodeDataSchema = z.object({ bytes: z.string(), str: z.string(), stat: z.string() });
export type ExplorerNodeData = z.infer<typeof explorerNodeDataSchema>;
