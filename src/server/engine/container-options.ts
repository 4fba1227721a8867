import { isAbsolute, join, posix } from 'node:path';
import type { ContainerSpec, SharedNetwork } from '../../cluster/executor/containerizer.ts';
import type { DockerInfo, Volume } from '../../api/mesos/task.ts';
import { commandArgv } from '../executors/command-argv.ts';
import { applyRunFlags, ParameterError, type ContainerDraft } from './run-flags.ts';

/** Where a container finds its sandbox (Mesos: MESOS_SANDBOX of Docker tasks). */
const SANDBOX_IN_CONTAINER = '/mnt/mesos/sandbox';
/** Mesos' docker containerizer gives no container less. */
const LEAST_MEMORY_MB = 32;
const LEAST_CPU_SHARES = 2;

export interface ContainerSettings {
  /** Names this cluster on its containers, so that leftovers can be told from those of others. */
  cluster: string;
  /** Published ports are bound to this address instead of the machine's own. */
  publicAddress?: string;
}

/** Mesos' own naming, which tools that look at its containers know. */
export const containerName = (containerId: string): string => `mesos-${containerId}`;

function labels(spec: ContainerSpec, settings: ContainerSettings): Record<string, string> {
  return {
    'dcos.cluster': settings.cluster,
    'dcos.machine': spec.machine.name,
    'dcos.framework': spec.frameworkName,
    'dcos.task-id': spec.taskId,
    'dcos.container-id': spec.containerId,
    ...(spec.environment.MARATHON_APP_ID !== undefined && { 'dcos.app-id': spec.environment.MARATHON_APP_ID }),
    MESOS_TASK_ID: spec.taskId,
  };
}

const NETWORK_MODES = { HOST: 'host', BRIDGE: 'bridge', NONE: 'none' } as const;

type Networking = Pick<DockerInfo, 'network' | 'parameters' | 'port_mappings'>;

function networkMode(docker: Networking): string {
  const network = docker.network ?? 'HOST';
  if (network !== 'USER') return NETWORK_MODES[network];
  const named = docker.parameters?.find(({ key }) => key === 'network' || key === 'net');
  if (!named) throw new ParameterError("a network of type USER needs its name: add the Docker parameter 'network' with it");
  return named.value;
}

type PublishedPorts = Required<Pick<ContainerDraft, 'ExposedPorts'>> & {
  PortBindings: Record<string, { HostIp: string; HostPort: string }[]>;
};

/** Ports are published on the machine's own loopback address only, unless a public address was asked for. */
function publishedPorts(docker: Networking, address: string): PublishedPorts {
  const published: PublishedPorts = { ExposedPorts: {}, PortBindings: {} };
  for (const { container_port, host_port, protocol = 'tcp' } of docker.port_mappings ?? []) {
    for (const one of protocol.split(',')) {
      const port = `${container_port}/${one}`;
      published.ExposedPorts[port] = {};
      (published.PortBindings[port] ??= []).push({ HostIp: address, HostPort: String(host_port) });
    }
  }
  return published;
}

/** The network of a container, and the ports that lead there. */
type NetworkOptions = Pick<ContainerDraft, 'ExposedPorts'> & {
  HostConfig: Pick<ContainerDraft['HostConfig'], 'NetworkMode' | 'PortBindings'>;
};

const publicAddressOf = ({ machine }: Pick<ContainerSpec, 'machine'>, { publicAddress }: ContainerSettings): string =>
  publicAddress ?? machine.address;

/** What a container that shares its network names is another container: the one that holds it. */
function networkOptions(spec: ContainerSpec, docker: DockerInfo, settings: ContainerSettings): NetworkOptions {
  const { sharedNetwork } = spec;
  if (sharedNetwork)
    return { ExposedPorts: {}, HostConfig: { NetworkMode: `container:${containerName(sharedNetwork.id)}`, PortBindings: {} } };
  const { ExposedPorts, PortBindings } = publishedPorts(docker, publicAddressOf(spec, settings));
  return { ExposedPorts, HostConfig: { NetworkMode: networkMode(docker), PortBindings } };
}

/** The request that creates the container which holds a shared network. It runs as long as it is not removed. */
export function holderOptions(
  { machine }: Pick<ContainerSpec, 'machine'>,
  network: SharedNetwork,
  image: string,
  settings: ContainerSettings,
): ContainerDraft {
  const { ExposedPorts, PortBindings } = publishedPorts(network, publicAddressOf({ machine }, settings));
  return {
    name: containerName(network.id),
    Image: image,
    Env: [],
    Labels: { 'dcos.cluster': settings.cluster, 'dcos.machine': machine.name, 'dcos.container-id': network.id },
    ExposedPorts,
    HostConfig: { NetworkMode: networkMode(network), PortBindings, Binds: [] },
    NetworkingConfig: { EndpointsConfig: {} },
  };
}

/** As Mesos resolves them: relative paths are below the sandbox, on either side. */
function bind(volume: Volume, sandbox: string): string {
  const inside = posix.isAbsolute(volume.container_path) ? volume.container_path : posix.join(SANDBOX_IN_CONTAINER, volume.container_path);
  if (volume.host_path === undefined || volume.host_path === '') return inside;
  const outside = isAbsolute(volume.host_path) ? volume.host_path : join(sandbox, volume.host_path);
  return `${outside}:${inside}:${volume.mode.toLowerCase()}`;
}

/** A shell command replaces the image's entrypoint; arguments are handed to it (Mesos since 0.21). */
function program(spec: ContainerSpec): Pick<ContainerDraft, 'Entrypoint' | 'Cmd'> {
  const { shell = true, value } = spec.command ?? {};
  if (shell && value !== undefined) return { Entrypoint: ['/bin/sh'], Cmd: ['-c', value] };
  const argv = commandArgv(spec.command);
  return argv.length > 0 ? { Cmd: argv } : {};
}

/**
 * The request that creates a task's container, as `docker run` of Mesos would make it.
 * Throws ParameterError for settings that cannot be followed.
 */
export function containerOptions(spec: ContainerSpec, docker: DockerInfo, settings: ContainerSettings): ContainerDraft {
  const { ExposedPorts, HostConfig } = networkOptions(spec, docker, settings);
  const environment = { ...spec.environment, MESOS_SANDBOX: SANDBOX_IN_CONTAINER, MESOS_CONTAINER_NAME: containerName(spec.containerId) };
  const draft: ContainerDraft = {
    name: containerName(spec.containerId),
    Image: docker.image,
    ...program(spec),
    Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    Labels: labels(spec, settings),
    ExposedPorts,
    HostConfig: {
      ...HostConfig,
      Binds: spec.volumes
        .filter(({ host_path }) => host_path !== undefined && host_path !== '')
        .map((volume) => bind(volume, spec.sandbox)),
      // A mount, since the short form of a bind cannot hold the colons that task ids may have.
      Mounts: [{ Type: 'bind', Source: spec.sandbox, Target: SANDBOX_IN_CONTAINER }],
      CpuShares: Math.max(LEAST_CPU_SHARES, Math.round(spec.resources.cpus * 1024)),
      Memory: Math.max(LEAST_MEMORY_MB, spec.resources.mem) * 1024 * 1024,
      ...(docker.privileged === true && { Privileged: true }),
      ...(spec.resources.gpus > 0 && { DeviceRequests: [{ Driver: '', Count: spec.resources.gpus, Capabilities: [['gpu']] }] }),
    },
    Volumes: Object.fromEntries(
      spec.volumes.filter(({ host_path }) => host_path === undefined || host_path === '').map((volume) => [bind(volume, spec.sandbox), {}]),
    ),
    NetworkingConfig: { EndpointsConfig: {} },
  };
  applyRunFlags(draft, docker.parameters ?? []);
  return draft;
}
