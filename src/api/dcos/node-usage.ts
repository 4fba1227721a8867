import { z } from 'zod/mini';
import { SAMPLE_MS } from './usage-history.ts';

/** `GET /dcos-history-service/usage/nodes/<agent id>`: the last ten minutes of one node. An extension of ours, as the usage of the cluster is. */
export const NODE_USAGE_SAMPLES = 5;
export const NODE_USAGE_STEP_MS = SAMPLE_MS * NODE_USAGE_SAMPLES;
export const NODE_USAGE_POINTS = 61;

/** CPUs, or MB. `used` is what was measured; absent where nothing is. */
const amountSchema = z.object({ allocated: z.number(), used: z.optional(z.number()) });

/** `at` in ms since the epoch. */
export const nodeUsagePointSchema = z.object({ at: z.number(), cpus: amountSchema, mem: amountSchema, disk: amountSchema });
export type NodeUsagePoint = z.infer<typeof nodeUsagePointSchema>;

/** Oldest first. A time without a point: the node was not connected, or the master could not be asked. */
export const nodeUsageHistorySchema = z.object({ stepMs: z.number(), points: z.array(nodeUsagePointSchema) });
export type NodeUsageHistory = z.infer<typeof nodeUsageHistorySchema>;
