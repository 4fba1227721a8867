import type { VipList, VipUsages } from '../../api/dcos/vips.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { DnsRecord } from '../mesos-dns/records.ts';
import { createBalancer, type VipBalancer } from './balancer.ts';
import type { OpenVip, VipSockets } from './sockets.ts';
import type { Vip } from './state.ts';
import { assignAddresses } from './vip-addresses.ts';
import { isVipName } from './vip-label.ts';

/** The VIPs that are served, each at its address. */
export interface VipTable {
  /** Opens those that are new, gives the others their backends, and lets those that are gone take no new connections. */
  follow(wanted: readonly Vip[]): void;
  /** Ends all, with the connections that are open. */
  clear(): void;
  size(): number;
  list(): VipList;
  usage(): VipUsages;
  /** Names of the VIPs, for DNS. */
  names(): DnsRecord[];
}

interface ServedVip {
  vip: Vip;
  address: string;
  balancer: VipBalancer;
  /** undefined until it listens. */
  listening?: OpenVip;
  problem?: string;
}

export function createVipTable({ clock, log }: Pick<Kernel, 'clock' | 'log'>, clusterId: string, sockets: VipSockets): VipTable {
  const vips = new Map<string, ServedVip>();
  let addresses = new Map<string, string>();

  function open(vip: Vip): void {
    const address = sockets.sharedAddress ?? addresses.get(vip.host) ?? '';
    const served: ServedVip = { vip, address, balancer: createBalancer(clock) };
    served.balancer.update(vip.backends);
    vips.set(vip.id, served);
    const { protocol, port } = vip;
    sockets.open({ protocol, address, port }, served.balancer).then(
      (listening) => {
        // it may be gone by now
        if (vips.get(vip.id) === served) served.listening = listening;
        else listening.close({ cut: false });
      },
      (fault: unknown) => {
        served.problem = fault instanceof Error ? fault.message : String(fault);
        log.warn(`${vip.id} cannot be served: ${served.problem}`);
      },
    );
  }
  function close(served: ServedVip, cut: boolean): void {
    vips.delete(served.vip.id);
    served.listening?.close({ cut });
  }
  const sorted = (): ServedVip[] => [...vips.values()].sort((one, other) => (one.vip.id < other.vip.id ? -1 : 1));
  return {
    follow(wanted) {
      addresses = assignAddresses([...new Set(wanted.map(({ host }) => host))], clusterId, addresses);
      const ids = new Set(wanted.map(({ id }) => id));
      for (const served of vips.values()) if (!ids.has(served.vip.id)) close(served, false);
      for (const vip of wanted) {
        const served = vips.get(vip.id);
        if (!served) open(vip);
        else served.balancer.update((served.vip = vip).backends);
      }
    },
    clear() {
      for (const served of vips.values()) close(served, true);
    },
    size: () => vips.size,
    list: () => sorted().map(({ vip }) => listed(vip)),
    usage: () => ({ simulated: sockets.simulated, vips: sorted().map(usageOf) }),
    names: () => sorted().flatMap(({ vip: { host }, address }) => (isVipName(host) ? [{ name: host, rtype: 'A', host: address }] : [])),
  };
}

const listed = ({ host, port, protocol, backends }: Vip): VipList[number] => ({
  vip: `${host}:${port}`,
  protocol,
  backend: backends.filter(({ weight }) => weight > 0).map((backend) => ({ ip: backend.ip, port: backend.port })),
});

const usageOf = ({ vip: { host, port, protocol }, address, balancer, problem }: ServedVip): VipUsages['vips'][number] => ({
  vip: `${host}:${port}`,
  protocol,
  address,
  port,
  ...(problem !== undefined && { problem }),
  refused: balancer.refused(),
  backends: balancer.backends(),
});
