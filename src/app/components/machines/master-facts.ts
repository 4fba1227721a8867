import type { Elected, Quorum } from '../../../api/machines/cluster.ts';
import type { MachineDescription } from '../../live/machines-query.ts';

/** The names of what is elected are those of the products. */
const PRODUCT: Record<Elected, string> = { zookeeper: 'ZooKeeper', mesos: 'Mesos', marathon: 'Marathon', chronos: 'Chronos' };

/** What a master leads, by the products' names. Of a master without others nothing is said: it leads all. */
export function ledProducts({ leads = [] }: MachineDescription, machines: readonly MachineDescription[]): string[] {
  const masters = machines.filter(({ type }) => type === 'master');
  return masters.length > 1 ? leads.map((what) => PRODUCT[what]) : [];
}

/** Whether no other master would be up without this one, so that it cannot go. */
export function isLastMaster(machine: MachineDescription, machines: readonly MachineDescription[]): boolean {
  const isUp = ({ type, state }: MachineDescription): boolean =>
    type === 'master' && (state === 'starting' || state === 'running' || state === 'failed');
  return isUp(machine) && !machines.some((other) => other !== machine && isUp(other));
}

/** Whether nothing could be agreed on any more without this master. */
export function isNeededForMajority(machine: MachineDescription, quorum: Quorum | undefined): boolean {
  if (!quorum || machine.type !== 'master' || machine.state === 'halted') return false;
  return quorum.up >= quorum.needed && quorum.up - 1 < quorum.needed;
}
