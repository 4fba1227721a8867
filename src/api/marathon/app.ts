import * as z from 'zod/mini';
import { pathIdSchema } from './app-id.ts';
import { checkApp } from './app-rules.ts';
import { healthCheckSchema, readinessCheckSchema } from './checks.ts';
import { containerSchema } from './container.ts';
import type { AppDefinition } from './definition.ts';
import { faultOf, groupByPath, withoutNulls, type BodyFault, type Violation } from './faults.ts';
import { boolean, filled, integer, list, number, port, string, stringMap, timestamp, withDefault } from './fields.ts';
import { checkLegacy } from './legacy-rules.ts';
import { DC_OS_DEFAULTS, newApp, type AppDefaults } from './normalise.ts';
import { ipAddressSchema, networkSchema, portDefinitionSchema } from './ports.ts';

export const cpusSchema = number('CPUs');
export const memSchema = number('Memory');
export const diskSchema = number('Disk space');
export const gpusSchema = integer('GPUs');
export const instancesSchema = integer('Instances');
export const cmdSchema = filled('The command');
export const labelsSchema = stringMap('Labels');
export const envSchema = z.record(
  z.string(),
  z.union([z.string(), z.object({ secret: z.string() })], { error: 'A variable is text or {"secret": name}.' }),
  { error: 'Environment variables have to be an object.' },
);
export const constraintSchema = list('A constraint', string('A part of a constraint'));

export const fetchSchema = z.object({
  uri: string('The URI'),
  extract: withDefault(boolean('extract'), true),
  executable: withDefault(boolean('executable'), false),
  cache: withDefault(boolean('cache'), false),
  destPath: z.optional(string('The destination')),
});

export const upgradeStrategySchema = z.object({
  maximumOverCapacity: number('The maximum over capacity', 0, 1),
  minimumHealthCapacity: number('The minimum health capacity', 0, 1),
});

/** Any text counts as `disabled`, as in the real one. */
export const unreachableStrategySchema = z.union(
  [
    z.object({
      inactiveAfterSeconds: withDefault(integer('inactiveAfterSeconds'), 0),
      expungeAfterSeconds: withDefault(integer('expungeAfterSeconds'), 0),
    }),
    z.pipe(
      z.string(),
      z.transform(() => 'disabled' as const),
    ),
  ],
  { error: 'The unreachable strategy is "disabled" or an object of two durations.' },
);

const limitSchema = z.union([z.number(), z.literal('unlimited')], { error: 'A limit is a number or "unlimited".' });
export const resourceLimitsSchema = z.object({ cpus: z.optional(limitSchema), mem: z.optional(limitSchema) });
export const secretsSchema = z.record(z.string(), z.object({ source: filled('The source') }), { error: 'Secrets have to be an object.' });
export const killSelectionSchema = z.enum(['YOUNGEST_FIRST', 'OLDEST_FIRST'], {
  error: 'killSelection is YOUNGEST_FIRST or OLDEST_FIRST.',
});

const settings = {
  cmd: z.optional(cmdSchema),
  args: z.optional(list('Arguments', string('An argument'))),
  user: z.optional(string('The user')),
  env: z.optional(envSchema),
  instances: z.optional(instancesSchema),
  cpus: z.optional(cpusSchema),
  mem: z.optional(memSchema),
  disk: z.optional(diskSchema),
  gpus: z.optional(gpusSchema),
  executor: z.optional(
    string('The executor').check(
      z.regex(/^(|\/\/cmd|\/?[^/]+(\/[^/]+)*)$/, { error: 'The executor is empty, //cmd or the path of a program.' }),
    ),
  ),
  constraints: z.optional(list('Constraints', constraintSchema)),
  fetch: z.optional(list('Fetched files', fetchSchema)),
  portDefinitions: z.optional(list('Port definitions', portDefinitionSchema)),
  requirePorts: z.optional(boolean('requirePorts')),
  backoffSeconds: z.optional(integer('backoffSeconds')),
  backoffFactor: z.optional(number('backoffFactor', 1)),
  maxLaunchDelaySeconds: z.optional(integer('maxLaunchDelaySeconds')),
  container: z.optional(containerSchema),
  healthChecks: z.optional(list('Health checks', healthCheckSchema)),
  readinessChecks: z.optional(list('Readiness checks', readinessCheckSchema)),
  check: z.optional(z.record(z.string(), z.unknown(), { error: 'The check has to be an object.' })),
  dependencies: z.optional(list('Dependencies', string('A dependency'))),
  upgradeStrategy: z.optional(upgradeStrategySchema),
  labels: z.optional(labelsSchema),
  acceptedResourceRoles: z.optional(list('Accepted resource roles', string('A role'))),
  networks: z.optional(list('Networks', networkSchema)),
  version: z.optional(timestamp('The version')),
  residency: z.optional(
    z.object({
      relaunchEscalationTimeoutSeconds: withDefault(integer('The relaunch escalation timeout'), 3600),
      taskLostBehavior: withDefault(z.enum(['WAIT_FOREVER', 'RELAUNCH_AFTER_TIMEOUT']), 'WAIT_FOREVER'),
    }),
  ),
  secrets: z.optional(secretsSchema),
  taskKillGracePeriodSeconds: z.optional(integer('taskKillGracePeriodSeconds')),
  killSelection: z.optional(killSelectionSchema),
  unreachableStrategy: z.optional(unreachableStrategySchema),
  tty: z.optional(boolean('tty')),
  executorResources: z.optional(z.object({ cpus: cpusSchema, mem: memSchema, disk: withDefault(diskSchema, 0) })),
  role: z.optional(filled('The role')),
  resourceLimits: z.optional(resourceLimitsSchema),
  /** Spellings of 2016, translated by `normalise.ts`. */
  uris: z.optional(list('URIs', string('A URI'))),
  ports: z.optional(list('Ports', port('A port'))),
  ipAddress: z.optional(ipAddressSchema),
};

/** An app as posted: everything but the id may be left out. Unknown keys are dropped. */
export const appSchema = z.object({ id: pathIdSchema, ...settings }, { error: 'An app has to be an object.' });
/** A change of an app: what is absent stays as it is. */
export const appUpdateSchema = z.object({ id: z.optional(pathIdSchema), ...settings }, { error: 'An app has to be an object.' });

export type PostedApp = z.output<typeof appSchema>;
export type AppUpdate = z.output<typeof appUpdateSchema>;

export type Checked<T> = { ok: true; app: T } | { ok: false; error: BodyFault };

function read<T extends AppUpdate>(schema: z.ZodMiniType<T>, input: unknown): Checked<T> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      ok: false,
      error: { message: 'Invalid JSON', details: [{ path: '/id', errors: [`${JSON.stringify(input)} is not an object`] }] },
    };
  }
  const result = z.safeParse(schema, withoutNulls(input));
  if (!result.success) return { ok: false, error: faultOf(result.error, input) };
  const error = ruleFault(checkLegacy(result.data));
  return error ? { ok: false, error } : { ok: true, app: result.data };
}

/** The fault of broken rules; undefined when there is none. */
export const ruleFault = (violations: readonly Violation[]): BodyFault | undefined =>
  violations.length === 0 ? undefined : { message: 'Object is not valid', details: groupByPath(violations) };

/** Reads the body of a new app; only its form is judged. */
export const readApp = (input: unknown): Checked<PostedApp> => read(appSchema, input);
/** Reads the body of a change; only its form is judged. */
export const readAppUpdate = (input: unknown): Checked<AppUpdate> => read(appUpdateSchema, input);

/** What a whole app must satisfy, in Marathon's error shape; undefined when all is well. */
export const faultOfApp = (app: AppDefinition, defaults: AppDefaults): BodyFault | undefined => ruleFault(checkApp(app, defaults));

/**
 * Judges the body of a new app as `POST /v2/apps` does, and fills in its defaults.
 * `error` is what Marathon answers with 422: `details` names each field by its path (`/healthChecks(0)/path`).
 */
export function validateApp(input: unknown, defaults: AppDefaults = DC_OS_DEFAULTS): Checked<AppDefinition> {
  const posted = readApp(input);
  if (!posted.ok) return posted;
  const app = newApp(posted.app, defaults);
  const error = faultOfApp(app, defaults);
  return error ? { ok: false, error } : { ok: true, app };
}
