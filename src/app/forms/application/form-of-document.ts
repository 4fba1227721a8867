import { healthRowsOf, readinessRowsOf } from './check-rows.ts';
import { isTrueAt, objectAt, objectsAt, textAt } from '../json/document-parts.ts';
import { emptyParameter, newPort, type AppDocument, type AppFormValues, type NetworkChoice, type PortRow } from './form-values.ts';
import { moreValuesOf } from './more-fields.ts';
import { pairRowsOf } from './pair-rows.ts';
import { fetchRowsOf, volumeRowsOf } from './volume-rows.ts';

/** The form's values for a document, whichever of Marathon's spellings it uses. */
export function formOfDocument(document: AppDocument): AppFormValues {
  const docker = objectAt(objectAt(document, 'container'), 'docker');
  const network = networkOf(document);
  const parameters = (objectsAt(docker, 'parameters') ?? []).map((row) => ({ key: textAt(row, 'key'), value: textAt(row, 'value') }));
  const unreachable = document['unreachableStrategy'];
  return {
    ...moreValuesOf(document),
    id: textAt(document, 'id'),
    cpus: textAt(document, 'cpus'),
    mem: textAt(document, 'mem'),
    disk: textAt(document, 'disk'),
    instances: textAt(document, 'instances'),
    cmd: textAt(document, 'cmd'),
    image: textAt(docker, 'image'),
    network,
    networkName: networkNamesOf(document),
    forcePullImage: isTrueAt(docker, 'forcePullImage'),
    privileged: isTrueAt(docker, 'privileged'),
    parameters: parameters.length === 0 ? [emptyParameter] : parameters,
    containerizer: textAt(objectAt(document, 'container'), 'type') === 'MESOS' ? 'MESOS' : 'DOCKER',
    ports: portsOf(document, network),
    requirePorts: isTrueAt(document, 'requirePorts'),
    env: pairRowsOf(document, 'env'),
    labels: pairRowsOf(document, 'labels'),
    healthChecks: healthRowsOf(document),
    readinessChecks: readinessRowsOf(document),
    volumes: volumeRowsOf(document),
    fetch: fetchRowsOf(document),
    unreachable: typeof unreachable === 'string' ? 'disabled' : objectAt(document, 'unreachableStrategy') ? 'custom' : '',
  };
}

/** Names of container networks, of which a task may join several; in 2016 it was one. */
function networkNamesOf(document: AppDocument): string {
  const names = (objectsAt(document, 'networks') ?? []).map((network) => textAt(network, 'name')).filter((name) => name !== '');
  return names.join(', ') || textAt(objectAt(document, 'ipAddress'), 'networkName');
}

/** Before Marathon 1.5 the network was a property of the Docker container. */
function networkOf(document: AppDocument): NetworkChoice {
  const mode = textAt((objectsAt(document, 'networks') ?? [])[0], 'mode');
  if (mode === 'container/bridge') return 'bridge';
  if (mode === 'container') return 'user';
  const legacy = textAt(objectAt(objectAt(document, 'container'), 'docker'), 'network');
  if (legacy === 'BRIDGE') return 'bridge';
  return legacy === 'USER' ? 'user' : 'host';
}

function portsOf(document: AppDocument, network: NetworkChoice): PortRow[] {
  if (network === 'host')
    return (objectsAt(document, 'portDefinitions') ?? [{ port: 0, protocol: 'tcp' }]).map((port) => portRow(port, 'port'));
  const container = objectAt(document, 'container');
  const mappings = objectsAt(container, 'portMappings') ?? objectsAt(objectAt(container, 'docker'), 'portMappings');
  return mappings === undefined ? [newPort] : mappings.map((mapping) => portRow(mapping, 'containerPort'));
}

const portRow = (origin: Readonly<Record<string, unknown>>, key: string): PortRow => ({
  port: textAt(origin, key, '0'),
  protocol: textAt(origin, 'protocol', 'tcp'),
  name: textAt(origin, 'name'),
  vip: textAt(objectAt(origin, 'labels'), 'VIP_0'),
  hostPort: textAt(origin, 'hostPort'),
  servicePort: textAt(origin, 'servicePort'),
  origin,
});
