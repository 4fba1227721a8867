import type { Machine } from './machine.ts';

/**
 * What tasks bind to (`$HOST`) and clients connect to, so it has to be an address of this host, which the ip of
 * VagrantConfig.yaml is not. Where all machines share one loopback address, the name tells them apart.
 */
export function reachableName({ name, address: { address } }: Machine): string {
  return address === '127.0.0.1' ? `${name}.localhost` : address;
}
