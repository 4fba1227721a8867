import type { DockerInfo, TaskInfo } from '../../api/mesos/task.ts';
import type { SharedNetwork } from '../executor/containerizer.ts';

/** Mesos' name of the network of pods on a bridge. */
const BRIDGE = 'mesos-bridge';

/** How the container engine is to run a task: as it says itself, or with the image that Mesos' own containerizer would run. */
export function dockerOf(task: TaskInfo): DockerInfo | undefined {
  const { docker, mesos } = task.container ?? {};
  const name = mesos?.image?.docker?.name;
  if (docker || name === undefined) return docker;
  return { image: name, ...(mesos?.image?.cached === false && { force_pull_image: true }) };
}

/** The network of the executor that a task is run by, which all its tasks share; undefined on the host's. `id` names it. */
export function sharedNetworkOf({ executor }: TaskInfo, id: string): SharedNetwork | undefined {
  const [network] = executor?.container?.network_infos ?? [];
  if (!network) return undefined;
  const { name = BRIDGE, port_mappings = [] } = network;
  const mapped = port_mappings.length > 0 && { port_mappings };
  if (name === BRIDGE) return { id, network: 'BRIDGE', ...mapped };
  return { id, network: 'USER', parameters: [{ key: 'network', value: name }], ...mapped };
}
