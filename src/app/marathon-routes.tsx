import type { RouteObject } from 'react-router';
import { appDialogs, edit, listDialogs } from './marathon-dialogs.tsx';
import { applications, noDialog } from './marathon-start.tsx';
import { KILL_MODES } from './paths.ts';

export const dependencies: RouteObject = {
  path: 'dependencies',
  lazy: async () => ({ Component: (await import('./pages/marathon/DependenciesPage.tsx')).DependenciesPage }),
};

const killDialogs: RouteObject[] = KILL_MODES.map((path) => ({
  path,
  lazy: async () => ({ Component: (await import('./pages/marathon/KillDialog.tsx')).KillDialog }),
}));

export const appPage: RouteObject = {
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
        { path: 'apply', lazy: async () => ({ Component: (await import('./pages/marathon/ApplyVersionDialog.tsx')).ApplyVersionDialog }) },
      ],
    },
    { path: 'debug', lazy: async () => ({ Component: (await import('./pages/marathon/DebugTab.tsx')).DebugTab }) },
    { path: 'volumes', lazy: async () => ({ Component: (await import('./pages/marathon/VolumesTab.tsx')).VolumesTab }) },
    { path: 'volumes/:volumeId', lazy: async () => ({ Component: (await import('./pages/marathon/VolumePage.tsx')).VolumePage }) },
    { path: 'deployments', lazy: async () => ({ Component: (await import('./pages/marathon/DeploymentsTab.tsx')).DeploymentsTab }) },
    { path: 'endpoints', lazy: async () => ({ Component: (await import('./pages/marathon/EndpointsTab.tsx')).EndpointsTab }) },
    { path: 'events', lazy: async () => ({ Component: (await import('./pages/marathon/EventsTab.tsx')).EventsTab }) },
  ],
};

export const taskPage: RouteObject = {
  lazy: async () => ({ Component: (await import('./pages/marathon/TaskPage.tsx')).TaskPage }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import('./pages/marathon/TaskDetailsTab.tsx')).TaskDetailsTab }) },
    { path: 'files', lazy: async () => ({ Component: (await import('./pages/marathon/TaskFilesTab.tsx')).TaskFilesTab }) },
    { path: 'logs', lazy: async () => ({ Component: (await import('./pages/marathon/TaskLogsTab.tsx')).TaskLogsTab }) },
    { path: 'volumes', lazy: async () => ({ Component: (await import('./pages/marathon/TaskVolumesTab.tsx')).TaskVolumesTab }) },
  ],
};

/** The pages below `/marathon` beside the list of all applications: those of groups, of apps and their tasks, deployments. */
export const marathonPages: RouteObject[] = [
  dependencies,
  { path: 'group/:groupId', children: [dependencies] },
  { path: 'group/:groupId', lazy: applications, children: [{ index: true, element: noDialog }, ...listDialogs] },
  { ...appPage, path: 'apps/:appId' },
  { ...taskPage, path: 'apps/:appId/tasks/:taskId' },
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
];
