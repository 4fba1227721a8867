import type { RouteObject } from 'react-router';
import { listDialogs } from './marathon-dialogs.tsx';
import { appPage, dependencies, taskPage } from './marathon-routes.tsx';
import { noDialog } from './marathon-start.tsx';
import { paths } from './paths.ts';
import { redirectTo } from './redirect-to.ts';

const services: RouteObject['lazy'] = async () => ({ Component: (await import('./pages/dcos/ServicesPage.tsx')).ServicesPage });

/** Below `/services`: Marathon's applications and other frameworks in DC/OS' place, with the pages and dialogs that Marathon's place has. */
export const servicesRoutes: RouteObject[] = [
  {
    path: 'services',
    lazy: async () => ({ Component: (await import('./pages/marathon/MarathonLayout.tsx')).MarathonLayout }),
    children: [
      { lazy: services, children: [{ index: true, element: noDialog }, ...listDialogs] },
      { path: 'overview', loader: redirectTo(paths.services) },
      dependencies,
      { path: 'overview/:groupId', children: [dependencies] },
      { path: 'overview/:groupId', lazy: services, children: [{ index: true, element: noDialog }, ...listDialogs] },
      { ...appPage, path: 'detail/:appId' },
      { ...taskPage, path: 'detail/:appId/tasks/:taskId' },
    ],
  },
];
