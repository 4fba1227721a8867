import { createBrowserRouter, type PatchRoutesOnNavigationFunction, type RouteObject } from 'react-router';
import { loadingAgain } from './loading-routes.ts';
import { Shell } from './layouts/Shell.tsx';
import { CrashPage } from './pages/CrashPage.tsx';
import { LoadingPage } from './pages/LoadingPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { addMarathonPages, marathonStart } from './marathon-start.tsx';
import { redirectTo } from './redirect-to.ts';
import { paths } from './paths.ts';
import { basePath } from './util/base-path.ts';
import { loadAgain } from './util/load-again.ts';

const dcosRoutes: RouteObject[] = [
  { index: true, loader: redirectTo(paths.dashboard), element: null },
  { path: 'dashboard', lazy: async () => ({ Component: (await import('./pages/dcos/DashboardPage.tsx')).DashboardPage }) },
  { path: 'catalog', lazy: async () => ({ Component: (await import('./pages/dcos/CatalogPage.tsx')).CatalogPage }) },
  { path: 'nodes/:agentId/tasks/:taskId/:view?', lazy: async () => ({ Component: (await import('./pages/dcos/TaskPage.tsx')).TaskPage }) },
  { path: 'tasks', lazy: async () => ({ Component: (await import('./pages/dcos/TasksPage.tsx')).TasksPage }) },
  { path: 'events', lazy: async () => ({ Component: (await import('./pages/EventsPage.tsx')).EventsPage }) },
  { path: 'help', lazy: async () => ({ Component: (await import('./pages/HelpPage.tsx')).HelpPage }) },
  { path: 'help/api', lazy: async () => ({ Component: (await import('./pages/ApiReferencePage.tsx')).ApiReferencePage }) },
  // Where Marathon's own pages were; what follows the # in their addresses is taken care of before.
  { path: 'ui/*', loader: redirectTo(paths.marathon.apps), element: null },
  { path: 'service/marathon/*', loader: redirectTo(paths.marathon.apps), element: null },
  { path: 'jobs', loader: redirectTo(paths.jobs), element: null },
  { path: 'cluster', lazy: async () => ({ Component: (await import('./pages/dcos/ClusterPage.tsx')).ClusterPage }) },
  { path: 'cluster/overview', loader: redirectTo(paths.cluster), element: null },
  { path: 'components', lazy: async () => ({ Component: (await import('./pages/dcos/ComponentsPage.tsx')).ComponentsPage }) },
  { path: 'components/:unitId', lazy: async () => ({ Component: (await import('./pages/dcos/ComponentPage.tsx')).ComponentPage }) },
  {
    path: 'components/:unitId/nodes/:host',
    lazy: async () => ({ Component: (await import('./pages/dcos/ComponentOnNodePage.tsx')).ComponentOnNodePage }),
  },
];

/** The route around all pages. */
const PAGES = 'pages';

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: CrashPage,
    HydrateFallback: LoadingPage,
    children: [
      // A page that crashes leaves the shell around it usable.
      { id: PAGES, ErrorBoundary: CrashPage, children: [...dcosRoutes, ...marathonStart, { path: '*', Component: NotFoundPage }] },
    ],
  },
];

/** Few visits lead to all of a product's many pages, so their addresses come with the first of them. */
const addPages: PatchRoutesOnNavigationFunction = async ({ path, patch }) => {
  if (/^\/nodes(\/|$)/.test(path)) patch(PAGES, loadingAgain((await loadAgain(() => import('./node-routes.tsx'))).nodeRoutes));
  if (/^\/machines(\/|$)/.test(path)) patch(PAGES, loadingAgain((await loadAgain(() => import('./machine-routes.tsx'))).machineRoutes));
  if (/^\/mesos(\/|$)/.test(path)) patch(PAGES, loadingAgain((await loadAgain(() => import('./mesos-routes.tsx'))).mesosRoutes));
  if (/^\/service\/chronos(\/|$)/.test(path))
    patch(PAGES, loadingAgain((await loadAgain(() => import('./chronos-routes.tsx'))).chronosRoutes));
  if (/^\/services(\/|$)/.test(path)) patch(PAGES, loadingAgain((await loadAgain(() => import('./services-routes.tsx'))).servicesRoutes));
  await addMarathonPages({ path, patch: (id, pages) => patch(id, loadingAgain(pages)) });
};

export function createRouter() {
  return createBrowserRouter(loadingAgain(routes), { basename: basePath, patchRoutesOnNavigation: addPages });
}
