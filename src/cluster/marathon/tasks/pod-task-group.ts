import type { PodContainer, PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { claimFields } from '../../../api/mesos/claims.ts';
import { addPools, poolWhere, resourcesOf, subtractPools, type Pool } from '../../../api/mesos/quantities.ts';
import type { CommandInfo, ContainerInfo, ExecutorInfo, NetworkInfo, PortMapping, TaskInfo, Volume } from '../../../api/mesos/task.ts';
import type { ContainerTask } from '../core.ts';
import { takeScalars } from '../placement/take-scalars.ts';
import { podVolumePath } from '../reservations/local-volumes.ts';
import { allocateEndpoints, type AllocatedEndpoint } from './pod-endpoints.ts';
import { containerEnvironment } from './pod-environment.ts';
import { containerHealthCheck, podCommand } from './pod-health-check.ts';
import { discoveryOf, labelList, withScope } from './task-discovery.ts';
import { executorId, taskId } from './task-ids.ts';
import { commandUri, variableList } from './task-info.ts';

/** What Mesos launches together or not at all. */
export interface TaskGroup {
  executor: ExecutorInfo;
  task_group: { tasks: TaskInfo[] };
}

export interface PodLaunch {
  instanceId: string;
  /** In the order of the containers. */
  tasks: readonly Pick<ContainerTask, 'id'>[];
  agentId: string;
  host: string;
  /** In the order of all endpoints of the pod; undefined where one has none on the host. */
  hostPorts: readonly (number | undefined)[];
  /** What the pod takes of the offer, by the role that it is reserved for. */
  taken: Pool;
  allocatedRole: string;
  /** Whether the pod's group insists on its role. */
  roleEnforced: boolean;
}

/** The tasks of an instance as they are before Mesos has said a word about them. */
export function containerTasks(
  pod: PodDefinition,
  instanceId: string,
  incarnation: number,
  hostPorts: readonly (number | undefined)[],
  stagedAt: string,
): ContainerTask[] {
  const endpoints = allocateEndpoints(pod, hostPorts);
  return pod.containers.map(({ name }) => ({
    name,
    id: taskId(instanceId, name, incarnation),
    condition: 'Provisioned',
    stagedAt,
    hostPorts: endpoints.flatMap(({ container, allocatedPort }) => (container === name ? (allocatedPort ?? []) : [])),
    networks: [],
  }));
}

/** The pod as it is handed to Mesos. Each container gets its share of what was offered, the executor the rest: its own share, the ports, and the volumes, which all containers share. */
export function podTaskGroup(pod: PodDefinition, launch: PodLaunch): TaskGroup {
  const endpoints = allocateEndpoints(pod, launch.hostPorts);
  let left = poolWhere(launch.taken, (claim) => !claimFields(claim).disk);
  const volumes = poolWhere(launch.taken, (claim) => claimFields(claim).disk !== undefined);
  const tasks = pod.containers.map((container, index) => {
    const share = takeScalars(left, Object.keys(left), container.resources).taken;
    left = subtractPools(left, share);
    const own = endpoints.filter((endpoint) => endpoint.container === container.name);
    return containerTask(pod, container, launch, { taskId: launch.tasks[index]?.id ?? '', share, endpoints: own });
  });
  return { executor: podExecutor(pod, launch, endpoints, addPools(left, volumes)), task_group: { tasks } };
}

function podExecutor(pod: PodDefinition, launch: PodLaunch, endpoints: readonly AllocatedEndpoint[], own: Pool): ExecutorInfo {
  const networks = podNetworks(pod, endpoints);
  return {
    type: 'DEFAULT',
    executor_id: { value: executorId(launch.instanceId) },
    resources: resourcesOf(own, launch.allocatedRole),
    ...((pod.networks.length > 0 || pod.volumes?.length) && {
      container: { ...containerBase(pod), ...(networks.length > 0 && { network_infos: networks }) },
    }),
    labels: { labels: labelList(pod.labels) },
  };
}

const containerBase = ({ legacySharedCgroups = false }: PodDefinition): ContainerInfo => ({
  type: 'MESOS',
  linux_info: { share_cgroups: legacySharedCgroups },
});

/** Mesos' name of the network of `container/bridge`: Marathon's --mesos_bridge_name. */
const BRIDGE = 'mesos-bridge';

/** All containers share the networks of the executor. */
function podNetworks({ networks }: PodDefinition, endpoints: readonly AllocatedEndpoint[]): NetworkInfo[] {
  return networks.flatMap((network) => {
    if (network.mode === 'host') return [];
    const name = network.mode === 'container' ? (network.name ?? '') : BRIDGE;
    const reached = endpoints.filter(({ networkNames = [] }) => networkNames.length === 0 || networkNames.includes(name));
    return [{ name, port_mappings: reached.flatMap(portMappings) }];
  });
}

function portMappings({ allocatedPort, containerPort, protocol = [] }: AllocatedEndpoint): PortMapping[] {
  if (allocatedPort === undefined) return [];
  const mapping = { host_port: allocatedPort, container_port: containerPort || allocatedPort };
  const protocols = protocol.filter((each) => each === 'tcp' || each === 'udp');
  return protocols.length === 0 ? [mapping] : protocols.map((each) => ({ ...mapping, protocol: each }));
}

function containerTask(
  pod: PodDefinition,
  container: PodContainer,
  launch: PodLaunch,
  own: { taskId: string; share: Pool; endpoints: readonly AllocatedEndpoint[] },
): TaskInfo {
  const environment = containerEnvironment(pod, container, { ...launch, taskId: own.taskId });
  const onHost = pod.networks.some(({ mode }) => mode === 'host');
  const healthCheck = container.healthCheck && containerHealthCheck(container.healthCheck, own.endpoints, onHost);
  const graceSeconds = container.lifecycle?.killGracePeriodSeconds;
  return {
    name: container.name,
    task_id: { value: own.taskId },
    agent_id: { value: launch.agentId },
    resources: resourcesOf(own.share, launch.allocatedRole),
    command: { ...containerCommand(pod, container), environment: { variables: variableList(environment) } },
    container: containerInfo(pod, container),
    ...(healthCheck && { health_check: healthCheck }),
    ...(graceSeconds !== undefined && { kill_policy: { grace_period: { nanoseconds: graceSeconds * 1e9 } } }),
    discovery: discoveryOf(
      pod.id,
      own.endpoints.map((endpoint) => discoveredPort(endpoint, onHost)),
    ),
    ...(container.labels && { labels: { labels: labelList(container.labels) } }),
  };
}

/** Where others find an endpoint: on the host if it has a port there, else at the pod's own address. */
function discoveredPort({ name, containerPort = 0, allocatedPort, protocol = [], labels = {} }: AllocatedEndpoint, onHost: boolean) {
  const scope = allocatedPort === undefined ? 'container' : 'host';
  return {
    number: allocatedPort ?? containerPort,
    name,
    protocols: protocol.length > 0 ? protocol : ['tcp'],
    labels: onHost ? labels : withScope(labels, scope),
  };
}

/** A container's user wins over the pod's. Without a command the image's own is run. */
function containerCommand(pod: PodDefinition, { exec, user = pod.user, artifacts, image }: PodContainer): CommandInfo {
  return {
    ...(exec ? podCommand(exec.command, exec.overrideEntrypoint === true || !image) : { shell: false }),
    ...(user !== undefined && { user }),
    ...(artifacts?.length && { uris: artifacts.map(commandUri) }),
  };
}

function containerInfo(pod: PodDefinition, { image, volumeMounts = [] }: PodContainer): ContainerInfo {
  const volumes = volumeMounts.map(({ name, mountPath, readOnly = false }): Volume => {
    const host = pod.volumes?.find((volume) => volume.name === name)?.host;
    const mount = { container_path: mountPath, mode: readOnly ? ('RO' as const) : ('RW' as const) };
    if (host !== undefined) return { ...mount, host_path: host };
    // A directory within the executor's sandbox, which all its containers see.
    return { ...mount, source: { type: 'SANDBOX_PATH', sandbox_path: { type: 'PARENT', path: podVolumePath(name) } } };
  });
  return {
    ...containerBase(pod),
    ...(volumes.length > 0 && { volumes }),
    ...(image && {
      mesos: {
        image: {
          type: image.kind,
          ...(image.kind === 'DOCKER' && { docker: { name: image.id } }),
          ...(image.forcePull !== undefined && { cached: !image.forcePull }),
        },
      },
    }),
  };
}
