import type { MachineType } from '../../api/machines/cluster.ts';
import type { MachineConfig } from '../machines/machine.ts';

type Member = Pick<MachineConfig, 'name' | 'ip' | 'type'>;

/** What the boot machine tells of the cluster that it installs machines for. */
export interface BootFacts {
  clusterName: string;
  machines: readonly Member[];
}

/** The roles of `dcos_install.sh`. */
export const INSTALL_ROLES = { master: 'master', slave: 'agent-private', slave_public: 'agent-public' } as const satisfies Record<
  string,
  MachineType
>;
export type InstallRole = keyof typeof INSTALL_ROLES;

const ipsOf = (machines: readonly Member[], type: MachineType): string[] =>
  machines.flatMap((machine) => (machine.type === type ? [machine.ip] : []));

/** The keys of genconf's `config.yaml` as dcos-vagrant fills them in, as YAML. */
export function genconfYaml({ clusterName, machines }: BootFacts): string {
  const [boot = '127.0.0.1'] = ipsOf(machines, 'boot');
  const list = (key: string, ips: readonly string[]): string[] =>
    ips.length === 0 ? [`${key}: []`] : [`${key}:`, ...ips.map((ip) => `- ${ip}`)];
  return [
    `bootstrap_url: http://${boot}`,
    `cluster_name: ${JSON.stringify(clusterName)}`,
    'exhibitor_storage_backend: static',
    'master_discovery: static',
    ...list('master_list', ipsOf(machines, 'master')),
    ...list('agent_list', ipsOf(machines, 'agent-private')),
    ...list('public_agent_list', ipsOf(machines, 'agent-public')),
    '',
  ].join('\n');
}

/** What a machine needs to join as `role`. */
export interface InstallManifest {
  role: InstallRole;
  cluster: string;
  /** The masters, of which one leads. */
  masters: string[];
  /** Where their ZooKeeper is. */
  zookeeper: string;
}

export function installManifest({ clusterName, machines }: BootFacts, role: InstallRole): InstallManifest {
  const masters = ipsOf(machines, 'master');
  return { role, cluster: clusterName, masters, zookeeper: `zk://${masters.map((ip) => `${ip}:2181`).join(',')}/mesos` };
}
