import type { RouteObject } from 'react-router';
import { paths } from './paths.ts';
import { redirectTo } from './redirect-to.ts';

/** DC/OS' pages beside the Dashboard, which is the one that most visits begin with. */
export const dcosRoutes: RouteObject[] = [
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
  { path: 'components/diagram', lazy: async () => ({ Component: (await import('./pages/dcos/DiagramPage.tsx')).DiagramPage }) },
  { path: 'components/:unitId', lazy: async () => ({ Component: (await import('./pages/dcos/ComponentPage.tsx')).ComponentPage }) },
  {
    path: 'components/:unitId/nodes/:host',
    lazy: async () => ({ Component: (await import('./pages/dcos/ComponentOnNodePage.tsx')).ComponentOnNodePage }),
    children: [
      { index: true, element: null },
      { path: 'control', lazy: async () => ({ Component: (await import('./pages/dcos/UnitDialog.tsx')).UnitDialog }) },
    ],
  },
];
