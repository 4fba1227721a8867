import { z } from 'zod/mini';

/**
 * `GET /machines/v1/cluster`: the machines of the local cluster and what runs on them. Our own API, for what none of the
 * real systems tells; a dashboard in front of a real cluster gets 404 here and does without. Memory in MB, times in ms since the epoch.
 */
export const unitStateSchema = z.enum(['inactive', 'activating', 'active', 'deactivating', 'failed']);
export type UnitState = z.infer<typeof unitStateSchema>;

export const unitSchema = z.object({
  /** The systemd unit of DC/OS: `dcos-mesos-master.service`. */
  id: z.string(),
  name: z.string(),
  state: unitStateSchema,
  since: z.number(),
  /** When its last start began. */
  startedAt: z.optional(z.number()),
  /** What it needs before it can become active. */
  waitingFor: z.optional(z.string()),
  /** It was stopped by itself, and stays so until it or its machine is started. */
  stopped: z.optional(z.boolean()),
  /** Why it cannot be stopped by itself. */
  lasting: z.optional(z.string()),
  /** Why it is never started: a component that this version does not have. */
  absent: z.optional(z.string()),
});

export type UnitDescription = z.infer<typeof unitSchema>;

/**
 * `POST /machines/v1/machines/{machine}/units/{unit}/{action}`, answered by 202 and the unit: `start` and `restart` begin its start,
 * `stop` ends it until it or its machine is started, `crash` kills it, whereupon it is started again after a few seconds.
 */
export const unitActionSchema = z.enum(['start', 'stop', 'crash', 'restart']);
export type UnitAction = z.infer<typeof unitActionSchema>;

/** `GET /machines/v1/machines/{machine}/units/{unit}/log?after={number}`: what it said lately, oldest first. */
export const unitLogSchema = z.object({
  lines: z.array(z.object({ number: z.number(), at: z.number(), level: z.enum(['debug', 'info', 'warn', 'error']), message: z.string() })),
});
export type UnitLog = z.infer<typeof unitLogSchema>;

export const machineTypeSchema = z.enum(['master', 'agent-private', 'agent-public', 'boot']);
export type MachineType = z.infer<typeof machineTypeSchema>;

/**
 * `starting`: some unit is not active yet; `failed`: some unit gave up; `stopping`: its units and tasks are being ended;
 * `halted`: all of it is still there to be brought up again; `not created`: it is described, but has nothing of its own.
 */
export const machineStateSchema = z.enum(['starting', 'running', 'failed', 'stopping', 'halted', 'not created']);
export type MachineState = z.infer<typeof machineStateSchema>;

/** What is elected among the masters: one of them leads each. */
export const electedSchema = z.enum(['zookeeper', 'mesos', 'marathon', 'chronos']);
export type Elected = z.infer<typeof electedSchema>;

export const machineSchema = z.object({
  name: z.string(),
  type: machineTypeSchema,
  /** As in VagrantConfig.yaml. */
  ip: z.string(),
  /** Where the machine's ports really are, on this host's loopback. */
  address: z.string(),
  cpus: z.number(),
  memory: z.number(),
  memoryReserved: z.number(),
  aliases: z.array(z.string()),
  /** Of an agent that has registered with the master; that of a halted one is kept. */
  agentId: z.optional(z.string()),
  state: machineStateSchema,
  /** It was added by the API; else VagrantConfig.yaml describes it. */
  added: z.boolean(),
  /** Of a master: what it leads at the moment. */
  leads: z.optional(z.array(electedSchema)),
  units: z.array(unitSchema),
});

export const imageSchema = z.object({
  name: z.string(),
  /** Already on the engine, pulled from a registry, or built from a package of the host. */
  origin: z.enum(['present', 'pulled', 'built']),
  /** Of a built image: the package and version. */
  from: z.optional(z.string()),
});
export type Image = z.infer<typeof imageSchema>;

export const containersSchema = z.object({
  kind: z.enum(['docker', 'podman', 'simulated']),
  /** Name and version of the engine. */
  engine: z.optional(z.string()),
  /** Why containers are simulated, or why the engine cannot be used at the moment. */
  reason: z.optional(z.string()),
  /** The exact command that helps. */
  remedy: z.optional(z.string()),
});
export type Containers = z.infer<typeof containersSchema>;

/** How many masters are up, and how many have to be for anything to be agreed on. */
export const quorumSchema = z.object({ masters: z.number(), up: z.number(), needed: z.number() });
export type Quorum = z.infer<typeof quorumSchema>;

export const clusterSchema = z.object({
  id: z.string(),
  name: z.string(),
  startedAt: z.number(),
  machines: z.array(machineSchema),
  quorum: z.optional(quorumSchema),
  containers: containersSchema,
  /** How tasks without an image run: as real processes of this host, or simulated. */
  commands: z.object({ kind: z.enum(['process', 'simulated']) }),
  /** Images that were asked for at start. */
  images: z.array(imageSchema),
});
export type ClusterDescription = z.infer<typeof clusterSchema>;
