import type { Crumb } from '../../../layouts/Page.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';
import { useListTitle } from './use-list-base.ts';

const partsOf = (groupId: string): string[] => groupId.split('/').filter((part) => part !== '');

/** The title of a group's list, the root's being that of all, and the groups above it from the root down. */
export function useGroupCrumbs(groupId: string): { title: string; crumbs: Crumb[] } {
  const places = useMarathonPaths();
  const root = useListTitle();
  const parts = partsOf(groupId);
  return {
    title: parts.at(-1) ?? root,
    crumbs: parts.map((_, index) => ({
      label: index === 0 ? root : (parts[index - 1] ?? ''),
      to: places.group(`/${parts.slice(0, index).join('/')}`),
    })),
  };
}
