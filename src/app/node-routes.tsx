import type { RouteObject } from 'react-router';
import { agentDialogs } from './agent-dialogs.tsx';

/** The address of a page with no dialog over it, or of a view that the page itself draws. */
const ownView = null;

/** `/nodes`, a node with its views, and the dialogs over it. */
export const nodeRoutes: RouteObject[] = [
  { path: 'nodes', lazy: async () => ({ Component: (await import('./pages/dcos/NodesPage.tsx')).NodesPage }) },
  {
    path: 'nodes/:agentId',
    lazy: async () => ({ Component: (await import('./pages/dcos/NodePage.tsx')).NodePage }),
    children: [
      { index: true, element: ownView },
      { path: 'health', element: ownView },
      { path: 'details', element: ownView },
      ...agentDialogs,
    ],
  },
];
