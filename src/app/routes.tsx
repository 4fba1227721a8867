import { createBrowserRouter, type RouteObject } from 'react-router';
import { Shell } from './layouts/Shell.tsx';
import { CrashPage } from './pages/CrashPage.tsx';
import { LoadingPage } from './pages/LoadingPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { marathonRoutes } from './marathon-routes.tsx';
import { mesosRoutes } from './mesos-routes.tsx';
import { redirectTo } from './redirect-to.ts';
import { paths } from './paths.ts';

const dcosRoutes: RouteObject[] = [
  { index: true, loader: redirectTo(paths.dashboard), element: null },
  { path: 'dashboard', lazy: async () => ({ Component: (await import('./pages/dcos/DashboardPage.tsx')).DashboardPage }) },
  { path: 'services/*', loader: redirectTo(paths.marathon.apps), element: null },
  { path: 'nodes', lazy: async () => ({ Component: (await import('./pages/dcos/NodesPage.tsx')).NodesPage }) },
  { path: 'nodes/:agentId', lazy: async () => ({ Component: (await import('./pages/dcos/NodePage.tsx')).NodePage }) },
  { path: 'components', lazy: async () => ({ Component: (await import('./pages/dcos/ComponentsPage.tsx')).ComponentsPage }) },
  { path: 'components/:unitId', lazy: async () => ({ Component: (await import('./pages/dcos/ComponentPage.tsx')).ComponentPage }) },
];

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: CrashPage,
    HydrateFallback: LoadingPage,
    children: [
      // A page that crashes leaves the shell around it usable.
      { ErrorBoundary: CrashPage, children: [...dcosRoutes, ...marathonRoutes, ...mesosRoutes, { path: '*', Component: NotFoundPage }] },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes, { basename: import.meta.env.BASE_URL });
}
