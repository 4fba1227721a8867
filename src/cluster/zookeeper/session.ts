import { ZooKeeperError } from './errors.ts';
import { createNode, removeNode, type CreateOptions, type Ensemble } from './mutations.ts';
import { isValidPath, parentOf } from './rules.ts';
import type { Stat } from './state.ts';
import type { Watch } from './watches.ts';

/**
 * A client's session with ZooKeeper: znodes with text data. Every call throws ZooKeeperError (NoNode, NodeExists, NotEmpty,
 * BadVersion, …) where a real server would refuse. Watches fire once. Ending the session removes its ephemeral nodes.
 */
export interface ZooKeeperSession {
  readonly id: number;
  /** Returns the path, which for a sequential node is longer than the one given. */
  create(path: string, data: string, options?: CreateOptions): string;
  /** Creates a persistent node and the parents that are missing; what exists stays as it is. */
  ensure(path: string): void;
  get(path: string, watch?: Watch): { data: string; stat: Stat };
  /** `version` -1 or undefined: whatever it is now. */
  set(path: string, data: string, version?: number): Stat;
  remove(path: string, version?: number): void;
  /** Names of the children, sorted. */
  children(path: string, watch?: Watch): string[];
  exists(path: string, watch?: Watch): Stat | undefined;
  close(): void;
}

/** The session's end is `session.open = false`; nothing of it is heard or answered after that. */
export function openSession(parts: Ensemble, session: { id: number; open: boolean }): ZooKeeperSession {
  const { tree, watches, clock } = parts;
  const check = (path: string): void => {
    if (!session.open) throw new ZooKeeperError('SessionExpired', path);
    if (!parts.serves()) throw new ZooKeeperError('ConnectionLoss', path);
    if (!isValidPath(path)) throw new ZooKeeperError('BadArguments', path);
  };
  const checkVersion = (path: string, version = -1): void => {
    if (version !== -1 && tree.node(path).stat.version !== version) throw new ZooKeeperError('BadVersion', path);
  };
  const create = (path: string, data: string, options: CreateOptions = {}): string => {
    check('/');
    return createNode(parts, session.id, path, data, options);
  };
  const ensure = (path: string): void => {
    check(path);
    if (tree.find(path)) return;
    ensure(parentOf(path));
    create(path, '');
  };
  return {
    id: session.id,
    create,
    ensure,
    get(path, watch) {
      check(path);
      const { data, stat } = tree.node(path);
      if (watch) watches.onData(path, session, watch);
      return { data, stat: { ...stat } };
    },
    set(path, data, version) {
      check(path);
      checkVersion(path, version);
      tree.set(path, data, clock.now());
      watches.fire({ type: 'NodeDataChanged', path });
      return { ...tree.node(path).stat };
    },
    remove(path, version) {
      check(path);
      checkVersion(path, version);
      if (path === '/') throw new ZooKeeperError('BadArguments', path);
      if (tree.node(path).children.size > 0) throw new ZooKeeperError('NotEmpty', path);
      removeNode(parts, path);
    },
    children(path, watch) {
      check(path);
      const names = [...tree.node(path).children].sort();
      if (watch) watches.onChildren(path, session, watch);
      return names;
    },
    exists(path, watch) {
      check(path);
      if (watch) watches.onData(path, session, watch);
      const stat = tree.find(path)?.stat;
      return stat && { ...stat };
    },
    close() {
      if (!session.open) return;
      session.open = false;
      for (const path of tree.ephemeralsOf(session.id)) removeNode(parts, path);
    },
  };
}
