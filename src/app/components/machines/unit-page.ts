import { exhibitorPaths } from '../../exhibitor-paths.ts';
import { machinePaths } from '../../machine-paths.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { paths } from '../../paths.ts';

const PAGES: Readonly<Record<string, () => string>> = {
  'dcos-adminrouter': paths.dashboard,
  'dcos-marathon': paths.marathon.apps,
  'dcos-chronos': paths.jobs,
  'dcos-mesos-master': paths.mesos,
  'dcos-exhibitor': exhibitorPaths.servers,
  'dcos-zookeeper': () => exhibitorPaths.explorer(),
  'dcos-boot': machinePaths.machines,
  'dcos-minuteman': paths.network,
};

/** Where one sees what a component does: its product's pages, an agent's node; else its own page among the components. */
export function unitPage({ ip, agentId }: MachineDescription, unitId: string): string {
  const id = unitId.replace(/\.service$/, '');
  if (id.startsWith('dcos-mesos-slave') && agentId !== undefined) return paths.node(agentId);
  return PAGES[id]?.() ?? paths.componentOnNode(unitId, ip);
}
