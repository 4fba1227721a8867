import { exhibitorHttp } from '../exhibitor/http.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Minuteman } from '../minuteman/minuteman.ts';
import type { ClusterUpstreams } from '../upstreams.ts';
import { whenStarted } from './errors.ts';
import { createMasterComponents, type MasterComponents, type MasterOptions } from './master-components.ts';
import { minutemanUnit } from './minuteman-unit.ts';
import { UNITS } from './unit-catalogue.ts';
import type { Condition, UnitSpec } from './unit.ts';

export interface MasterMachine {
  /** `installed`: what has to hold before anything starts on it. */
  units(installed: readonly Condition[]): readonly UnitSpec[];
  readonly components: MasterComponents;
  readonly upstreams: Pick<ClusterUpstreams, 'mesos' | 'marathon' | 'chronos' | 'exhibitor' | 'mesosDns' | 'history'>;
}

/** A name resolves: what most units of DC/OS wait for before they start. */
export const resolves = (components: MasterComponents, name: string): Condition => ({
  name: `${name} to resolve`,
  met: async () => ((await components.dns()?.resolve(name)) ?? []).length > 0,
});

export function createMasterMachine(kernel: Kernel, options: MasterOptions & { minuteman: Minuteman }): MasterMachine {
  const { machine } = options;
  const components = createMasterComponents(kernel, options);
  const started = (name: string, find: Parameters<typeof whenStarted>[2]) => whenStarted(name, machine.name, find);
  return {
    units: (installed) => [...masterUnits(components, installed), minutemanUnit(options.minuteman, machine.name)],
    components,
    upstreams: {
      mesos: started('The Mesos master', () => components.master()?.fetch),
      marathon: started('Marathon', () => components.marathonHttp()),
      chronos: started('Chronos', () => components.chronos()?.fetch),
      exhibitor: exhibitorHttp(machine.ip, () => components.explorer()),
      mesosDns: started('Mesos-DNS', () => components.dns()?.fetch),
      history: started('The history service', () => components.history()?.fetch),
    },
  };
}

const ROUTER_LASTS =
  'These pages, and the API that would start it again, are reached by the Admin Router alone: without it nothing of the cluster could be seen or mended from here.';

/** Who waits for whom on a master, as DC/OS' units do. */
function masterUnits(components: MasterComponents, installed: readonly Condition[]): UnitSpec[] {
  const leader = resolves(components, 'leader.mesos');
  const elected: Condition = { name: 'a master to be elected', met: () => components.leader() !== undefined };
  const subscribed: Condition = {
    name: 'the leading master to take Marathon as a framework',
    met: () => components.marathon()?.ready() === true,
  };
  const accepted: Condition = {
    name: 'the leading master to take Chronos as a framework',
    met: () => components.chronos()?.ready() === true,
  };
  const { exhibitor, zookeeper, clusterId, mesosMaster, mesosDns, history, marathon, chronos, adminRouter } = UNITS;
  const onDns = { requires: [mesosDns.id], before: [leader] };
  return [
    { ...exhibitor, before: installed },
    { ...zookeeper, requires: [exhibitor.id], start: () => components.startZooKeeper() },
    { ...clusterId, requires: [zookeeper.id], start: () => components.writeClusterId() },
    {
      ...mesosMaster,
      requires: [zookeeper.id],
      start: () => components.startMaster(),
      after: [elected],
      stop: () => components.stopMaster(),
    },
    { ...mesosDns, requires: [mesosMaster.id], start: () => components.startDns(), after: [leader], stop: () => components.stopDns() },
    { ...history, requires: [mesosDns.id], before: [leader], start: () => components.startHistory(), stop: () => components.stopHistory() },
    { ...marathon, ...onDns, start: () => components.startMarathon(), after: [subscribed], stop: () => components.stopMarathon() },
    { ...chronos, ...onDns, start: () => components.startChronos(), after: [accepted], stop: () => components.stopChronos() },
    {
      ...adminRouter,
      requires: [clusterId.id, mesosDns.id],
      before: [leader, resolves(components, 'marathon.mesos')],
      lasting: ROUTER_LASTS,
    },
    { ...UNITS.diagnostics, before: installed },
  ];
}
