import type { PodContainer, PodDefinition } from '../../../api/marathon/pod-definition.ts';
import { decimalText, labelVariables, roleVariable, userVariables } from './task-environment.ts';
import { executorId } from './task-ids.ts';

export interface ContainerPlace {
  instanceId: string;
  taskId: string;
  host: string;
  /** In the order of all endpoints of the pod; undefined where one has none on the host. */
  hostPorts: readonly (number | undefined)[];
  roleEnforced: boolean;
}

/**
 * What a container of a pod finds in its environment. A container's variables win over the pod's; what Marathon sets wins
 * over both, unlike with apps.
 */
export const containerEnvironment = (pod: PodDefinition, container: PodContainer, place: ContainerPlace): Record<string, string> => ({
  ...userVariables(pod.environment),
  ...userVariables(container.environment),
  HOST: place.host,
  MESOS_TASK_ID: place.taskId,
  MESOS_EXECUTOR_ID: executorId(place.instanceId),
  MARATHON_APP_ID: pod.id,
  MARATHON_APP_VERSION: pod.version,
  ...roleVariable(place.roleEnforced),
  MARATHON_CONTAINER_ID: container.name,
  MARATHON_CONTAINER_RESOURCE_CPUS: decimalText(container.resources.cpus),
  MARATHON_CONTAINER_RESOURCE_MEM: decimalText(container.resources.mem),
  MARATHON_CONTAINER_RESOURCE_DISK: decimalText(container.resources.disk),
  MARATHON_CONTAINER_RESOURCE_GPUS: String(container.resources.gpus),
  ...labelVariables({ ...pod.labels, ...container.labels }),
  ...endpointVariables(pod, place.hostPorts),
});

/** Every container learns of the endpoints of all: `ENDPOINT_WEB` is where a neighbour reaches it. */
function endpointVariables(pod: PodDefinition, hostPorts: readonly (number | undefined)[]): Record<string, string> {
  const onHost = pod.networks.some(({ mode }) => mode === 'host');
  const endpoints = pod.containers.flatMap((container) => container.endpoints ?? []);
  const variables = endpoints.flatMap(({ name, containerPort }, index): [string, number | undefined][] => {
    const suffix = name.toUpperCase().replaceAll(/[^A-Z0-9_]+/g, '_');
    const hostPort = hostPorts[index];
    return [
      [`ENDPOINT_${suffix}`, onHost ? hostPort : containerPort],
      [`EP_HOST_${suffix}`, hostPort],
      [`EP_CONTAINER_${suffix}`, containerPort],
    ];
  });
  return Object.fromEntries(variables.flatMap(([name, port]) => (port === undefined ? [] : [[name, String(port)]])));
}
