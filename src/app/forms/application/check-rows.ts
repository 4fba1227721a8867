import { isTrueAt, objectAt, objectsAt, textAt, withKeys } from '../json/document-parts.ts';
import type { AppDocument, HealthCheckRow, ReadinessRow } from './form-values.ts';
import { numberOrText } from './more-fields.ts';

type Json = AppDocument;

export const HEALTH_DEFAULTS = {
  gracePeriodSeconds: '300',
  intervalSeconds: '60',
  timeoutSeconds: '20',
  maxConsecutiveFailures: '3',
} as const;
const READINESS_DEFAULTS = { intervalSeconds: '30', timeoutSeconds: '10' } as const;

export const isHttp = (protocol: string): boolean => protocol.includes('HTTP');

export const healthRowsOf = (document: AppDocument): HealthCheckRow[] => (objectsAt(document, 'healthChecks') ?? []).map(healthRowOf);

export const healthRowOf = (origin: Json): HealthCheckRow => ({
  protocol: textAt(origin, 'protocol', 'HTTP'),
  path: textAt(origin, 'path'),
  command: textAt(objectAt(origin, 'command'), 'value'),
  portType: typeof origin['port'] === 'number' ? 'number' : 'index',
  port: textAt(origin, 'port') || textAt(origin, 'portIndex', '0'),
  gracePeriodSeconds: textAt(origin, 'gracePeriodSeconds', HEALTH_DEFAULTS.gracePeriodSeconds),
  intervalSeconds: textAt(origin, 'intervalSeconds', HEALTH_DEFAULTS.intervalSeconds),
  timeoutSeconds: textAt(origin, 'timeoutSeconds', HEALTH_DEFAULTS.timeoutSeconds),
  maxConsecutiveFailures: textAt(origin, 'maxConsecutiveFailures', HEALTH_DEFAULTS.maxConsecutiveFailures),
  ignoreHttp1xx: isTrueAt(origin, 'ignoreHttp1xx'),
  origin,
});

export const newHealthCheck: HealthCheckRow = healthRowOf({});

/** A row that was not changed is what it was; fields that its protocol does not have are left out of a changed one. */
export function healthCheckOf(row: HealthCheckRow): Json {
  const { origin, protocol, command, port, portType, ignoreHttp1xx } = row;
  if (origin['protocol'] !== undefined && isSame(row, healthRowOf(origin))) return origin;
  const http = isHttp(protocol);
  const runs = protocol === 'COMMAND';
  return withKeys(origin, {
    protocol,
    path: http ? row.path.trim() : undefined,
    command: runs ? { ...objectAt(origin, 'command'), value: command } : undefined,
    portIndex: runs || portType === 'number' ? undefined : numberOrText(port),
    port: runs || portType === 'index' ? undefined : numberOrText(port),
    ...durationsOf(row, HEALTH_DEFAULTS),
    ignoreHttp1xx: http && (ignoreHttp1xx || origin['ignoreHttp1xx'] !== undefined) ? ignoreHttp1xx : undefined,
  });
}

/** Numbers at their default are written only where they stood already. */
const durationsOf = (row: HealthCheckRow | ReadinessRow, defaults: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, fallback]) => {
      const text = textAt(row, name);
      return [name, text === fallback && row.origin[name] === undefined ? undefined : numberOrText(text)];
    }),
  );

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

export const readinessRowsOf = (document: AppDocument): ReadinessRow[] =>
  (objectsAt(document, 'readinessChecks') ?? []).map(readinessRowOf);

export const readinessRowOf = (origin: Json): ReadinessRow => ({
  protocol: textAt(origin, 'protocol', 'HTTP'),
  path: textAt(origin, 'path', '/'),
  portName: textAt(origin, 'portName', 'http-api'),
  intervalSeconds: textAt(origin, 'intervalSeconds', READINESS_DEFAULTS.intervalSeconds),
  timeoutSeconds: textAt(origin, 'timeoutSeconds', READINESS_DEFAULTS.timeoutSeconds),
  origin,
});

export const newReadinessCheck: ReadinessRow = readinessRowOf({});

export function readinessCheckOf(row: ReadinessRow): Json {
  const { origin, protocol, path, portName } = row;
  if (origin['portName'] !== undefined && isSame(row, readinessRowOf(origin))) return origin;
  return withKeys(origin, { protocol, path: path.trim(), portName: portName.trim(), ...durationsOf(row, READINESS_DEFAULTS) });
}
