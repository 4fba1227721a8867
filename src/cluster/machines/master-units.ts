import type { MesosDns } from '../mesos-dns/mesos-dns.ts';
import { UNITS } from './unit-catalogue.ts';
import type { MasterParts } from './master-machine.ts';
import type { Masters } from './masters.ts';
import type { Condition, UnitSpec } from './unit.ts';

const ROUTER_LASTS =
  'These pages, and the API that would start it again, are reached by the Admin Router alone: without it nothing of the cluster could be seen or mended from here.';

/** A name resolves: what most units of DC/OS wait for before they start. */
export const resolves = (dns: () => MesosDns | undefined, name: string): Condition => ({
  name: `${name} to resolve`,
  met: async () => ((await dns()?.resolve(name)) ?? []).length > 0,
});

/** Who waits for whom on a master, as DC/OS' units do. `installed`: what has to hold before anything starts. */
export function masterUnits(machine: string, parts: MasterParts, masters: Masters, installed: readonly Condition[]): UnitSpec[] {
  const { ensemble } = masters;
  const { exhibitor, zookeeper, clusterId, mesosMaster, mesosDns, history, marathon, chronos, adminRouter, diagnostics } = UNITS;
  const leader = resolves(parts.mesosDns.get, 'leader.mesos');
  const majority: Condition = { name: `${ensemble.needed} ZooKeeper servers to be up`, met: ensemble.hasMajority };
  const elected: Condition = { name: 'a master to be elected', met: () => masters.leader() !== undefined };
  const accepted = (name: string, part: MasterParts['marathon']): Condition => ({
    name: `the leading master to take ${name} as a framework`,
    met: () => part.get()?.ready() === true,
  });
  const onDns = { requires: [mesosDns.id], before: [leader] };
  return [
    { ...exhibitor, before: installed },
    {
      ...zookeeper,
      requires: [exhibitor.id],
      start: () => ensemble.start(machine),
      after: [majority],
      stop: () => ensemble.stop(machine),
    },
    { ...clusterId, requires: [zookeeper.id], start: parts.writeClusterId },
    { ...mesosMaster, requires: [zookeeper.id], ...lifeOf(parts.mesos), after: [elected] },
    { ...mesosDns, requires: [mesosMaster.id], ...lifeOf(parts.mesosDns), after: [leader] },
    { ...history, ...onDns, ...lifeOf(parts.history) },
    { ...marathon, ...onDns, ...lifeOf(parts.marathon), after: [accepted('Marathon', parts.marathon)] },
    { ...chronos, ...onDns, ...lifeOf(parts.chronos), after: [accepted('Chronos', parts.chronos)] },
    {
      ...adminRouter,
      requires: [clusterId.id, mesosDns.id],
      before: [leader, resolves(parts.mesosDns.get, 'marathon.mesos')],
      lasting: ROUTER_LASTS,
    },
    { ...diagnostics, before: installed },
  ];
}

const lifeOf = ({ start, stop, crash }: Pick<UnitSpec, 'start' | 'stop' | 'crash'>) => ({ start, stop, crash });
