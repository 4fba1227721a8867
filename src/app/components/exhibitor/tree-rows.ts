import type { ExplorerNodes } from '../../../api/dcos/exhibitor.ts';

/** A line of the tree of znodes. */
export interface TreeRow {
  path: string;
  name: string;
  /** The root's is 1. */
  level: number;
  /** Among its siblings, from 1. */
  position: number;
  siblings: number;
  hasChildren: boolean;
  isOpen: boolean;
  /** Open, and its children are still asked for. */
  isLoading: boolean;
}

/** The lines that are seen: `childrenOf` gives those of open nodes, undefined until they are known. */
export function treeRows(open: ReadonlySet<string>, childrenOf: (path: string) => ExplorerNodes | undefined): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (path: string, name: string, place: Pick<TreeRow, 'level' | 'position' | 'siblings' | 'hasChildren'>): void => {
    const isOpen = place.hasChildren && open.has(path);
    const children = isOpen ? childrenOf(path) : undefined;
    rows.push({ path, name, ...place, isOpen, isLoading: isOpen && children === undefined });
    children?.forEach(({ key, title, isLazy }, index) =>
      add(key, title, { level: place.level + 1, position: index + 1, siblings: children.length, hasChildren: isLazy }),
    );
  };
  add('/', '/', { level: 1, position: 1, siblings: 1, hasChildren: true });
  return rows;
}

/** The paths above a znode, the root first: `/a/b` has `/` and `/a`. */
export function ancestorsOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((_, index) => `/${parts.slice(0, index).join('/')}`);
}

export type TreeMove = { kind: 'go'; to: string } | { kind: 'open' | 'close'; path: string };

/** What a key does in a tree (ARIA practices): undefined for keys that do nothing. */
export function treeMove(rows: readonly TreeRow[], at: string, key: string): TreeMove | undefined {
  const index = rows.findIndex(({ path }) => path === at);
  const row = rows[index];
  if (!row) return undefined;
  const go = (target: TreeRow | undefined): TreeMove | undefined => target && { kind: 'go', to: target.path };
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1]);
    case 'ArrowUp':
      return go(rows[index - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (!row.hasChildren) return undefined;
      return row.isOpen ? go(rows[index + 1]) : { kind: 'open', path: row.path };
    case 'ArrowLeft':
      if (row.isOpen) return { kind: 'close', path: row.path };
      return go(rows.slice(0, index).findLast(({ level }) => level < row.level));
    default:
      return undefined;
  }
}
