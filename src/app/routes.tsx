import { createBrowserRouter, type PatchRoutesOnNavigationFunction, type RouteObject } from 'react-router';
import { loadingAgain } from './loading-routes.ts';
import { Shell } from './layouts/Shell.tsx';
import { CrashPage } from './pages/CrashPage.tsx';
import { LoadingPage } from './pages/LoadingPage.tsx';
import { addMarathonPages, marathonStart } from './marathon-start.tsx';
import { redirectTo } from './redirect-to.ts';
import { paths } from './paths.ts';
import { basePath } from './util/base-path.ts';
import { loadAgain } from './util/load-again.ts';

/** What the first look at DC/OS needs. */
const dcosStart: RouteObject[] = [
  { index: true, loader: redirectTo(paths.dashboard), element: null },
  { path: 'dashboard', lazy: async () => ({ Component: (await import('./pages/dcos/DashboardPage.tsx')).DashboardPage }) },
  { path: '*', lazy: async () => ({ Component: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }) },
];

/** The route around all pages. */
const PAGES = 'pages';

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: CrashPage,
    HydrateFallback: LoadingPage,
    // A page that crashes leaves the shell around it usable.
    children: [{ id: PAGES, ErrorBoundary: CrashPage, children: [...dcosStart, ...marathonStart] }],
  },
];

/** Few visits lead to all of a product's many pages, so their addresses come with the first of them. */
const PRODUCTS: readonly [at: RegExp, load: () => Promise<RouteObject[]>][] = [
  [/^\/nodes(\/|$)/, async () => (await import('./node-routes.tsx')).nodeRoutes],
  [/^\/machines(\/|$)/, async () => (await import('./machine-routes.tsx')).machineRoutes],
  [/^\/network(\/|$)/, async () => (await import('./network-routes.tsx')).networkRoutes],
  [/^\/users(\/|$)/, async () => (await import('./user-routes.tsx')).userRoutes],
  [/^\/mesos(\/|$)/, async () => (await import('./mesos-routes.tsx')).mesosRoutes],
  [/^\/exhibitor(\/|$)/, async () => (await import('./exhibitor-routes.tsx')).exhibitorRoutes],
  [/^\/service\/chronos(\/|$)/, async () => (await import('./chronos-routes.tsx')).chronosRoutes],
  [/^\/services(\/|$)/, async () => (await import('./services-routes.tsx')).servicesRoutes],
  [/^\/(?!marathon(\/|$)|dashboard(\/|$)).+/, async () => (await import('./dcos-routes.tsx')).dcosRoutes],
];

const addPages: PatchRoutesOnNavigationFunction = async ({ path: asked, patch }) => {
  // with the path that the pages are below
  const path = asked.slice(basePath.length - 1);
  const wanted = PRODUCTS.filter(([at]) => at.test(path));
  const routesOf = await Promise.all(wanted.map(([, load]) => loadAgain(load)));
  for (const added of routesOf) patch(PAGES, loadingAgain(added));
  await addMarathonPages({ path, patch: (id, pages) => patch(id, loadingAgain(pages)) });
};

export function createRouter() {
  return createBrowserRouter(loadingAgain(routes), { basename: basePath, patchRoutesOnNavigation: addPages });
}
