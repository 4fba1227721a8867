import * as z from 'zod/mini';
import { boolean, filled, integer, list, string, stringMap, withDefault } from './fields.ts';
import { portMappingSchema } from './ports.ts';

export const imageSchema = string('The image').check(z.regex(/^\S*$/, { error: 'The image must not contain blanks.' }));

export const dockerParameterSchema = z.object({
  key: filled('The key of a parameter'),
  value: string('The value of a parameter'),
});

export const dockerSchema = z.object({
  image: imageSchema,
  forcePullImage: withDefault(boolean('forcePullImage'), false),
  parameters: withDefault(list('Parameters', dockerParameterSchema), []),
  privileged: withDefault(boolean('privileged'), false),
  pullConfig: z.optional(z.object({ secret: filled('The secret') })),
  credential: z.optional(z.object({ principal: filled('The principal'), secret: z.optional(string('The secret')) })),
  /** Before Marathon 1.5 the network and the mappings stood here. */
  network: z.optional(z.enum(['BRIDGE', 'HOST', 'NONE', 'USER'], { error: 'The network is BRIDGE, HOST or USER.' })),
  portMappings: z.optional(list('Port mappings', portMappingSchema)),
});

export const persistentVolumeSchema = z.object({
  type: withDefault(z.enum(['root', 'path', 'mount'], { error: 'The disk type is root, path or mount.' }), 'root'),
  size: integer('The size'),
  maxSize: z.optional(integer('The largest size')),
  profileName: z.optional(filled('The profile name')),
  constraints: z.optional(list('Constraints', list('A constraint', string('A part of a constraint')))),
});

export const externalVolumeSchema = z.object({
  name: z.optional(filled('The volume name')),
  provider: z.optional(filled('The provider')),
  options: z.optional(stringMap('Options')),
  size: z.optional(integer('The size', 1)),
});

export const volumeSchema = z.object({
  containerPath: filled('The container path'),
  hostPath: z.optional(filled('The host path')),
  mode: z.optional(z.enum(['RO', 'RW'], { error: 'The mode is RO or RW.' })),
  persistent: z.optional(persistentVolumeSchema),
  external: z.optional(externalVolumeSchema),
  secret: z.optional(filled('The secret')),
});

export const containerSchema = z.object({
  type: withDefault(z.enum(['DOCKER', 'MESOS'], { error: 'The containerizer is DOCKER or MESOS.' }), 'MESOS'),
  docker: z.optional(dockerSchema),
  volumes: withDefault(list('Volumes', volumeSchema), []),
  portMappings: z.optional(list('Port mappings', portMappingSchema)),
  linuxInfo: z.optional(z.unknown()),
});
