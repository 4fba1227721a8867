import { objectAt, objectsAt, withKeys } from './document-parts.ts';
import { formOfDocument } from './form-of-document.ts';
import type { AppDocument, AppFormValues, NetworkChoice, ParameterRow, PortRow } from './form-values.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The document with the form's values in it, in the spelling of Marathon 1.5 and later. What the form does not show stays,
 * and what was neither there nor changed is not added, so that the JSON is as short as a person would write it.
 */
export function documentOfForm(document: AppDocument, values: AppFormValues): AppDocument {
  const before = formOfDocument(document);
  const changed = (...keys: (keyof AppFormValues)[]): boolean =>
    keys.some((key) => JSON.stringify(values[key]) !== JSON.stringify(before[key]));
  const own = withKeys(document, {
    id: values.id.trim(),
    cpus: numberOf(document, 'cpus', values),
    mem: numberOf(document, 'mem', values),
    disk: numberOf(document, 'disk', values),
    instances: numberOf(document, 'instances', values),
    cmd: values.cmd === '' ? undefined : values.cmd,
  });
  const container = containerOf(objectAt(document, 'container'), values);
  const networks = changed('network', 'networkName') || document['networks'] === undefined ? networksOf(values) : document['networks'];
  if (!changed('network', 'networkName', 'ports', 'image')) return withKeys(own, { container });
  return withKeys(own, {
    ...withPorts(document, container, values),
    networks,
    ipAddress: values.network === 'host' ? undefined : document['ipAddress'],
  });
}

/** An emptied field is kept as empty text, which is refused; one that the document never had stays away. */
function numberOf(document: AppDocument, key: 'cpus' | 'mem' | 'disk' | 'instances', values: AppFormValues): number | string | undefined {
  return values[key].trim() === '' && document[key] === undefined ? undefined : numberOrText(values[key]);
}

/** Text that is a number becomes one; any other is left for the rules to refuse, which name the field. */
function numberOrText(text: string): number | string {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}

const isFilled = (row: ParameterRow): boolean => row.key !== '' || row.value !== '';

/** Indices of the parameter rows that are sent; the empty row that waits for input is not. */
export const sentParameterRows = (rows: readonly ParameterRow[]): number[] =>
  [...rows.keys()].filter((index) => rows[index] !== undefined && isFilled(rows[index]));

function containerOf(container: Json | undefined, values: AppFormValues): Json | undefined {
  const { image, forcePullImage, privileged } = values;
  const docker = objectAt(container, 'docker');
  if (image.trim() === '') return container === undefined || docker === undefined ? container : withoutImage(container);
  const parameters = values.parameters.filter(isFilled).map(({ key, value }) => ({ key, value }));
  return withKeys(
    { type: 'DOCKER', ...container },
    {
      docker: withKeys(docker ?? {}, {
        image: image.trim(),
        forcePullImage: setOrKeep(docker, 'forcePullImage', forcePullImage || undefined, false),
        privileged: setOrKeep(docker, 'privileged', privileged || undefined, false),
        parameters: setOrKeep(docker, 'parameters', parameters.length === 0 ? undefined : parameters, []),
      }),
    },
  );
}

/** A setting at its default is written only where the document had it already. */
const setOrKeep = (object: Json | undefined, key: string, value: unknown, fallback: unknown): unknown =>
  value ?? (object?.[key] === undefined ? undefined : fallback);

/** The container without Docker's part; nothing when that is all there was. */
function withoutImage(container: Json): Json | undefined {
  const rest = withKeys(container, { docker: undefined, type: undefined });
  return Object.keys(rest).length === 0 ? undefined : { ...rest, type: 'MESOS' };
}

function networksOf({ network, networkName }: AppFormValues): Json[] | undefined {
  const modes: Record<NetworkChoice, Json[] | undefined> = {
    host: undefined,
    bridge: [{ mode: 'container/bridge' }],
    user: [withKeys({ mode: 'container' }, { name: networkName.trim() === '' ? undefined : networkName.trim() })],
  };
  return modes[network];
}

/** Ports live beside the container on the host's network and inside it on the others; never in both places. */
function withPorts(document: AppDocument, container: Json | undefined, values: AppFormValues): Json {
  const docker = objectAt(container, 'docker');
  const cleanDocker = docker === undefined ? undefined : withKeys(docker, { network: undefined, portMappings: undefined });
  if (values.network === 'host') {
    const kept = container === undefined ? undefined : withKeys(container, { docker: cleanDocker, portMappings: undefined });
    return { container: kept, portDefinitions: portDefinitionsOf(document, values.ports), ports: undefined };
  }
  const portMappings = values.ports.map((row) => portOf(row, 'containerPort'));
  return {
    container: withKeys(container ?? { type: 'MESOS' }, { docker: cleanDocker, portMappings }),
    portDefinitions: undefined,
    ports: undefined,
  };
}

/** One plain port is what Marathon gives an app that says nothing about ports. */
function portDefinitionsOf(document: AppDocument, rows: readonly PortRow[]): Json[] | undefined {
  const ports = rows.map((row) => portOf(row, 'port'));
  const isDefault = ports.length === 1 && JSON.stringify(ports[0]) === JSON.stringify({ port: 0, protocol: 'tcp' });
  return isDefault && objectsAt(document, 'portDefinitions') === undefined ? undefined : ports;
}

const portOf = ({ port, protocol, name, origin }: PortRow, key: 'port' | 'containerPort'): Json =>
  withKeys(key in origin ? origin : withoutPort(origin), {
    [key]: numberOrText(port),
    protocol,
    name: name.trim() === '' ? undefined : name.trim(),
  });

/** When the network changes, a row keeps its name and protocol; its other fields belong to the other kind of port. */
const withoutPort = (origin: Json): Json => withKeys({}, { labels: origin['labels'] });
