import * as z from 'zod/mini';
import { pathIdSchema } from './app-id.ts';
import {
  constraintSchema,
  cpusSchema,
  diskSchema,
  envSchema,
  instancesSchema,
  killSelectionSchema,
  labelsSchema,
  memSchema,
  ruleFault,
  secretsSchema,
  unreachableStrategySchema,
} from './app.ts';
import { persistentVolumeSchema } from './container.ts';
import { faultOf, withoutNulls, type BodyFault } from './faults.ts';
import { boolean, filled, list, number, string, timestamp, withDefault } from './fields.ts';
import type { AppDefaults } from './normalise.ts';
import { podContainerSchema, podNameSchema } from './pod-container.ts';
import type { PodDefinition } from './pod-definition.ts';
import { checkPod } from './pod-rules.ts';
import { networkSchema } from './ports.ts';

/** Constraints of pods name their parts; apps' lists are taken as well. */
const placementConstraintSchema = z.union(
  [
    z.object({ fieldName: filled('The field'), operator: filled('The operator'), value: z.optional(string('The value')) }),
    z.pipe(
      constraintSchema,
      z.transform(([fieldName = '', operator = '', value]) => ({ fieldName, operator, ...(value !== undefined && { value }) })),
    ),
  ],
  { error: 'A constraint is {"fieldName", "operator", "value"}.' },
);

const schedulingSchema = z.object({
  backoff: z.optional(
    z.object({
      backoff: withDefault(number('The backoff'), 1),
      backoffFactor: withDefault(number('The backoff factor', 1), 1.15),
      maxLaunchDelay: withDefault(number('The longest launch delay'), 300),
    }),
  ),
  upgrade: z.optional(
    z.object({
      minimumHealthCapacity: withDefault(number('The minimum health capacity', 0, 1), 1),
      maximumOverCapacity: withDefault(number('The maximum over capacity', 0, 1), 1),
    }),
  ),
  placement: z.optional(
    z.object({
      constraints: z.optional(list('Constraints', placementConstraintSchema)),
      acceptedResourceRoles: z.optional(list('Accepted resource roles', string('A role'))),
    }),
  ),
  killSelection: z.optional(killSelectionSchema),
  unreachableStrategy: z.optional(unreachableStrategySchema),
});

/** A pod as posted: everything but id and containers may be left out. Unknown keys are dropped. */
export const podSchema = z.object(
  {
    id: pathIdSchema,
    containers: list('Containers', podContainerSchema),
    labels: z.optional(labelsSchema),
    version: z.optional(timestamp('The version')),
    user: z.optional(string('The user')),
    environment: z.optional(envSchema),
    secrets: z.optional(secretsSchema),
    volumes: z.optional(
      list(
        'Volumes',
        z.object({
          name: podNameSchema('The volume name'),
          host: z.optional(filled('The host path')),
          persistent: z.optional(persistentVolumeSchema),
          secret: z.optional(filled('The secret')),
        }),
      ),
    ),
    networks: z.optional(list('Networks', networkSchema)),
    scaling: z.optional(
      z.object({
        kind: z.literal('fixed', { error: 'The kind of scaling is fixed.' }),
        instances: withDefault(instancesSchema, 1),
        maxInstances: z.optional(instancesSchema),
      }),
    ),
    scheduling: z.optional(schedulingSchema),
    executorResources: z.optional(
      z.object({ cpus: withDefault(cpusSchema, 0.1), mem: withDefault(memSchema, 32), disk: withDefault(diskSchema, 10) }),
    ),
    role: z.optional(filled('The role')),
    legacySharedCgroups: z.optional(boolean('legacySharedCgroups')),
    linuxInfo: z.optional(z.unknown()),
  },
  { error: 'A pod has to be an object.' },
);

export type PostedPod = z.output<typeof podSchema>;

/** Reads the body of a pod; only its form is judged. */
export function readPod(input: unknown): { ok: true; pod: PostedPod } | { ok: false; error: BodyFault } {
  const result = z.safeParse(podSchema, withoutNulls(input));
  return result.success ? { ok: true, pod: result.data } : { ok: false, error: faultOf(result.error, input) };
}

/** What a whole pod must satisfy, in Marathon's error shape; undefined when all is well. */
export const faultOfPod = (pod: PodDefinition, defaults: AppDefaults): BodyFault | undefined => ruleFault(checkPod(pod, defaults));
