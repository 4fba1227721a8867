import * as z from 'zod/mini';
import { labelsSchema, resourceSchema, resourcesSchema } from './resource-schema.ts';
import { executorSchema, idSchema, killPolicySchema, taskSchema } from './task-schema.ts';

/** What `POST /api/v1/scheduler` takes: the calls of scheduler.ts as JSON. */

/** A framework without MULTI_ROLE names its one role in `role`. */
export const frameworkInfoSchema = z.object({
  id: z.optional(idSchema),
  name: z.string(),
  user: z.string(),
  role: z.optional(z.string()),
  roles: z.optional(z.array(z.string())),
  principal: z.optional(z.string()),
  hostname: z.optional(z.string()),
  webui_url: z.optional(z.string()),
  checkpoint: z.optional(z.boolean()),
  failover_timeout: z.optional(z.number()),
  capabilities: z.optional(z.array(z.object({ type: z.string() }))),
  labels: z.optional(labelsSchema),
});
export type WireFrameworkInfo = z.infer<typeof frameworkInfoSchema>;

const filters = z.optional(z.object({ refuse_seconds: z.optional(z.number()) }));
const ids = z.array(idSchema);
const id = z.optional(idSchema);
const onRoles = z.optional(z.object({ roles: z.optional(z.array(z.string())) }));
const volumes = z.object({ volumes: resourcesSchema });
const resources = z.object({ resources: resourcesSchema });

const operationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LAUNCH'), launch: z.object({ task_infos: z.array(taskSchema) }) }),
  z.object({
    type: z.literal('LAUNCH_GROUP'),
    launch_group: z.object({ executor: executorSchema, task_group: z.object({ tasks: z.array(taskSchema) }) }),
  }),
  z.object({ type: z.literal('RESERVE'), id, reserve: resources }),
  z.object({ type: z.literal('UNRESERVE'), id, unreserve: resources }),
  z.object({ type: z.literal('CREATE'), id, create: volumes }),
  z.object({ type: z.literal('DESTROY'), id, destroy: volumes }),
  z.object({ type: z.literal('GROW_VOLUME'), id, grow_volume: z.object({ volume: resourceSchema, addition: resourceSchema }) }),
  z.object({
    type: z.literal('SHRINK_VOLUME'),
    id,
    shrink_volume: z.object({ volume: resourceSchema, subtract: z.object({ value: z.number() }) }),
  }),
]);

const subscription = z.object({ framework_info: frameworkInfoSchema, suppressed_roles: z.optional(z.array(z.string())) });
const ofTask = { task_id: idSchema, agent_id: z.optional(idSchema) };

export const subscribeSchema = z.object({ framework_id: id, subscribe: subscription });

/** Every call but SUBSCRIBE and those that only ever are taken note of. */
export const schedulerCallSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('UPDATE_FRAMEWORK'), update_framework: subscription }),
  z.object({ type: z.literal('TEARDOWN') }),
  z.object({
    type: z.literal('ACCEPT'),
    accept: z.object({ offer_ids: ids, operations: z.prefault(z.array(operationSchema), []), filters }),
  }),
  z.object({ type: z.literal('DECLINE'), decline: z.object({ offer_ids: ids, filters }) }),
  z.object({ type: z.literal('ACCEPT_INVERSE_OFFERS'), accept_inverse_offers: z.object({ inverse_offer_ids: ids, filters }) }),
  z.object({ type: z.literal('DECLINE_INVERSE_OFFERS'), decline_inverse_offers: z.object({ inverse_offer_ids: ids, filters }) }),
  z.object({ type: z.literal('REVIVE'), revive: onRoles }),
  z.object({ type: z.literal('SUPPRESS'), suppress: onRoles }),
  z.object({ type: z.literal('KILL'), kill: z.object({ ...ofTask, kill_policy: z.optional(killPolicySchema) }) }),
  z.object({ type: z.literal('SHUTDOWN'), shutdown: z.object({ executor_id: idSchema, agent_id: idSchema }) }),
  z.object({ type: z.literal('ACKNOWLEDGE'), acknowledge: z.object({ agent_id: idSchema, task_id: idSchema, uuid: z.string() }) }),
  z.object({ type: z.literal('RECONCILE'), reconcile: z.object({ tasks: z.prefault(z.array(z.object(ofTask)), []) }) }),
  z.object({
    type: z.literal('RECONCILE_OPERATIONS'),
    reconcile_operations: z.object({
      operations: z.prefault(z.array(z.object({ operation_id: idSchema, agent_id: z.optional(idSchema) })), []),
    }),
  }),
  z.object({ type: z.literal('ACKNOWLEDGE_OPERATION_STATUS') }),
  z.object({ type: z.literal('MESSAGE'), message: z.object({ agent_id: idSchema, executor_id: idSchema, data: z.string() }) }),
  z.object({ type: z.literal('REQUEST') }),
]);

/** The names of all calls, to tell an unknown one from a wrong one. */
export const SCHEDULER_CALLS: ReadonlySet<string> = new Set([
  'SUBSCRIBE',
  ...schedulerCallSchema.def.options.flatMap(({ shape }): string[] => shape.type.def.values),
]);
