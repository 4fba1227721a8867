import * as z from 'zod/mini';
import { boolean, filled, integer, list, port, string, withDefault } from './fields.ts';
import { portNameSchema } from './ports.ts';

export const HEALTH_CHECK_PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'COMMAND', 'MESOS_TCP', 'MESOS_HTTP', 'MESOS_HTTPS'] as const;

/** Durations in seconds; `delaySeconds` counts only for checks that Mesos runs. */
export const healthCheckSchema = z.object({
  command: z.optional(z.object({ value: filled('The command') })),
  gracePeriodSeconds: withDefault(integer('The grace period'), 300),
  ignoreHttp1xx: z.optional(boolean('ignoreHttp1xx')),
  intervalSeconds: withDefault(integer('The interval'), 60),
  maxConsecutiveFailures: withDefault(integer('The number of consecutive failures'), 3),
  path: z.optional(string('The path')),
  port: z.optional(port('The port')),
  portIndex: z.optional(integer('The port index')),
  protocol: withDefault(z.enum(HEALTH_CHECK_PROTOCOLS, { error: `The protocol is one of ${HEALTH_CHECK_PROTOCOLS.join(', ')}.` }), 'HTTP'),
  ipProtocol: withDefault(z.enum(['IPv4', 'IPv6'], { error: 'The IP protocol is IPv4 or IPv6.' }), 'IPv4'),
  timeoutSeconds: withDefault(integer('The timeout'), 20),
  delaySeconds: withDefault(integer('The delay'), 15),
});

/** Asked only during a deployment, until the task says that it is ready. */
export const readinessCheckSchema = z.object({
  name: withDefault(filled('The name'), 'readinessCheck'),
  protocol: withDefault(z.enum(['HTTP', 'HTTPS'], { error: 'The protocol is HTTP or HTTPS.' }), 'HTTP'),
  path: withDefault(filled('The path'), '/'),
  portName: withDefault(portNameSchema, 'http-api'),
  intervalSeconds: withDefault(integer('The interval', 1), 30),
  timeoutSeconds: withDefault(integer('The timeout', 1), 10),
  httpStatusCodesForReady: withDefault(list('Status codes', integer('A status code', 100, 999)), [200]),
  preserveLastResponse: withDefault(boolean('preserveLastResponse'), false),
});
