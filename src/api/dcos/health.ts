import { z } from 'zod/mini';

/** 3dt's component health, below `/system/health/v1`. */
export const HEALTH = { healthy: 0, unhealthy: 1, warning: 2, unknown: 3 } as const;
export const healthSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Health = z.infer<typeof healthSchema>;

export const nodeRoleSchema = z.enum(['master', 'agent', 'agent_public']);
export type NodeRole = z.infer<typeof nodeRoleSchema>;

/** Ours, which the real 3dt does not tell: since when (ms since the epoch) it has that health, and in one sentence why it is not well. */
const causeFields = { since: z.optional(z.number()), reason: z.optional(z.string()) };

/** `/units/<unit>`: its health is the worst over all nodes that have it. */
export const healthUnitSchema = z.object({
  id: z.string(),
  name: z.string(),
  health: healthSchema,
  description: z.string(),
  ...causeFields,
});
export type HealthUnit = z.infer<typeof healthUnitSchema>;
/** `/units` and `/nodes/<ip>/units`. */
export const healthUnitsSchema = z.object({ units: z.array(healthUnitSchema) });

/** `/nodes/<ip>`. */
export const healthNodeSchema = z.object({ host_ip: z.string(), health: healthSchema, role: nodeRoleSchema });
export type HealthNode = z.infer<typeof healthNodeSchema>;
/** `/nodes`. */
export const healthNodesSchema = z.object({ nodes: z.array(healthNodeSchema) });

/** `/units/<unit>/nodes`: the nodes with the health of that unit. */
const unitNodeSchema = z.extend(healthNodeSchema, causeFields);
export type UnitNode = z.infer<typeof unitNodeSchema>;
export const unitNodesSchema = z.object({ nodes: z.array(unitNodeSchema) });

/** `/units/<unit>/nodes/<ip>`: `output` is recent journal lines, empty while healthy; `help` says where to look. */
export const unitOnNodeSchema = z.extend(unitNodeSchema, { output: z.string(), help: z.string() });
export type UnitOnNode = z.infer<typeof unitOnNodeSchema>;

/** `/nodes/<ip>/units/<unit>`. */
export const nodeUnitSchema = z.extend(healthUnitSchema, { output: z.string(), help: z.string() });
export type NodeUnit = z.infer<typeof nodeUnitSchema>;

/** The root: the node that answers, with its own units. */
export const ownHealthSchema = z.object({
  units: z.array(nodeUnitSchema),
  hostname: z.string(),
  ip: z.string(),
  dcos_version: z.string(),
  node_role: nodeRoleSchema,
  mesos_id: z.string(),
  '3dt_version': z.string(),
});
export type OwnHealth = z.infer<typeof ownHealthSchema>;

/** `/report`: everything at once, by the ids of units and the addresses of nodes. Its names are those of the Go structs of 3dt. */
export interface HealthReport {
  Units: Record<string, ReportedUnit>;
  Nodes: Record<string, ReportedNode>;
  /** RFC 3339. */
  UpdatedTime: string;
}

export interface ReportedUnit {
  UnitName: string;
  Title: string;
  PrettyName: string;
  Health: Health;
  Timestamp: string;
  Nodes?: ReportedNode[];
}

export interface ReportedNode {
  Role: NodeRole;
  IP: string;
  Health: Health;
  MesosID: string;
  /** By the ids of its units. */
  Output: Record<string, string>;
  Units?: ReportedUnit[];
}
