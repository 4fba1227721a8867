import type { Crumb } from '../../../layouts/Page.tsx';
import { paths } from '../../../paths.ts';
import { groupOf } from '../rules/app-facts.ts';

/** The list and the groups on the way to an app; with the app itself for a page below it. */
export function appCrumbs(id: string, root: string, withApp = false): Crumb[] {
  const crumbs: Crumb[] = withApp ? [{ label: lastPart(id), to: paths.marathon.app(id) }] : [];
  for (let group = groupOf(id); group !== '/'; group = groupOf(group)) {
    crumbs.unshift({ label: lastPart(group), to: paths.marathon.group(group) });
  }
  return [{ label: root, to: paths.marathon.apps() }, ...crumbs];
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
