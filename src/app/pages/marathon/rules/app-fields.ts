import type { FilterField, FilterFields } from '../../../filters/filter-fields.ts';
import { groupOf, imageOf } from './app-facts.ts';
import { type Health, HEALTHS } from './app-filter.ts';
import type { AppRow } from './app-rows.ts';
import { APP_STATUSES } from './app-status.ts';
import { hasVolumes } from './has-volumes.ts';

type Fields = Record<
  'is' | 'health' | 'label' | 'group' | 'image' | 'port' | 'has' | 'instances' | 'cpus' | 'mem' | 'disk' | 'age',
  FilterField<AppRow>
>;

const NO_LABELS = {};

/** What applications can be asked about; groups have amounts alone. The age is that of the app's definition. */
export const APP_FIELDS: Fields = {
  is: { kind: 'choice', choices: APP_STATUSES, of: (row) => (row.kind === 'app' ? row.status : undefined) },
  health: { kind: 'choice', choices: HEALTHS, of: healthsOf },
  label: { kind: 'labels', of: (row) => (row.kind === 'app' ? row.app.labels : NO_LABELS) },
  group: { kind: 'text', of: ({ id }) => groupOf(id) },
  image: { kind: 'text', of: (row) => (row.kind === 'app' ? imageOf(row.app) : undefined) },
  port: { kind: 'amount', unit: 'count', of: portsOf },
  has: { kind: 'choice', choices: ['volumes'], of: (row) => (row.kind === 'app' && hasVolumes(row.app) ? 'volumes' : undefined) },
  instances: { kind: 'amount', unit: 'count', of: ({ instances }) => instances },
  cpus: { kind: 'amount', unit: 'count', of: ({ cpus }) => cpus },
  mem: { kind: 'amount', unit: 'megabytes', of: ({ mem }) => mem },
  disk: { kind: 'amount', unit: 'megabytes', of: ({ disk }) => disk },
  age: { kind: 'age', of: (row) => (row.kind === 'app' && row.app.version ? Date.parse(row.app.version) : undefined) },
};

/** A row by all that is written in it. */
export const appText = (row: AppRow): string =>
  row.kind === 'app' ? [row.id, ...Object.entries(row.app.labels).map(([key, value]) => `${key}:${value}`)].join(' ') : row.id;

export const appFields: FilterFields<AppRow> = { text: appText, keys: APP_FIELDS };

/** An app is what any of its running instances is. */
function healthsOf({ tasksRunning, tasksHealthy, tasksUnhealthy }: AppRow): Health[] {
  const counts: Record<Health, number> = {
    healthy: tasksHealthy,
    unhealthy: tasksUnhealthy,
    unknown: tasksRunning - tasksHealthy - tasksUnhealthy,
  };
  return HEALTHS.filter((health) => counts[health] > 0);
}

/** Service ports and those in the containers and on the hosts, as far as they are fixed. */
function portsOf(row: AppRow): number[] {
  if (row.kind === 'group') return [];
  const ports = [...(row.app.container?.portMappings ?? []), ...(row.app.portDefinitions ?? [])];
  return ports
    .flatMap(({ port, hostPort, containerPort }) => [port, hostPort, containerPort])
    .filter((port): port is number => typeof port === 'number' && port > 0);
}
