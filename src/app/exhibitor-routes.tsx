import type { RouteObject } from 'react-router';
import { exhibitorPaths } from './exhibitor-paths.ts';
import { redirectTo } from './redirect-to.ts';

/** Below `/exhibitor`. */
export const exhibitorRoutes: RouteObject[] = [
  {
    path: 'exhibitor',
    lazy: async () => ({ Component: (await import('./pages/exhibitor/ExhibitorLayout.tsx')).ExhibitorLayout }),
    children: [
      { index: true, loader: redirectTo(exhibitorPaths.servers), element: null },
      { path: 'servers', lazy: async () => ({ Component: (await import('./pages/exhibitor/ServersPage.tsx')).ServersPage }) },
      { path: 'explorer', lazy: async () => ({ Component: (await import('./pages/exhibitor/ExplorerPage.tsx')).ExplorerPage }) },
      {
        path: 'configuration',
        lazy: async () => ({ Component: (await import('./pages/exhibitor/ConfigurationPage.tsx')).ConfigurationPage }),
      },
    ],
  },
];
