import type { MachineType } from '../../api/machines/cluster.ts';
import type { UnitSpec } from './unit.ts';

type UnitName = Pick<UnitSpec, 'id' | 'name' | 'description'>;

const unit = (id: string, name: string, description: string): UnitName => ({ id: `${id}.service`, name, description });

/**
 * The units of DC/OS 1.7 that this cluster has, by the names that its health pages show. ZooKeeper is part of Exhibitor's unit
 * there, and Chronos a package: here they are units of their own, so that one sees what starts and what waits.
 */
export const UNITS = {
  exhibitor: unit('dcos-exhibitor', 'Exhibitor', 'supervises ZooKeeper'),
  zookeeper: unit('dcos-zookeeper', 'ZooKeeper', 'keeps who leads and what must be agreed on'),
  clusterId: unit('dcos-cluster-id', 'Cluster ID', 'gives the cluster an id of its own'),
  mesosMaster: unit('dcos-mesos-master', 'Mesos Master', 'offers the resources of the agents to frameworks'),
  mesosDns: unit('dcos-mesos-dns', 'Mesos DNS', 'gives masters, agents and tasks their names'),
  history: unit('dcos-history-service', 'Mesos History', 'keeps the last day of the cluster for the charts'),
  marathon: unit('dcos-marathon', 'Marathon', 'keeps applications running'),
  chronos: unit('dcos-chronos', 'Chronos', 'runs jobs at their time'),
  adminRouter: unit('dcos-adminrouter', 'Admin Router', 'routes the requests of browsers and programs to the components'),
  diagnostics: unit('dcos-ddt', 'Diagnostics', 'tells the health of the components'),
  minuteman: unit('dcos-minuteman', 'Layer 4 Load Balancer', 'balances connections to named virtual addresses'),
  agent: unit('dcos-mesos-slave', 'Mesos Agent', 'runs tasks'),
  publicAgent: unit('dcos-mesos-slave-public', 'Mesos Agent Public', 'runs tasks that are reached from outside'),
  boot: unit('dcos-boot', 'Boot', 'serves what the other machines install themselves from'),
} as const satisfies Record<string, UnitName>;

/** The unit of an agent machine that runs the agent. */
export const agentUnit = (type: MachineType): UnitName => (type === 'agent-public' ? UNITS.publicAgent : UNITS.agent);
