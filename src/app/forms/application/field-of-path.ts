import { sentParameterRows } from './document-of-form.ts';
import type { AppFormValues, PairRow } from './form-values.ts';
import { MORE_FIELDS } from './more-fields.ts';
import { isFilledPair } from './pair-rows.ts';

/** A field's name as react-hook-form has it (`ports.0.name`); `root` for what concerns no single field. */
export type FieldName = string;

const PLAIN: Partial<Record<string, FieldName>> = {
  ...Object.fromEntries(
    Object.entries(MORE_FIELDS).map(([name, field]) => ['parent' in field ? `/${field.parent}/${field.key}` : `/${field.key}`, name]),
  ),
  '/unreachableStrategy': 'unreachable',
  '/requirePorts': 'requirePorts',
  '/env': 'env',
  '/labels': 'labels',
  '/healthChecks': 'healthChecks',
  '/readinessChecks': 'readinessChecks',
  '/fetch': 'fetch',
  '/container/volumes': 'volumes',
  '/container/type': 'containerizer',
  '/id': 'id',
  '/cpus': 'cpus',
  '/mem': 'mem',
  '/disk': 'disk',
  '/instances': 'instances',
  '/cmd': 'cmd',
  '/container/docker': 'image',
  '/container/docker/image': 'image',
  '/container/docker/forcePullImage': 'forcePullImage',
  '/container/docker/privileged': 'privileged',
  '/container/docker/network': 'network',
  '/container/docker/parameters': 'parameters',
  '/networks': 'network',
  '/portDefinitions': 'ports',
  '/ports': 'ports',
  '/container/portMappings': 'ports',
  '/container/docker/portMappings': 'ports',
};

const PORT = /^\/(?:portDefinitions|container\/portMappings|container\/docker\/portMappings|ports)\((\d+)\)(?:\/(\w+))?$/;
const PARAMETER = /^\/container\/docker\/parameters\((\d+)\)(?:\/(\w+))?$/;

/** The field that shows what a path of Marathon's error details (`/container/docker/parameters(0)/key`) points to; undefined when none does. */
export function fieldOfPath(path: string, values: AppFormValues): FieldName | undefined {
  const plain = PLAIN[path];
  if (plain !== undefined) return plain;
  const port = PORT.exec(path);
  if (port) return `ports.${port[1]}.${portField(port[2])}`;
  const parameter = PARAMETER.exec(path);
  if (parameter) {
    const row = sentParameterRows(values.parameters)[Number(parameter[1])];
    return row === undefined ? 'parameters' : `parameters.${row}.${parameter[2] === 'value' ? 'value' : 'key'}`;
  }
  const network = /^\/networks\(\d+\)(?:\/(\w+))?$/.exec(path);
  if (network) return network[1] === 'mode' ? 'network' : 'networkName';
  const item = ITEM.exec(path);
  if (item) return `${item[1]}.${item[2]}.${ITEM_FIELDS[item[3] ?? ''] ?? item[3] ?? FIRST_FIELDS[item[1] ?? '']}`;
  const pair = /^\/(env|labels)\/(.*)$/.exec(path);
  if (pair) return pairField(pair[1] === 'env' ? 'env' : 'labels', pair[2] ?? '', values);
  return PLAIN[path.replace(/\(\d+\).*$/, '')];
}

/** Items of lists that the form sends row by row. */
const ITEM = /^\/(?:container\/)?(healthChecks|readinessChecks|volumes|fetch)\((\d+)\)(?:\/(.+))?$/;
const ITEM_FIELDS: Partial<Record<string, string>> = {
  'command/value': 'command',
  portIndex: 'port',
  persistent: 'size',
  'persistent/size': 'size',
  external: 'name',
  'external/name': 'name',
};
const FIRST_FIELDS: Partial<Record<string, string>> = {
  healthChecks: 'protocol',
  readinessChecks: 'protocol',
  volumes: 'containerPath',
  fetch: 'uri',
};

/** `keys(1)` counts the rows that are sent; else the path names the key. */
function pairField(table: 'env' | 'labels', rest: string, values: AppFormValues): FieldName {
  const rows: readonly PairRow[] = values[table];
  const counted = /^keys\((\d+)\)/.exec(rest);
  const filled = [...rows.keys()].filter((index) => rows[index] !== undefined && isFilledPair(rows[index]));
  const row = counted
    ? filled[Number(counted[1])]
    : filled.find((index) => rest === rows[index]?.key || rest === `${rows[index]?.key}/secret`);
  if (row === undefined) return table;
  return `${table}.${row}.${counted ? 'key' : 'value'}`;
}

const portField = (key: string | undefined): 'name' | 'protocol' | 'hostPort' | 'servicePort' | 'vip' | 'port' => {
  if (key === 'labels') return 'vip';
  return key === 'name' || key === 'protocol' || key === 'hostPort' || key === 'servicePort' ? key : 'port';
};

export const SECTIONS = ['general', 'docker', 'ports', 'env', 'labels', 'health', 'volumes', 'optional'] as const;
export type Section = (typeof SECTIONS)[number];

/** How instances are replaced: on a change, after a failure, with their agent. */
export const DEPLOYMENT_FIELDS = [
  'minimumHealthCapacity',
  'maximumOverCapacity',
  'killSelection',
  'taskKillGracePeriodSeconds',
  'backoffSeconds',
  'backoffFactor',
  'maxLaunchDelaySeconds',
  'unreachable',
  'inactiveAfterSeconds',
  'expungeAfterSeconds',
] as const satisfies readonly (keyof AppFormValues)[];

const FIELDS_OF: Record<Section, readonly (keyof AppFormValues)[]> = {
  general: ['id', 'cpus', 'mem', 'disk', 'instances', 'cmd', 'gpus', 'role', 'args', 'dependencies'],
  docker: ['image', 'network', 'networkName', 'forcePullImage', 'privileged', 'parameters', 'containerizer'],
  ports: ['ports', 'requirePorts'],
  env: ['env'],
  labels: ['labels'],
  health: ['healthChecks', 'readinessChecks'],
  volumes: ['volumes'],
  optional: ['executor', 'fetch', 'constraints', 'acceptedResourceRoles', 'user', ...DEPLOYMENT_FIELDS],
};

/** The section of the form that holds a field; undefined for `root`, which is shown above all of them. */
export function sectionOfField(field: FieldName): Section | undefined {
  const top = field.split('.')[0] ?? '';
  return SECTIONS.find((section) => FIELDS_OF[section].some((each) => each === top));
}
