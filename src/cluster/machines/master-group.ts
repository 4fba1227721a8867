import type { Fetch } from '../../api/http/fetch.ts';
import { embeddedView } from '../exhibitor/embedded-view.ts';
import { exhibitorOf } from '../exhibitor/http.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MesosDns } from '../mesos-dns/mesos-dns.ts';
import type { ClusterUpstreams } from '../upstreams.ts';
import { whenStarted } from './errors.ts';
import type { Machine } from './machine.ts';
import { createMasterMachine, type MasterMachine, type MasterOptions, type MasterParts } from './master-machine.ts';
import { resolves } from './master-units.ts';
import { createEnsemble } from '../zookeeper/ensemble.ts';
import { createMasters, type Masters } from './masters.ts';
import type { Condition } from './unit.ts';

/** All master machines of a cluster. */
export interface MasterGroup {
  readonly masters: Masters;
  at(name: string): MasterMachine | undefined;
  dns(): MesosDns | undefined;
  readonly leaderResolves: Condition;
  readonly upstreams: Pick<ClusterUpstreams, 'mesos' | 'master' | 'marathon' | 'chronos' | 'exhibitor' | 'mesosDns' | 'history'>;
  /** Marathon, Chronos and what else would start again what the agents are about to stop. */
  stopFrameworks(): void;
  stop(): void;
}

/** `machines`: one or more. */
export function createMasterGroup(kernel: Kernel, machines: readonly [Machine, ...Machine[]], options: MasterOptions): MasterGroup {
  const byName = new Map<string, MasterMachine>();
  const outside = options.zookeeper;
  const ensemble =
    outside?.ensemble ??
    createEnsemble(
      kernel,
      machines.map(({ name }) => name),
    );
  const masters = createMasters(kernel, machines, ensemble, (ip) => byName.values().find(({ machine }) => machine.ip === ip));
  for (const machine of machines) byName.set(machine.name, createMasterMachine(kernel, machine, masters, options));
  const all = [...byName.values()];
  const dns = (): MesosDns | undefined => firstOf(all, ({ mesosDns }) => mesosDns.get());
  const end = (...parts: Exclude<keyof MasterParts, 'writeClusterId'>[]): void => {
    for (const machine of all) for (const part of parts) machine.parts[part].stop();
  };
  return {
    masters,
    at: (name) => byName.get(name),
    dns,
    leaderResolves: resolves(dns, 'leader.mesos'),
    upstreams: {
      ...upstreamsOf(machines, all, masters),
      exhibitor: exhibitorOf(outside?.view ?? embeddedView(ensemble, machines, options.supervisor)),
    },
    stopFrameworks: () => end('marathon', 'chronos'),
    stop: () => end('history', 'mesosDns', 'mesos'),
  };
}

const firstOf = <T>(all: readonly MasterMachine[], of: (parts: MasterParts) => T | undefined): T | undefined =>
  all
    .values()
    .map(({ parts }) => of(parts))
    .find((found) => found !== undefined);

/** Of each component the one that leads; else any that is started, which says what a follower says. */
function upstreamsOf(
  machines: readonly [Machine, ...Machine[]],
  all: readonly MasterMachine[],
  masters: Masters,
): Omit<MasterGroup['upstreams'], 'exhibitor'> {
  const whyNot = leaderlessness(masters);
  const started = (name: string, leading: () => Fetch | undefined, any: (parts: MasterParts) => Fetch | undefined): Fetch => {
    const find = (): Fetch | undefined => leading() ?? (whyNot() === undefined ? firstOf(all, any) : undefined);
    return whenStarted(name, machines[0].name, find, whyNot);
  };
  return {
    mesos: started(
      'The Mesos master',
      () => masters.leader()?.fetch,
      ({ mesos }) => mesos.get()?.fetch,
    ),
    marathon: started(
      'Marathon',
      () => masters.marathon.upstream()?.fetch,
      ({ marathon }) => marathon.get()?.fetch,
    ),
    chronos: started(
      'Chronos',
      () => masters.chronos.upstream()?.fetch,
      ({ chronos }) => chronos.get()?.fetch,
    ),
    master(name) {
      const found = all.find(({ machine }) => machine.name === name);
      return found && whenStarted('The Mesos master', name, () => found.parts.mesos.get()?.fetch);
    },
    mesosDns: started(
      'Mesos-DNS',
      () => undefined,
      ({ mesosDns }) => mesosDns.get()?.fetch,
    ),
    history: started(
      'The history service',
      () => undefined,
      ({ history }) => history.get()?.fetch,
    ),
  };
}

/** Why nobody leads, once there has been a majority; undefined while there is one. */
function leaderlessness({ ensemble, quorum }: Masters): () => string | undefined {
  let lost = false;
  ensemble.onMajority((holds) => (lost = !holds));
  return () => {
    if (!lost) return undefined;
    const { up, masters, needed } = quorum();
    return `Nobody leads: ${up} of ${masters} masters ${up === 1 ? 'is' : 'are'} up, and ${needed} are needed to agree on anything. Tasks go on; nothing is scheduled. Bring up more masters.`;
  };
}
