import type { Crumb } from '../../../layouts/Page.tsx';
import { paths } from '../../../paths.ts';

const partsOf = (groupId: string): string[] => groupId.split('/').filter((part) => part !== '');

/** The last part of a group's id; the root has the name of the list. */
export const groupTitle = (groupId: string, root: string): string => partsOf(groupId).at(-1) ?? root;

/** The groups above this one, from the root down. */
export function groupCrumbs(groupId: string, root: string): Crumb[] {
  const parts = partsOf(groupId);
  return parts.map((_, index) => ({
    label: index === 0 ? root : (parts[index - 1] ?? ''),
    to: paths.marathon.group(`/${parts.slice(0, index).join('/')}`),
  }));
}
