/** The fields of Marathon's own Configuration tab, in its order. */
export const LISTED_FIELDS = [
  'id',
  'cmd',
  'constraints',
  'dependencies',
  'labels',
  'role',
  'acceptedResourceRoles',
  'container',
  'cpus',
  'env',
  'executor',
  'healthChecks',
  'instances',
  'ipAddress',
  'mem',
  'disk',
  'gpus',
  'networks',
  'portDefinitions',
  'backoffFactor',
  'backoffSeconds',
  'maxLaunchDelaySeconds',
  'fetch',
  'user',
  'args',
  'version',
] as const;

/** What a value looks like: as one text, as some of them, as pairs, or as JSON; undefined for what is unset. */
export type FieldValue =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'apps'; ids: string[] }
  | { kind: 'pairs'; pairs: [string, unknown][] }
  | { kind: 'json'; value: unknown };

type Definition = Readonly<Record<string, unknown>>;

/** An empty list, object or text says no more than none: Marathon prints them for what was never given. */
export function fieldValue(definition: Definition, key: string): FieldValue | undefined {
  const value = key === 'fetch' ? (definition['fetch'] ?? definition['uris']) : definition[key];
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : listValue(key, value);
  if (typeof value === 'object') return objectValue(key, value);
  return { kind: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) };
}

function listValue(key: string, values: readonly unknown[]): FieldValue {
  if (key === 'dependencies') return { kind: 'apps', ids: values.map(String) };
  if (key === 'constraints')
    return { kind: 'list', items: values.map((parts) => (Array.isArray(parts) ? parts.join(':') : String(parts))) };
  if (key === 'fetch') return { kind: 'list', items: values.map(uriOf) };
  return values.every((value) => typeof value !== 'object') ? { kind: 'list', items: values.map(String) } : { kind: 'json', value: values };
}

function objectValue(key: string, value: object): FieldValue | undefined {
  const pairs = Object.entries(value) as [string, unknown][];
  if (pairs.length === 0) return undefined;
  return key === 'labels' || key === 'env' ? { kind: 'pairs', pairs } : { kind: 'json', value };
}

const uriOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'uri' in entry ? String(entry.uri) : String(entry);

const SPELLED_OTHERWISE: ReadonlySet<string> = new Set(['uris', 'ports']);

/** Keys that are set and have no place in Marathon's list: nothing of a definition is hidden. */
export function furtherFields(definition: Definition): string[] {
  const listed: ReadonlySet<string> = new Set(LISTED_FIELDS);
  return Object.keys(definition).filter(
    (key) => !listed.has(key) && !SPELLED_OTHERWISE.has(key) && fieldValue(definition, key) !== undefined,
  );
}
