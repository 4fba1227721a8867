import type { Crumb } from '../../../layouts/Page.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';
import { groupOf } from '../rules/app-facts.ts';
import { useListTitle } from './use-list-base.ts';

/** The list and the groups on the way to an app; with the app itself for a page below it. */
export function useAppCrumbs(id: string, withApp = false): Crumb[] {
  const places = useMarathonPaths();
  const root = useListTitle();
  const crumbs: Crumb[] = withApp ? [{ label: lastPart(id), to: places.app(id) }] : [];
  for (let group = groupOf(id); group !== '/'; group = groupOf(group)) {
    crumbs.unshift({ label: lastPart(group), to: places.group(group) });
  }
  return [{ label: root, to: places.apps() }, ...crumbs];
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
