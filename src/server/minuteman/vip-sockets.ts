import type { VipSockets } from '../../cluster/minuteman/sockets.ts';
import { openTcpVip } from './tcp-vip.ts';
import { openUdpVip } from './udp-vip.ts';

/** VIPs on this machine. Only Linux has all of the loopback network without any set-up; elsewhere they share one address. */
export const vipSockets = (platform: NodeJS.Platform = process.platform): VipSockets => ({
  simulated: false,
  ...(platform !== 'linux' && { sharedAddress: '127.0.0.1' }),
  open: ({ protocol, address, port }, balancer) => (protocol === 'udp' ? openUdpVip : openTcpVip)({ address, port }, balancer),
});
