import type { PatchRoutesOnNavigationFunctionArgs, RouteObject } from 'react-router';
import { paths } from './paths.ts';
import { redirectTo } from './redirect-to.ts';
import { loadAgain } from './util/load-again.ts';

export const applications: RouteObject['lazy'] = async () => ({
  Component: (await import('./pages/marathon/ApplicationsPage.tsx')).ApplicationsPage,
});

/** The address of a page with no dialog over it. */
export const noDialog = null;

const MARATHON = 'marathon';
const LIST = 'marathon-list';

/** What the first look at Marathon needs: the list of all applications. */
export const marathonStart: RouteObject[] = [
  {
    id: MARATHON,
    path: 'marathon',
    lazy: async () => ({ Component: (await import('./pages/marathon/MarathonLayout.tsx')).MarathonLayout }),
    children: [
      { index: true, loader: redirectTo(paths.marathon.apps) },
      { id: LIST, lazy: applications, children: [{ path: 'apps', element: noDialog }] },
    ],
  },
];

/** Adds the other addresses of Marathon, those of the dialogs over the list too, once one of them is asked for. */
export async function addMarathonPages({ path, patch }: Pick<PatchRoutesOnNavigationFunctionArgs, 'path' | 'patch'>): Promise<void> {
  if (!/^\/marathon\/./.test(path)) return;
  const [{ marathonPages }, { listDialogs }] = await loadAgain(() =>
    Promise.all([import('./marathon-routes.tsx'), import('./marathon-dialogs.tsx')]),
  );
  patch(LIST, listDialogs);
  patch(MARATHON, marathonPages);
}
