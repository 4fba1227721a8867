import { z } from 'zod/mini';

/** States of a ZooKeeper server as Exhibitor numbers them. */
export const ZOOKEEPER_STATE = { latent: 0, down: 1, 'not serving': 2, serving: 3 } as const;

/** `GET /exhibitor/v1/cluster/status`. */
export const clusterStatusSchema = z.array(
  z.object({ code: z.int(), description: z.string(), hostname: z.string(), isLeader: z.boolean() }),
);
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

/** `GET /exhibitor/v1/cluster/list` as JSON. */
export const clusterListSchema = z.object({ servers: z.array(z.string()), port: z.int() });
export type ClusterList = z.infer<typeof clusterListSchema>;

/** `GET /exhibitor/v1/explorer/node?key=/path`: the children of a znode. `isLazy`: it has children of its own. */
export const explorerNodesSchema = z.array(z.object({ title: z.string(), key: z.string(), isLazy: z.boolean(), expand: z.boolean() }));
export type ExplorerNodes = z.infer<typeof explorerNodesSchema>;

/** `GET /exhibitor/v1/explorer/node-data?key=/path`: the data as pairs of hex digits and as text, and the znode's stat line. */
export const explorerNodeDataSchema = z.object({ bytes: z.string(), str: z.string(), stat: z.string() });
export type ExplorerNodeData = z.infer<typeof explorerNodeDataSchema>;
