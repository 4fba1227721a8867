import type { DockerInfo, NetworkInfo, PortMapping, TaskInfo } from '../../api/mesos/task.ts';

/** Mesos' name of the network of pods on a bridge. */
const BRIDGE = 'mesos-bridge';

/**
 * How the container engine is to run a task: as it says itself, or with the image that Mesos' own containerizer would run.
 * On a network of the pod's own each of its containers is on that network by itself, with its own endpoints mapped.
 */
export function dockerOf(task: TaskInfo): DockerInfo | undefined {
  const { docker, mesos } = task.container ?? {};
  const name = mesos?.image?.docker?.name;
  if (docker || name === undefined) return docker;
  const [network] = task.executor?.container?.network_infos ?? [];
  return { image: name, ...(mesos?.image?.cached === false && { force_pull_image: true }), ...(network && networkOf(network, task)) };
}

function networkOf({ name = BRIDGE, port_mappings = [] }: NetworkInfo, task: TaskInfo): Partial<DockerInfo> {
  const own = ownMappings(port_mappings, task);
  const mapped = own.length > 0 && { port_mappings: own };
  if (name === BRIDGE) return { network: 'BRIDGE', ...mapped };
  return { network: 'USER', parameters: [{ key: 'network', value: name }], ...mapped };
}

/** Of the mappings of the whole pod those that the task announces. */
function ownMappings(mappings: readonly PortMapping[], { discovery }: TaskInfo): PortMapping[] {
  const announced = new Set(discovery?.ports?.ports.map(({ number }) => number));
  return mappings.filter(({ host_port }) => announced.has(host_port));
}
