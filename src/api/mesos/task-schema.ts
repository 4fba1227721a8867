import * as z from 'zod/mini';
import { labelsSchema, resourcesSchema } from './resource-schema.ts';
import type { ExecutorInfo, TaskInfo } from './task.ts';

/** Tasks as a scheduler sends them over HTTP. What Mesos knows besides is left out, not refused. */

export const idSchema = z.object({ value: z.string() });

const environmentSchema = z.object({ variables: z.array(z.object({ name: z.string(), value: z.prefault(z.string(), '') })) });

const commandSchema = z.object({
  shell: z.optional(z.boolean()),
  value: z.optional(z.string()),
  arguments: z.optional(z.array(z.string())),
  user: z.optional(z.string()),
  uris: z.optional(
    z.array(
      z.object({
        value: z.string(),
        executable: z.optional(z.boolean()),
        extract: z.optional(z.boolean()),
        cache: z.optional(z.boolean()),
        output_file: z.optional(z.string()),
      }),
    ),
  ),
  environment: z.optional(environmentSchema),
});

const portMappingsSchema = z.array(
  z.object({ host_port: z.number(), container_port: z.number(), protocol: z.optional(z.enum(['tcp', 'udp'])) }),
);

const dockerSchema = z.object({
  image: z.string(),
  network: z.optional(z.enum(['HOST', 'BRIDGE', 'NONE', 'USER'])),
  port_mappings: z.optional(portMappingsSchema),
  privileged: z.optional(z.boolean()),
  parameters: z.optional(z.array(z.object({ key: z.string(), value: z.string() }))),
  force_pull_image: z.optional(z.boolean()),
});

const containerSchema = z.object({
  type: z.enum(['DOCKER', 'MESOS']),
  docker: z.optional(dockerSchema),
  mesos: z.optional(
    z.object({
      image: z.optional(z.object({ type: z.enum(['DOCKER', 'APPC']), docker: z.optional(z.object({ name: z.string() })) })),
    }),
  ),
  volumes: z.optional(
    z.array(z.object({ container_path: z.string(), host_path: z.optional(z.string()), mode: z.prefault(z.enum(['RW', 'RO']), 'RW') })),
  ),
  network_infos: z.optional(z.array(z.object({ name: z.optional(z.string()), port_mappings: z.optional(portMappingsSchema) }))),
});

const discoverySchema = z.object({
  visibility: z.enum(['FRAMEWORK', 'CLUSTER', 'EXTERNAL']),
  name: z.optional(z.string()),
  ports: z.optional(
    z.object({
      ports: z.array(
        z.object({
          number: z.number(),
          name: z.optional(z.string()),
          protocol: z.optional(z.string()),
          labels: z.optional(labelsSchema),
        }),
      ),
    }),
  ),
});

const healthCheckSchema = z.object({
  type: z.enum(['COMMAND', 'HTTP', 'TCP']),
  delay_seconds: z.optional(z.number()),
  interval_seconds: z.optional(z.number()),
  timeout_seconds: z.optional(z.number()),
  grace_period_seconds: z.optional(z.number()),
  consecutive_failures: z.optional(z.number()),
  command: z.optional(commandSchema),
  http: z.optional(z.object({ scheme: z.optional(z.string()), port: z.number(), path: z.optional(z.string()) })),
  tcp: z.optional(z.object({ port: z.number() })),
});

export const killPolicySchema = z.object({ grace_period: z.optional(z.object({ nanoseconds: z.number() })) });

/** Without a type an executor is the framework's own program, as in Mesos. */
export const executorSchema = z.object({
  type: z.prefault(z.enum(['DEFAULT', 'CUSTOM', 'UNKNOWN']), 'CUSTOM'),
  executor_id: idSchema,
  framework_id: z.optional(idSchema),
  container: z.optional(containerSchema),
  resources: z.prefault(resourcesSchema, []),
  labels: z.optional(labelsSchema),
}) satisfies z.ZodMiniType<ExecutorInfo>;

export const taskSchema = z.object({
  name: z.string(),
  task_id: idSchema,
  agent_id: idSchema,
  executor: z.optional(executorSchema),
  resources: z.prefault(resourcesSchema, []),
  command: z.optional(commandSchema),
  container: z.optional(containerSchema),
  health_check: z.optional(healthCheckSchema),
  kill_policy: z.optional(killPolicySchema),
  discovery: z.optional(discoverySchema),
  labels: z.optional(labelsSchema),
}) satisfies z.ZodMiniType<TaskInfo>;
