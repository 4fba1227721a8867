import type { Clock } from '../kernel/clock.ts';
import { ZooKeeperError } from './errors.ts';
import { isValidPath, parentOf, sequentialPath } from './rules.ts';
import type { Tree } from './state.ts';
import type { Watches } from './watches.ts';

/** What the sessions share. */
export interface Ensemble {
  tree: Tree;
  watches: Watches;
  clock: Clock;
  /** A majority of the servers is up: without it nothing is read or written. */
  serves: () => boolean;
}

export interface CreateOptions {
  /** Ends with the session. */
  ephemeral?: boolean;
  /** Ten digits, counted by the parent, are put after the name. */
  sequential?: boolean;
}

/** Returns the path of the new node. Throws ZooKeeperError: BadArguments, NoNode (of the parent), NodeExists, NoChildrenForEphemerals. */
export function createNode(
  { tree, watches, clock }: Ensemble,
  session: number,
  path: string,
  data: string,
  options: CreateOptions,
): string {
  const parent = parentOf(path);
  // A sequential node's name may be all number (`/locks/`): it is complete, and can be checked, only with its digits.
  const full = options.sequential ? sequentialPath(path, tree.find(parent)?.stat.cversion ?? 0) : path;
  if (!isValidPath(full)) throw new ZooKeeperError('BadArguments', full);
  if (tree.find(full)) throw new ZooKeeperError('NodeExists', full);
  if (tree.node(parent).stat.ephemeralOwner !== 0) throw new ZooKeeperError('NoChildrenForEphemerals', full);
  tree.add(full, data, options.ephemeral ? session : 0, clock.now());
  watches.fire({ type: 'NodeCreated', path: full });
  watches.fire({ type: 'NodeChildrenChanged', path: parent });
  return full;
}

export function removeNode({ tree, watches }: Ensemble, path: string): void {
  tree.remove(path);
  watches.fire({ type: 'NodeDeleted', path });
  watches.fire({ type: 'NodeChildrenChanged', path: parentOf(path) });
}
