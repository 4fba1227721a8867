import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { znodeChildrenQuery } from '../../live/exhibitor-queries.ts';
import { ancestorsOf, type TreeRow, treeRows } from './tree-rows.ts';

export interface ZnodeTreeState {
  rows: TreeRow[];
  setOpen: (path: string, open: boolean) => void;
  /** Why children of an open node cannot be shown. */
  failure: Error | undefined;
  retry: () => void;
}

/** The tree as far as it is open, read node by node. What is above the chosen znode is open from the start. */
export function useTree(chosen: string | undefined): ZnodeTreeState {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(['/', ...ancestorsOf(chosen ?? '/')]));
  const paths = useMemo(() => [...open], [open]);
  const answers = useQueries({ queries: paths.map(znodeChildrenQuery) });
  const known = new Map(paths.map((path, index) => [path, answers[index]?.data]));
  const failed = answers.filter(({ error, data }) => error !== null && data === undefined);
  return {
    rows: treeRows(open, (path) => known.get(path)),
    setOpen(path, isOpen) {
      setOpen((before) => {
        const after = new Set(before);
        if (isOpen) after.add(path);
        else after.delete(path);
        return after;
      });
    },
    failure: failed[0]?.error ?? undefined,
    retry() {
      for (const { refetch } of failed) void refetch();
    },
  };
}
