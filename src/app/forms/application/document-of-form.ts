import { healthCheckOf, readinessCheckOf } from './check-rows.ts';
import { objectAt, objectsAt, withKeys } from '../json/document-parts.ts';
import { formOfDocument } from './form-of-document.ts';
import type { AppDocument, AppFormValues, ParameterRow, PortRow } from './form-values.ts';
import { itemsOf, numberOrText, withMoreValues } from './more-fields.ts';
import { objectOfPairs } from './pair-rows.ts';
import { fetchOf, settingsForVolumes, volumeOf } from './volume-rows.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The document with the form's values in it, in the spelling of Marathon 1.5 and later. What the form does not show stays,
 * and what was neither there nor changed is not added, so that the JSON is as short as a person would write it.
 */
export function documentOfForm(document: AppDocument, values: AppFormValues): AppDocument {
  const before = formOfDocument(document);
  const changed = (...keys: (keyof AppFormValues)[]): boolean =>
    keys.some((key) => JSON.stringify(values[key]) !== JSON.stringify(before[key]));
  const own = withKeys(withSections(document, values, changed), {
    id: values.id.trim(),
    cpus: numberOf(document, 'cpus', values),
    mem: numberOf(document, 'mem', values),
    disk: numberOf(document, 'disk', values),
    instances: numberOf(document, 'instances', values),
    cmd: values.cmd === '' ? undefined : values.cmd,
  });
  const container = containerOf(objectAt(own, 'container'), values, changed('containerizer'));
  const networks =
    changed('network', 'networkName') || document['networks'] === undefined ? networksOf(document, values) : document['networks'];
  if (!changed('network', 'networkName', 'ports', 'image')) return withKeys(own, { container });
  return withKeys(own, {
    ...withPorts(document, container, values),
    networks,
    ipAddress: values.network === 'host' ? undefined : document['ipAddress'],
  });
}

/** The sections whose fields stand in the document much as in the form; each is written only where something in it changed. */
function withSections(document: AppDocument, values: AppFormValues, changed: (key: keyof AppFormValues) => boolean): AppDocument {
  const list = <Row>(key: keyof AppFormValues, rows: readonly Row[], write: (row: Row) => Json): Json =>
    changed(key) ? { [key]: rows.length === 0 ? undefined : rows.map(write) } : {};
  const durations = values.unreachable === 'custom' ? {} : { inactiveAfterSeconds: '', expungeAfterSeconds: '' };
  const made = withKeys(withMoreValues(withUnreachable(document, values, changed('unreachable')), { ...values, ...durations }), {
    ...(changed('requirePorts') ? { requirePorts: values.requirePorts } : {}),
    ...(changed('env') ? { env: objectOfPairs(values.env) } : {}),
    ...(changed('labels') ? { labels: objectOfPairs(values.labels) } : {}),
    ...list('healthChecks', values.healthChecks, healthCheckOf),
    ...list('readinessChecks', values.readinessChecks, readinessCheckOf),
    ...list('fetch', values.fetch, fetchOf),
    ...(changed('fetch') ? { uris: undefined } : {}),
  });
  return changed('volumes') ? withVolumes(made, values) : made;
}

function withVolumes(document: AppDocument, { volumes }: AppFormValues): AppDocument {
  const container = objectAt(document, 'container');
  const written = withKeys(container ?? { type: 'MESOS' }, { volumes: volumes.length === 0 ? undefined : volumes.map(volumeOf) });
  const isEmpty = volumes.length === 0 && Object.keys(written).every((key) => key === 'type');
  return withKeys(document, { container: isEmpty ? undefined : written, ...settingsForVolumes(document, volumes) });
}

/** What Marathon does with instances on agents that cannot be reached: its default, nothing, or after durations of one's own. */
function withUnreachable(document: AppDocument, { unreachable }: AppFormValues, isChanged: boolean): AppDocument {
  if (!isChanged) return document;
  return withKeys(document, { unreachableStrategy: unreachable === 'disabled' ? unreachable : undefined });
}

/** An emptied field is kept as empty text, which is refused; one that the document never had stays away. */
function numberOf(document: AppDocument, key: 'cpus' | 'mem' | 'disk' | 'instances', values: AppFormValues): number | string | undefined {
  return values[key].trim() === '' && document[key] === undefined ? undefined : numberOrText(values[key]);
}

const isFilled = (row: ParameterRow): boolean => row.key !== '' || row.value !== '';

/** Indices of the parameter rows that are sent; the empty row that waits for input is not. */
export const sentParameterRows = (rows: readonly ParameterRow[]): number[] =>
  [...rows.keys()].filter((index) => rows[index] !== undefined && isFilled(rows[index]));

function containerOf(container: Json | undefined, values: AppFormValues, typeChanged: boolean): Json | undefined {
  const { image, forcePullImage, privileged } = values;
  const docker = objectAt(container, 'docker');
  if (image.trim() === '') return container === undefined || docker === undefined ? container : withoutImage(container);
  const parameters = values.parameters.filter(isFilled).map(({ key, value }) => ({ key, value }));
  return withKeys(container?.['type'] === undefined ? { type: values.containerizer, ...container } : container, {
    ...(typeChanged || docker === undefined ? { type: values.containerizer } : {}),
    docker: withKeys(docker ?? {}, {
      image: image.trim(),
      forcePullImage: setOrKeep(docker, 'forcePullImage', forcePullImage || undefined, false),
      privileged: setOrKeep(docker, 'privileged', privileged || undefined, false),
      parameters: setOrKeep(docker, 'parameters', parameters.length === 0 ? undefined : parameters, []),
    }),
  });
}

/** A setting at its default is written only where the document had it already. */
const setOrKeep = (object: Json | undefined, key: string, value: unknown, fallback: unknown): unknown =>
  value ?? (object?.[key] === undefined ? undefined : fallback);

/** The container without Docker's part; nothing when that is all there was. */
function withoutImage(container: Json): Json | undefined {
  const rest = withKeys(container, { docker: undefined, type: undefined });
  return Object.keys(rest).length === 0 ? undefined : { ...rest, type: 'MESOS' };
}

function networksOf(document: AppDocument, { network, networkName }: AppFormValues): Json[] | undefined {
  if (network === 'host') return undefined;
  if (network === 'bridge') return [{ mode: 'container/bridge' }];
  const names = itemsOf(networkName);
  const before = objectsAt(document, 'networks') ?? [];
  const joined = names.map(
    (name) => before.find((each) => each['mode'] === 'container' && each['name'] === name) ?? { mode: 'container', name },
  );
  return joined.length === 0 ? [{ mode: 'container' }] : joined;
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

function portOf({ port, protocol, name, vip, hostPort, servicePort, origin }: PortRow, key: 'port' | 'containerPort'): Json {
  const kept = key in origin ? origin : withoutPort(origin);
  const before = objectAt(kept, 'labels');
  const labels = withKeys(before ?? {}, { VIP_0: vip.trim() === '' ? undefined : vip.trim() });
  const number = (text: string) => (text.trim() === '' ? undefined : numberOrText(text));
  return withKeys(kept, {
    [key]: numberOrText(port),
    ...(key === 'containerPort' ? { hostPort: number(hostPort), servicePort: number(servicePort) } : {}),
    protocol,
    name: name.trim() === '' ? undefined : name.trim(),
    labels: before === undefined && Object.keys(labels).length === 0 ? undefined : labels,
  });
}

/** When the network changes, a row keeps its name and protocol; its other fields belong to the other kind of port. */
const withoutPort = (origin: Json): Json => withKeys({}, { labels: origin['labels'] });
