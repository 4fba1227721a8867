import type { Kernel } from '../kernel/kernel.ts';
import { openSession, type ZooKeeperSession } from './session.ts';
import { createTree } from './state.ts';
import { createWatches } from './watches.ts';

export interface ZooKeeper {
  connect(): ZooKeeperSession;
}

/** The tree that the servers of an ensemble agree on, with its sessions and watches, without the network. `serves`: there is a majority of them. */
export function createZooKeeper(kernel: Kernel, serves: () => boolean = () => true): ZooKeeper {
  const parts = { tree: createTree(kernel.store), watches: createWatches(kernel.mailbox), clock: kernel.clock, serves };
  let sessions = 0;
  return { connect: () => openSession(parts, { id: ++sessions, open: true }) };
}
