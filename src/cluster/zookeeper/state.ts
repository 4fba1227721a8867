import type { Store, StoreWrite } from '../kernel/store.ts';
import { ZooKeeperError } from './errors.ts';
import { nameOf, parentOf } from './rules.ts';

/** Counters of a znode as ZooKeeper keeps them; times in ms since the epoch. */
export interface Stat {
  czxid: number;
  mzxid: number;
  pzxid: number;
  ctime: number;
  mtime: number;
  version: number;
  /** Changes of the set of children; gives sequential nodes their numbers. */
  cversion: number;
  aversion: number;
  /** Session that owns an ephemeral node, a bigint where a real ensemble gave it an id of 64 bits; 0 for a persistent one. */
  ephemeralOwner: number | bigint;
  dataLength: number;
  numChildren: number;
}

interface Znode {
  data: string;
  stat: Stat;
  children: Set<string>;
}

const COLLECTION = 'zookeeper/nodes';

/** The tree of znodes. Persistent nodes are stored; ephemeral ones end with the sessions of this run and are not. */
export interface Tree {
  find(path: string): Znode | undefined;
  /** The node, or the error NoNode. */
  node(path: string): Znode;
  add(path: string, data: string, owner: number, now: number): void;
  set(path: string, data: string, now: number): void;
  remove(path: string): void;
  ephemeralsOf(owner: number): string[];
}

export function createTree(store: Store): Tree {
  const nodes = load(store);
  let zxid = Math.max(0, ...[...nodes.values()].map(({ stat }) => Math.max(stat.mzxid, stat.pzxid)));

  const node = (path: string): Znode => {
    const found = nodes.get(path);
    if (!found) throw new ZooKeeperError('NoNode', path);
    return found;
  };
  const entry = (path: string): StoreWrite => {
    const { data, stat } = node(path);
    return { collection: COLLECTION, key: path, value: { data, stat } };
  };
  const touchParent = (path: string): string => {
    const parent = parentOf(path);
    const { stat, children } = node(parent);
    stat.cversion++;
    stat.pzxid = zxid;
    stat.numChildren = children.size;
    return parent;
  };
  return {
    find: (path) => nodes.get(path),
    node,
    add(path, data, owner, now) {
      zxid++;
      const stat = freshStat(zxid, now, data, owner);
      nodes.set(path, { data, stat, children: new Set() });
      node(parentOf(path)).children.add(nameOf(path));
      const parent = touchParent(path);
      store.write(owner === 0 ? [entry(parent), entry(path)] : [entry(parent)]);
    },
    set(path, data, now) {
      zxid++;
      const found = node(path);
      found.data = data;
      Object.assign(found.stat, { mzxid: zxid, mtime: now, version: found.stat.version + 1, dataLength: byteLength(data) });
      if (found.stat.ephemeralOwner === 0) store.write([entry(path)]);
    },
    remove(path) {
      zxid++;
      nodes.delete(path);
      node(parentOf(path)).children.delete(nameOf(path));
      const parent = touchParent(path);
      store.write([entry(parent), { collection: COLLECTION, key: path, value: undefined }]);
    },
    ephemeralsOf: (owner) => [...nodes].filter(([, { stat }]) => stat.ephemeralOwner === owner).map(([path]) => path),
  };
}

const byteLength = (data: string): number => new TextEncoder().encode(data).length;

function freshStat(zxid: number, now: number, data: string, owner: number): Stat {
  const created = { czxid: zxid, mzxid: zxid, pzxid: zxid, ctime: now, mtime: now };
  const versions = { version: 0, cversion: 0, aversion: 0 };
  return { ...created, ...versions, ephemeralOwner: owner, dataLength: byteLength(data), numChildren: 0 };
}

function load(store: Store): Map<string, Znode> {
  const nodes = new Map<string, Znode>([['/', { data: '', stat: freshStat(0, 0, '', 0), children: new Set() }]]);
  for (const [path, { data, stat }] of store.list<{ data: string; stat: Stat }>(COLLECTION))
    nodes.set(path, { data, stat, children: new Set() });
  for (const path of nodes.keys()) if (path !== '/') nodes.get(parentOf(path))?.children.add(nameOf(path));
  // Ephemeral children of the last run are gone.
  for (const { stat, children } of nodes.values()) stat.numChildren = children.size;
  return nodes;
}
