import type { AppDefinition, Container } from '../../../api/marathon/definition.ts';
import type { ContainerInfo, DockerInfo, NetworkInfo, PortMapping, Volume } from '../../../api/mesos/task.ts';

/** The container of a task in Mesos' words; undefined for a plain command on the host's network. */
export function taskContainer(app: AppDefinition, hostPorts: readonly (number | undefined)[]): ContainerInfo | undefined {
  const { container } = app;
  const networks = containerNetworks(app);
  if (!container) return networks.length > 0 ? { type: 'MESOS', network_infos: networks } : undefined;
  const volumes = hostVolumes(container);
  const common = { ...(volumes.length > 0 && { volumes }), ...(networks.length > 0 && { network_infos: networks }) };
  if (container.type === 'DOCKER' && container.docker) return { type: 'DOCKER', docker: dockerInfo(app, container, hostPorts), ...common };
  const image = container.docker?.image;
  return { type: 'MESOS', ...(image !== undefined && { mesos: { image: { type: 'DOCKER', docker: { name: image } } } }), ...common };
}

function dockerInfo(app: AppDefinition, container: Container, hostPorts: readonly (number | undefined)[]): DockerInfo {
  const mode = app.networks[0]?.mode ?? 'host';
  const mappings = mode === 'host' ? [] : portMappings(container, hostPorts);
  const { image = '', privileged = false, parameters = [], forcePullImage = false } = container.docker ?? {};
  return {
    image,
    network: mode === 'host' ? 'HOST' : mode === 'container/bridge' ? 'BRIDGE' : 'USER',
    ...(mappings.length > 0 && { port_mappings: mappings }),
    privileged,
    ...(parameters.length > 0 && { parameters }),
    force_pull_image: forcePullImage,
  };
}

/** A container port of 0 is the number that the host port has (§5); `udp,tcp` becomes two mappings. */
function portMappings(container: Container, hostPorts: readonly (number | undefined)[]): PortMapping[] {
  return (container.portMappings ?? []).flatMap(({ containerPort, protocol }, index) => {
    const hostPort = hostPorts[index];
    if (hostPort === undefined) return [];
    const protocols: ('tcp' | 'udp')[] = protocol === 'udp,tcp' ? ['udp', 'tcp'] : [protocol];
    return protocols.map((single) => ({ host_port: hostPort, container_port: containerPort || hostPort, protocol: single }));
  });
}

const hostVolumes = (container: Container): Volume[] =>
  container.volumes.flatMap(({ containerPath, hostPath, mode = 'RW' }) =>
    hostPath === undefined ? [] : [{ container_path: containerPath, host_path: hostPath, mode }],
  );

const containerNetworks = (app: AppDefinition): NetworkInfo[] =>
  app.networks.flatMap((network) => (network.mode === 'container' ? [network.name === undefined ? {} : { name: network.name }] : []));
