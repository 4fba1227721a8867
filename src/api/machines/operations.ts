import { z } from 'zod/mini';

/**
 * Changes of machines: `POST /machines/v1/{up,halt,destroy}` with the names, `POST /machines/v1/machines` with a new machine. Each
 * answers 202 with an operation, which `GET /machines/v1/operations/{id}` tells the progress of. `GET /machines/v1/preview/{action}`
 * says beforehand what would happen. Refusals are 4xx with `{message}`, and nothing was changed then.
 */
export const machineActionSchema = z.enum(['up', 'halt', 'destroy']);
export type MachineAction = z.infer<typeof machineActionSchema>;

/** As `vagrant up a1 a2` names them. */
export const machineNamesSchema = z.strictObject({ machines: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)) });

/**
 * A machine to be added, with the keys that it would have in VagrantConfig.yaml. Without a type the name says it (`a2`, `p2`);
 * without an address it gets one beside the others of its type.
 */
export const newMachineSchema = z.looseObject({ name: z.string() });
export type NewMachine = z.infer<typeof newMachineSchema>;

/** What a machine is described by, as in VagrantConfig.yaml. Memory in MB. */
export const machineSettingsSchema = z.object({
  name: z.string(),
  ip: z.string(),
  type: z.enum(['master', 'agent-private', 'agent-public', 'boot']),
  cpus: z.number(),
  memory: z.number(),
  memoryReserved: z.number(),
  aliases: z.array(z.string()),
});
/** `POST /machines/v1/machines?dryRun=true`: what the machine would be. */
export const newMachinePreviewSchema = z.object({ machine: machineSettingsSchema, waitsFor: z.optional(z.string()) });
export type NewMachinePreview = z.infer<typeof newMachinePreviewSchema>;

export const operationSchema = z.object({
  id: z.string(),
  action: z.enum(['up', 'halt', 'destroy', 'add']),
  state: z.enum(['running', 'done', 'failed']),
  /** Times in ms since the epoch. */
  startedAt: z.number(),
  endedAt: z.optional(z.number()),
  machines: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['running', 'done', 'failed']),
      /** Why it failed, or what there was to do nothing about. */
      message: z.optional(z.string()),
    }),
  ),
});
export type Operation = z.infer<typeof operationSchema>;
/** `GET /machines/v1/operations`, the newest first. */
export const operationsSchema = z.object({ operations: z.array(operationSchema) });

/** What becomes of a task whose machine goes. */
export const taskFateSchema = z.object({
  id: z.string(),
  name: z.string(),
  framework: z.string(),
  machine: z.string(),
  /**
   * `moves`: Marathon starts another in its place on `to`; `waits`: nothing that is left has room for it, it waits for some;
   * `bound`: its data is on the machine, it waits for that; `framework`: what to do is up to its framework.
   */
  fate: z.enum(['moves', 'waits', 'bound', 'framework']),
  /** The host name of the agent with room for it. */
  to: z.optional(z.string()),
});
export type TaskFate = z.infer<typeof taskFateSchema>;

export const actionPreviewSchema = z.object({
  /** Why it would be refused, one sentence each; empty when it would not. */
  refusals: z.array(z.string()),
  tasks: z.array(taskFateSchema),
  /** What the machine will wait for before it comes up. */
  waitsFor: z.optional(z.string()),
});
export type ActionPreview = z.infer<typeof actionPreviewSchema>;
