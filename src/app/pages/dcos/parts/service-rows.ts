import type { FilterField, FilterFields, Of } from '../../../filters/filter-fields.ts';
import type { Framework } from '../../../live/mesos-frameworks.ts';
import { APP_FIELDS, appText } from '../../marathon/rules/app-fields.ts';
import { type AppRow, childrenOf } from '../../marathon/rules/app-rows.ts';
import { APP_STATUSES } from '../../marathon/rules/app-status.ts';

/** A framework that none of Marathon's applications is the scheduler of. */
export interface FrameworkService {
  kind: 'framework';
  /** Mesos' id. */
  id: string;
  name: string;
  framework: Framework;
  tasks: number;
  cpus: number;
  mem: number;
  disk: number;
}

/** A service of DC/OS: an application or a group of Marathon's, or another framework. */
export type ServiceRow = AppRow | FrameworkService;

/** By which label an app says that it is a framework's scheduler. */
const FRAMEWORK_LABELS = ['DCOS_PACKAGE_FRAMEWORK_NAME', 'DCOS_SERVICE_NAME'] as const;

/** The name under which an app has registered with Mesos; undefined for one that is no scheduler. */
export function frameworkNameOf(row: AppRow): string | undefined {
  if (row.kind === 'group') return undefined;
  return FRAMEWORK_LABELS.map((label) => row.app.labels[label]).find((name) => name !== undefined && name !== '');
}

export interface ServiceLists {
  groupId: string;
  /** All below the group, however deep. */
  apps: readonly AppRow[];
  groupIds: readonly string[];
  frameworks: readonly Framework[];
  /** Tasks by the framework's id. */
  tasks: Readonly<Record<string, number>>;
}

/** The children of a group or, flat, all apps below it; at the root also the frameworks that are still there and have no app. */
export function serviceRows({ groupId, apps, groupIds, frameworks, tasks }: ServiceLists, flat: boolean): ServiceRow[] {
  const rows: ServiceRow[] = flat ? [...apps] : childrenOf(groupId, apps, groupIds);
  if (groupId !== '/') return rows;
  const ofApps = new Set(apps.map(frameworkNameOf));
  const others = frameworks.filter(({ name, state }) => state !== 'completed' && !ofApps.has(name));
  return [...rows, ...others.map((framework) => frameworkRow(framework, tasks[framework.id] ?? 0))];
}

const knownRows = new WeakMap<Framework, FrameworkService>();

/** The same row for the same framework: only what has changed is drawn again. */
function frameworkRow(framework: Framework, tasks: number): FrameworkService {
  const known = knownRows.get(framework);
  if (known?.tasks === tasks) return known;
  const { id, name, allocated } = framework;
  const row: FrameworkService = {
    kind: 'framework',
    id,
    name,
    framework,
    tasks,
    cpus: allocated.cpus,
    mem: allocated.mem,
    disk: allocated.disk,
  };
  knownRows.set(framework, row);
  return row;
}

const ofAppsAlone =
  <Value>(of: Of<AppRow, Value>): Of<ServiceRow, Value> =>
  (row) =>
    row.kind === 'framework' ? undefined : of(row);

/** A field of apps asked of services. */
function ofApp(field: FilterField<AppRow>): FilterField<ServiceRow> {
  if (field.kind === 'labels') return { kind: 'labels', of: (row) => (row.kind === 'framework' ? {} : field.of(row)) };
  if (field.kind === 'choice' || field.kind === 'text') return { ...field, of: ofAppsAlone(field.of) };
  return { ...field, of: ofAppsAlone(field.of) };
}

export const serviceFields: FilterFields<ServiceRow> = {
  text: (row) => (row.kind === 'framework' ? `${row.name} ${row.id} ${row.framework.host}` : appText(row)),
  keys: {
    is: {
      kind: 'choice',
      choices: [...APP_STATUSES, 'inactive'],
      of: (row) => {
        if (row.kind === 'framework') return row.framework.state === 'active' ? 'running' : 'inactive';
        return row.kind === 'app' ? row.status : undefined;
      },
    },
    health: ofApp(APP_FIELDS.health),
    type: {
      kind: 'choice',
      choices: ['app', 'framework'],
      of: (row) => (row.kind === 'app' && frameworkNameOf(row) ? ['app', 'framework'] : row.kind),
    },
    label: ofApp(APP_FIELDS.label),
    group: ofApp(APP_FIELDS.group),
    host: { kind: 'text', of: (row) => (row.kind === 'framework' ? row.framework.host : undefined) },
    image: ofApp(APP_FIELDS.image),
    port: ofApp(APP_FIELDS.port),
    has: ofApp(APP_FIELDS.has),
    instances: ofApp(APP_FIELDS.instances),
    cpus: { kind: 'amount', unit: 'count', of: ({ cpus }) => cpus },
    mem: { kind: 'amount', unit: 'megabytes', of: ({ mem }) => mem },
    disk: { kind: 'amount', unit: 'megabytes', of: ({ disk }) => disk },
    age: ofApp(APP_FIELDS.age),
  },
};
