import type { DockerInfo, NetworkInfo, TaskInfo } from '../../api/mesos/task.ts';
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

/** The network of a task's executor, which all its tasks share; undefined on the host's, where what has no image always is. */
function networkOf(task: TaskInfo): (NetworkInfo & { name: string }) | undefined {
  const [network] = task.executor?.container?.network_infos ?? [];
  return network && dockerOf(task) ? { name: BRIDGE, ...network } : undefined;
}

/** As the statuses of a task tell it. */
export const sharedNetworkName = (task: TaskInfo): string | undefined => networkOf(task)?.name;

/** The same for the container engine; `id` names it. */
export function sharedNetworkOf(task: TaskInfo, id: string): SharedNetwork | undefined {
  const network = networkOf(task);
  if (!network) return undefined;
  const { name, port_mappings = [] } = network;
  const mapped = port_mappings.length > 0 && { port_mappings };
  if (name === BRIDGE) return { id, network: 'BRIDGE', ...mapped };
  return { id, network: 'USER', parameters: [{ key: 'network', value: name }], ...mapped };
}
