import type { VipProtocol } from '../../api/dcos/vips.ts';

/** How connections come and go: on a server by real sockets, elsewhere not at all. Which backend gets one is decided by the balancer. */
export interface VipSockets {
  /** Nothing listens; what is counted is made up. */
  simulated: boolean;
  /** Where the machine has no more than one loopback address: all VIPs are there. */
  sharedAddress?: string;
  /** Rejects with a sentence when the port cannot be had. */
  open(at: { protocol: VipProtocol; address: string; port: number }, balancer: Balancer): Promise<OpenVip>;
}

export interface OpenVip {
  /** Takes no new connections; those that are open go on until they end, unless they are to be cut. */
  close(options: { cut: boolean }): void;
}

export interface Balancer {
  /** Where the next connection of a client goes, none of those tried already; undefined when there is nobody. */
  next(tried: ReadonlySet<string>): Attempt | undefined;
}

/** A connection to a backend, from the decision on. */
export interface Attempt {
  id: string;
  ip: string;
  port: number;
  /** The backend took it, after so many ms. */
  connected(latencyMs: number): void;
  /** It did not. */
  failed(): void;
  /** Bytes that passed since the last call, from the client and to it. */
  moved(bytesIn: number, bytesOut: number): void;
  /** A connection that was taken ended. */
  closed(): void;
}
