import type { Kernel } from '../kernel/kernel.ts';
import { openSession, type ZooKeeperSession } from './session.ts';
import { createTree } from './state.ts';
import { createWatches } from './watches.ts';

export interface ZooKeeper {
  connect(): ZooKeeperSession;
}

/** An embedded ensemble of one: the same tree and the same rules, without the network. */
export function createZooKeeper(kernel: Kernel): ZooKeeper {
  const parts = { tree: createTree(kernel.store), watches: createWatches(kernel.mailbox), clock: kernel.clock };
  let sessions = 0;
  return { connect: () => openSession(parts, { id: ++sessions, open: true }) };
}
