import * as z from 'zod/mini';
import { cpusSchema, diskSchema, envSchema, fetchSchema, gpusSchema, labelsSchema, memSchema, resourceLimitsSchema } from './app.ts';
import { boolean, filled, integer, list, number, port, string, stringMap, withDefault } from './fields.ts';

/** Names of containers, volumes and endpoints: labels of DNS. */
export const podNameSchema = (what: string): z.ZodMiniString =>
  filled(what).check(
    z.maxLength(63, { error: `${what} must have 63 characters or less.` }),
    z.regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, { error: `${what} has lower-case letters, digits and inner dashes.` }),
  );

const pathSchema = (what: string): z.ZodMiniString =>
  filled(what).check(z.maxLength(1024, { error: `${what} must have 1024 characters or less.` }));

const commandSchema = z.union([z.object({ shell: string('The command') }), z.object({ argv: list('Arguments', string('An argument')) })], {
  error: 'A command is {"shell": text} or {"argv": [texts]}.',
});

export const endpointSchema = z.object({
  name: podNameSchema('The endpoint name'),
  containerPort: z.optional(port('The container port')),
  hostPort: z.optional(port('The host port')),
  protocol: z.optional(list('Protocols', podNameSchema('A protocol'))),
  labels: z.optional(stringMap('Endpoint labels')),
  networkNames: z.optional(list('Network names', podNameSchema('A network name'))),
});

/** Durations in seconds. */
export const podHealthCheckSchema = z.object({
  http: z.optional(
    z.object({
      endpoint: podNameSchema('The endpoint'),
      path: z.optional(pathSchema('The path')),
      scheme: withDefault(z.enum(['HTTP', 'HTTPS'], { error: 'The scheme is HTTP or HTTPS.' }), 'HTTP'),
    }),
  ),
  tcp: z.optional(z.object({ endpoint: podNameSchema('The endpoint') })),
  exec: z.optional(z.object({ command: commandSchema })),
  gracePeriodSeconds: withDefault(integer('The grace period'), 300),
  intervalSeconds: withDefault(integer('The interval'), 60),
  maxConsecutiveFailures: withDefault(integer('The number of consecutive failures'), 3),
  timeoutSeconds: withDefault(integer('The timeout'), 20),
  delaySeconds: withDefault(integer('The delay'), 15),
});

const imageSchema = z.object({
  kind: z.enum(['DOCKER', 'APPC'], { error: 'The kind of an image is DOCKER or APPC.' }),
  id: pathSchema('The image'),
  forcePull: z.optional(boolean('forcePull')),
  labels: z.optional(stringMap('Image labels')),
  pullConfig: z.optional(z.object({ secret: filled('The secret') })),
});

export const podContainerSchema = z.object(
  {
    name: podNameSchema('The container name'),
    exec: z.optional(z.object({ command: commandSchema, overrideEntrypoint: z.optional(boolean('overrideEntrypoint')) })),
    resources: z.object(
      {
        cpus: cpusSchema,
        mem: memSchema,
        disk: withDefault(diskSchema, 0),
        gpus: withDefault(gpusSchema, 0),
      },
      { error: 'Resources have to be an object.' },
    ),
    resourceLimits: z.optional(resourceLimitsSchema),
    endpoints: z.optional(list('Endpoints', endpointSchema)),
    image: z.optional(imageSchema),
    environment: z.optional(envSchema),
    user: z.optional(string('The user')),
    healthCheck: z.optional(podHealthCheckSchema),
    check: z.optional(z.record(z.string(), z.unknown(), { error: 'The check has to be an object.' })),
    volumeMounts: z.optional(
      list(
        'Volume mounts',
        z.object({
          name: podNameSchema('The volume name'),
          mountPath: pathSchema('The mount path'),
          readOnly: z.optional(boolean('readOnly')),
        }),
      ),
    ),
    artifacts: z.optional(list('Artifacts', fetchSchema)),
    labels: z.optional(labelsSchema),
    lifecycle: z.optional(z.object({ killGracePeriodSeconds: z.optional(number('The kill grace period')) })),
    tty: z.optional(boolean('tty')),
    linuxInfo: z.optional(z.unknown()),
  },
  { error: 'A container has to be an object.' },
);
