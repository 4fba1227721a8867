import type { AppDefinition, EnvValue } from '../../../api/marathon/definition.ts';

/** Marathon leaves out labels with longer names or values (§8.3). */
const LONGEST_LABEL = 512;

export interface TaskPlace {
  host: string;
  /** In the order of the app's ports; undefined where a port has none on the host. */
  hostPorts: readonly (number | undefined)[];
  /** Whether the app's group insists on its role. */
  roleEnforced: boolean;
}

/** What a task finds in its environment (§8.3). What the user set wins over all but nothing else does. */
export function taskEnvironment(app: AppDefinition, place: TaskPlace): Record<string, string> {
  return { ...appVariables(app), ...roleVariable(place.roleEnforced), ...portVariables(app, place), ...userVariables(app.env) };
}

function appVariables(app: AppDefinition): Record<string, string> {
  const image = app.container?.docker?.image;
  return {
    MARATHON_APP_ID: app.id,
    MARATHON_APP_VERSION: app.version,
    ...(image !== undefined && { MARATHON_APP_DOCKER_IMAGE: image }),
    MARATHON_APP_RESOURCE_CPUS: decimalText(app.cpus),
    MARATHON_APP_RESOURCE_MEM: decimalText(app.mem),
    MARATHON_APP_RESOURCE_DISK: decimalText(app.disk),
    MARATHON_APP_RESOURCE_GPUS: String(app.gpus),
    ...labelVariables(app.labels),
  };
}

export const roleVariable = (enforced: boolean): Record<string, string> => ({
  MARATHON_APP_ENFORCE_GROUP_ROLE: enforced ? 'TRUE' : 'FALSE',
});

/** Marathon prints amounts with at least one decimal: `16.0`. */
export const decimalText = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

export function labelVariables(labels: Readonly<Record<string, string>>): Record<string, string> {
  const short = Object.entries(labels).filter(([name, value]) => name.length <= LONGEST_LABEL && value.length <= LONGEST_LABEL);
  const named = short.map(([name, value]) => [variableName(name), value] as const);
  return {
    MARATHON_APP_LABELS: named.map(([name]) => name).join(' '),
    ...Object.fromEntries(named.map(([name, value]) => [`MARATHON_APP_LABEL_${name}`, value])),
  };
}

const variableName = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_');

function portVariables(app: AppDefinition, { host, hostPorts }: TaskPlace): Record<string, string> {
  const declared = declaredPorts(app).map(({ asked, name }, index) => ({ asked, name, number: String(hostPorts[index] ?? asked) }));
  const [first] = declared;
  return {
    HOST: host,
    ...(first && { PORT: first.number, PORTS: declared.map(({ number }) => number).join(',') }),
    ...Object.fromEntries(declared.map(({ number }, index) => [`PORT${index}`, number])),
    ...Object.fromEntries(declared.filter(({ asked }) => asked !== 0).map(({ asked, number }) => [`PORT_${asked}`, number])),
    // Names keep their dashes (FACTS 60): only programs that no shell starts see them then.
    ...Object.fromEntries(declared.flatMap(({ name, number }) => (name ? [[`PORT_${name.toUpperCase()}`, number]] : []))),
  };
}

/** What the app calls its ports: in a container its own numbers, on the host the service ports. */
function declaredPorts(app: AppDefinition): { asked: number; name: string | undefined }[] {
  const onHost = app.networks.every(({ mode }) => mode === 'host');
  if (onHost) return (app.portDefinitions ?? []).map(({ port, name }) => ({ asked: port, name }));
  return (app.container?.portMappings ?? []).map(({ containerPort, name }) => ({ asked: containerPort, name }));
}

/** Secrets are given by a module of Mesos, not by the environment's text. */
export const userVariables = (env: Readonly<Record<string, EnvValue>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
