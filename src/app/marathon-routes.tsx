import type { RouteObject } from 'react-router';
import { appDialogs, edit, listDialogs } from './marathon-dialogs.tsx';
import { KILL_MODES, paths } from './paths.ts';
import { redirectTo } from './redirect-to.ts';

const applications: RouteObject['lazy'] = async () => ({
  Component: (await import('./pages/marathon/ApplicationsPage.tsx')).ApplicationsPage,
});

/** The address of a page with no dialog over it. */
const noDialog = null;

const dependencies: RouteObject = {
  path: 'dependencies',
  lazy: async () => ({ Component: (await import('./pages/marathon/DependenciesPage.tsx')).DependenciesPage }),
};

const killDialogs: RouteObject[] = KILL_MODES.map((path) => ({
  path,
  lazy: async () => ({ Component: (await import('./pages/marathon/KillDialog.tsx')).KillDialog }),
}));

const appPage: RouteObject = {
  path: 'apps/:appId',
  lazy: async () => ({ Component: (await import('./pages/marathon/AppPage.tsx')).AppPage }),
  children: [
    {
      lazy: async () => ({ Component: (await import('./pages/marathon/InstancesTab.tsx')).InstancesTab }),
      children: [{ index: true, element: noDialog }, ...appDialogs, ...killDialogs],
    },
    {
      path: 'configuration',
      lazy: async () => ({ Component: (await import('./pages/marathon/ConfigurationTab.tsx')).ConfigurationTab }),
      children: [
        { index: true, element: noDialog },
        { path: 'edit', lazy: edit },
      ],
    },
    { path: 'debug', lazy: async () => ({ Component: (await import('./pages/marathon/DebugTab.tsx')).DebugTab }) },
  ],
};

const taskPage: RouteObject = {
  path: 'apps/:appId/tasks/:taskId',
  lazy: async () => ({ Component: (await import('./pages/marathon/TaskPage.tsx')).TaskPage }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import('./pages/marathon/TaskDetailsTab.tsx')).TaskDetailsTab }) },
    { path: 'files', lazy: async () => ({ Component: (await import('./pages/marathon/TaskFilesTab.tsx')).TaskFilesTab }) },
    { path: 'logs', lazy: async () => ({ Component: (await import('./pages/marathon/TaskLogsTab.tsx')).TaskLogsTab }) },
    { path: 'volumes', lazy: async () => ({ Component: (await import('./pages/marathon/TaskVolumesTab.tsx')).TaskVolumesTab }) },
  ],
};

/** Below `/marathon`: the list of the root (`/marathon/apps`, its dialogs beside it), of each group, an app's page, deployments. */
export const marathonRoutes: RouteObject[] = [
  {
    path: 'marathon',
    lazy: async () => ({ Component: (await import('./pages/marathon/MarathonLayout.tsx')).MarathonLayout }),
    children: [
      { index: true, loader: redirectTo(paths.marathon.apps) },
      { lazy: applications, children: [{ path: 'apps', element: noDialog }, ...listDialogs] },
      dependencies,
      { path: 'group/:groupId', children: [dependencies] },
      { path: 'group/:groupId', lazy: applications, children: [{ index: true, element: noDialog }, ...listDialogs] },
      appPage,
      taskPage,
      {
        path: 'deployments',
        lazy: async () => ({ Component: (await import('./pages/marathon/DeploymentsPage.tsx')).DeploymentsPage }),
        children: [
          { index: true, element: noDialog },
          {
            path: 'rollback/:deploymentId',
            lazy: async () => ({ Component: (await import('./pages/marathon/RollbackDialog.tsx')).RollbackDialog }),
          },
          {
            path: 'stop/:deploymentId',
            lazy: async () => ({ Component: (await import('./pages/marathon/StopDeploymentDialog.tsx')).StopDeploymentDialog }),
          },
        ],
      },
    ],
  },
];
