import type { RouteObject } from 'react-router';
import { paths } from '../../paths.ts';
import { redirectTo } from '../../redirect-to.ts';

const applications: RouteObject['lazy'] = async () => ({ Component: (await import('./ApplicationsPage.tsx')).ApplicationsPage });

/** The dialogs over the list, of the root and of each group alike. */
const listDialogs: RouteObject[] = [
  { path: 'create', lazy: async () => ({ Component: (await import('./CreateApplicationDialog.tsx')).CreateApplicationDialog }) },
  { path: 'scale/:appId', lazy: async () => ({ Component: (await import('./ScaleDialog.tsx')).ScaleDialog }) },
  { path: 'restart/:appId', lazy: async () => ({ Component: (await import('./RestartDialog.tsx')).RestartDialog }) },
  { path: 'suspend/:appId', lazy: async () => ({ Component: (await import('./SuspendDialog.tsx')).SuspendDialog }) },
  { path: 'destroy/:appId', lazy: async () => ({ Component: (await import('./DestroyDialog.tsx')).DestroyDialog }) },
];

const instanceDialogs: RouteObject[] = [
  { path: 'scale', lazy: async () => ({ Component: (await import('./ScaleDialog.tsx')).ScaleDialog }) },
  { path: 'restart', lazy: async () => ({ Component: (await import('./RestartDialog.tsx')).RestartDialog }) },
  { path: 'suspend', lazy: async () => ({ Component: (await import('./SuspendDialog.tsx')).SuspendDialog }) },
  { path: 'destroy', lazy: async () => ({ Component: (await import('./DestroyDialog.tsx')).DestroyDialog }) },
  { path: 'instances/:taskId/logs', lazy: async () => ({ Component: (await import('./LogDialog.tsx')).LogDialog }) },
];

const appPage: RouteObject = {
  path: 'apps/:appId',
  lazy: async () => ({ Component: (await import('./AppPage.tsx')).AppPage }),
  children: [
    {
      lazy: async () => ({ Component: (await import('./InstancesTab.tsx')).InstancesTab }),
      children: [{ index: true }, ...instanceDialogs],
    },
    { path: 'configuration', lazy: async () => ({ Component: (await import('./ConfigurationTab.tsx')).ConfigurationTab }) },
    { path: 'debug', lazy: async () => ({ Component: (await import('./DebugTab.tsx')).DebugTab }) },
  ],
};

/** Below `/marathon`: the list of the root (`/marathon/apps`, its dialogs beside it), of each group, an app's page, deployments. */
export const marathonRoutes: RouteObject[] = [
  {
    path: 'marathon',
    lazy: async () => ({ Component: (await import('./MarathonLayout.tsx')).MarathonLayout }),
    children: [
      { index: true, loader: redirectTo(paths.marathon.apps) },
      { lazy: applications, children: [{ path: 'apps' }, ...listDialogs] },
      { path: 'group/:groupId', lazy: applications, children: listDialogs },
      appPage,
      {
        path: 'deployments',
        lazy: async () => ({ Component: (await import('./DeploymentsPage.tsx')).DeploymentsPage }),
        children: [
          { path: 'rollback/:deploymentId', lazy: async () => ({ Component: (await import('./RollbackDialog.tsx')).RollbackDialog }) },
        ],
      },
    ],
  },
];
