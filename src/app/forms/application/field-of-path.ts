import { sentParameterRows } from './document-of-form.ts';
import type { AppFormValues } from './form-values.ts';

/** A field's name as react-hook-form has it (`ports.0.name`); `root` for what concerns no single field. */
export type FieldName = string;

const PLAIN: Partial<Record<string, FieldName>> = {
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
  '/networks(0)': 'networkName',
  '/networks(0)/mode': 'network',
  '/networks(0)/name': 'networkName',
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
  if (!parameter) return undefined;
  const row = sentParameterRows(values.parameters)[Number(parameter[1])];
  return row === undefined ? 'parameters' : `parameters.${row}.${parameter[2] === 'value' ? 'value' : 'key'}`;
}

const portField = (key: string | undefined): 'name' | 'protocol' | 'port' => (key === 'name' || key === 'protocol' ? key : 'port');

export const SECTIONS = ['general', 'docker', 'ports'] as const;
export type Section = (typeof SECTIONS)[number];

const DOCKER: ReadonlySet<string> = new Set(['image', 'network', 'networkName', 'forcePullImage', 'privileged', 'parameters']);

/** The section of the form that holds a field; undefined for `root`, which is shown above all of them. */
export function sectionOfField(field: FieldName): Section | undefined {
  const top = field.split('.')[0] ?? '';
  if (top === 'root') return undefined;
  if (top === 'ports') return 'ports';
  return DOCKER.has(top) ? 'docker' : 'general';
}
