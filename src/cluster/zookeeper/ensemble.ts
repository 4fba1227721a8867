import type { Kernel } from '../kernel/kernel.ts';
import type { ProcessSession } from './client.ts';
import { connectEmbedded } from './embedded-client.ts';
import { createMajority } from './majority.ts';
import type { ZooKeeperSession } from './session.ts';
import { createZooKeeper } from './zookeeper.ts';

/** One server of the ensemble. `leads`: the others follow it in what is written; of servers without a majority none does. */
export interface ServerStatus {
  name: string;
  up: boolean;
  leads: boolean;
}

/** What the masters elect their leaders by: the embedded ensemble, or a real one. */
export interface ZooKeeperEnsemble {
  /** The server of a machine is to be up. A real ensemble is none of ours to start or stop. */
  start: (server: string) => void;
  stop: (server: string) => void;
  servers: () => ServerStatus[];
  /** How many of the servers have to be up. */
  readonly needed: number;
  hasMajority: () => boolean;
  /** Called when a majority is gained or lost. */
  onMajority: (listener: (holds: boolean) => void) => () => void;
  connect: () => ProcessSession;
}

/** One server a master machine, of which a majority has to be up. */
export interface EmbeddedEnsemble extends ZooKeeperEnsemble {
  /** A session without waiting, for who only looks. */
  session: () => ZooKeeperSession;
}

/** `servers`: names of those that belong to it, up or not; none is up in the beginning. */
export function createEnsemble(kernel: Kernel, servers: readonly string[]): EmbeddedEnsemble {
  const majority = createMajority(servers);
  const zookeeper = createZooKeeper(kernel, majority.holds);
  return {
    start: majority.join,
    stop: majority.leave,
    servers: () => servers.map((name) => ({ name, up: majority.has(name), leads: majority.leader() === name })),
    needed: majority.needed,
    hasMajority: majority.holds,
    onMajority: majority.onChange,
    connect: () => connectEmbedded(kernel.clock, zookeeper.connect(), majority),
    session: () => zookeeper.connect(),
  };
}
