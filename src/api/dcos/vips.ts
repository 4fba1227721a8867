import { z } from 'zod/mini';

const protocolSchema = z.enum(['tcp', 'udp']);
export type VipProtocol = z.infer<typeof protocolSchema>;

/** `GET /net/v1/vips`, as dcos-net has it: `vip` is name or address and port. Only backends that get connections. */
export const vipListSchema = z.array(
  z.object({ vip: z.string(), protocol: protocolSchema, backend: z.array(z.object({ ip: z.string(), port: z.number() })) }),
);
export type VipList = z.infer<typeof vipListSchema>;

/**
 * `serving`: gets connections; `shunned`: a connection to it failed a moment ago; `unhealthy`: Mesos says so; `draining`: its task
 * ends or has ended, and what is open may go on.
 */
export const BACKEND_STATES = ['serving', 'shunned', 'unhealthy', 'draining'] as const;
export type BackendState = (typeof BACKEND_STATES)[number];

const backendSchema = z.object({
  ip: z.string(),
  port: z.number(),
  taskId: z.string(),
  agentId: z.string(),
  state: z.enum(BACKEND_STATES),
  /** Connections now, and since it is a backend; `failed` are those that it did not take. */
  open: z.number(),
  opened: z.number(),
  failed: z.number(),
  /** Bytes from clients to the backend, and back. */
  bytesIn: z.number(),
  bytesOut: z.number(),
  /** ms until a connection was taken, the median of the newest ones; null before the first. */
  latencyMs: z.nullable(z.number()),
});
export type VipBackend = z.infer<typeof backendSchema>;

const vipUsageSchema = z.object({
  vip: z.string(),
  protocol: protocolSchema,
  /** Where it really listens on this machine. */
  address: z.string(),
  port: z.number(),
  /** Why nothing listens there. */
  problem: z.optional(z.string()),
  /** Connections for which there was no backend. */
  refused: z.number(),
  backends: z.array(backendSchema),
});
export type VipUsage = z.infer<typeof vipUsageSchema>;

/** `GET /net/v1/usage`, which is ours: what passes through each VIP. `simulated`: nothing listens, and the figures are made up. */
export const vipUsagesSchema = z.object({ simulated: z.boolean(), vips: z.array(vipUsageSchema) });
export type VipUsages = z.infer<typeof vipUsagesSchema>;
