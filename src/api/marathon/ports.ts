import * as z from 'zod/mini';
import { filled, list, number, port, string, stringMap, withDefault } from './fields.ts';

export const protocolSchema = z.enum(['tcp', 'udp', 'udp,tcp'], { error: 'The protocol has to be tcp, udp or "udp,tcp".' });

/** A name by which health checks and DNS find a port. */
export const portNameSchema = string('The port name').check(
  z.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, { error: 'A port name has lower-case letters, digits and inner dashes.' }),
);

const labels = stringMap('Port labels');

/** A service port of an app on the host's network. 0 lets Marathon choose. */
export const portDefinitionSchema = z.object({
  port: withDefault(port('The port'), 0),
  labels: z.optional(labels),
  name: z.optional(portNameSchema),
  protocol: withDefault(protocolSchema, 'tcp'),
});

/** A container's port and what leads to it. */
export const portMappingSchema = z.object({
  containerPort: withDefault(port('The container port'), 0),
  hostPort: z.optional(port('The host port')),
  labels: withDefault(labels, {}),
  name: z.optional(portNameSchema),
  protocol: withDefault(protocolSchema, 'tcp'),
  servicePort: withDefault(port('The service port'), 0),
  networkNames: z.optional(list('Network names', filled('A network name'))),
});

export const networkSchema = z.object({
  mode: withDefault(
    z.enum(['host', 'container', 'container/bridge'], { error: 'The mode is host, container or container/bridge.' }),
    'container',
  ),
  name: z.optional(filled('The network name')),
  labels: z.optional(stringMap('Network labels')),
});

/** The form of 2016 (Marathon 0.14 to 1.4): one address for each task. */
export const ipAddressSchema = z.object({
  groups: z.optional(list('Groups', string('A group'))),
  labels: z.optional(stringMap('Network labels')),
  networkName: z.optional(string('The network name')),
  discovery: z.optional(
    z.object({
      ports: withDefault(
        list(
          'Discovery ports',
          z.object({
            number: number('The port', 0, 65_535),
            name: z.optional(portNameSchema),
            protocol: withDefault(protocolSchema, 'tcp'),
            labels: withDefault(labels, {}),
          }),
        ),
        [],
      ),
    }),
  ),
});
