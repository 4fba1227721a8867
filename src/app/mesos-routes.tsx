import { type LoaderFunction, redirect, type RouteObject } from 'react-router';
import { agentDialogs } from './agent-dialogs.tsx';
import { mesosPaths } from './mesos-paths.ts';
import { redirectTo } from './redirect-to.ts';

/** The address of a page with no dialog over it. */
const noDialog = null;

/** Mesos' own pages have the directory in the query. */
const toSandbox: LoaderFunction = ({ request, params }) =>
  redirect(mesosPaths.sandbox(params['agentId'] ?? '', new URL(request.url).searchParams.get('path') ?? ''));

const maintenanceDialogs: RouteObject[] = [
  {
    path: 'schedule',
    lazy: async () => ({ Component: (await import('./pages/mesos/ScheduleMaintenanceDialog.tsx')).ScheduleMaintenanceDialog }),
  },
  { path: 'take-down', lazy: async () => ({ Component: (await import('./pages/mesos/TakeDownDialog.tsx')).TakeDownDialog }) },
  { path: 'take-up', lazy: async () => ({ Component: (await import('./pages/mesos/TakeUpDialog.tsx')).TakeUpDialog }) },
  {
    path: 'cancel',
    lazy: async () => ({ Component: (await import('./pages/mesos/CancelMaintenanceDialog.tsx')).CancelMaintenanceDialog }),
  },
];

const frameworks: RouteObject[] = [
  { path: 'frameworks', lazy: async () => ({ Component: (await import('./pages/mesos/FrameworksPage.tsx')).FrameworksPage }) },
  {
    path: 'frameworks/:frameworkId',
    lazy: async () => ({ Component: (await import('./pages/mesos/FrameworkPage.tsx')).FrameworkPage }),
    children: [
      { index: true, element: noDialog },
      { path: 'tear-down', lazy: async () => ({ Component: (await import('./pages/mesos/TearDownDialog.tsx')).TearDownDialog }) },
    ],
  },
  {
    path: 'frameworks/:frameworkId/tasks/:taskId',
    lazy: async () => ({ Component: (await import('./pages/mesos/MesosTaskPage.tsx')).MesosTaskPage }),
  },
];

const agents: RouteObject[] = [
  { path: 'agents', lazy: async () => ({ Component: (await import('./pages/mesos/AgentsPage.tsx')).AgentsPage }) },
  {
    path: 'agents/:agentId',
    lazy: async () => ({ Component: (await import('./pages/mesos/AgentPage.tsx')).AgentPage }),
    children: [{ index: true, element: noDialog }, ...agentDialogs],
  },
  { path: 'agents/:agentId/browse', loader: toSandbox },
  {
    path: 'agents/:agentId/browse/:directory',
    lazy: async () => ({ Component: (await import('./pages/mesos/SandboxPage.tsx')).SandboxPage }),
  },
  {
    path: 'agents/:agentId/frameworks/:frameworkId/executors/:executorId',
    lazy: async () => ({ Component: (await import('./pages/mesos/ExecutorPage.tsx')).ExecutorPage }),
  },
];

/** Below `/mesos`: the places of Mesos' own web UI. */
export const mesosRoutes: RouteObject[] = [
  {
    path: 'mesos',
    lazy: async () => ({ Component: (await import('./pages/mesos/MesosLayout.tsx')).MesosLayout }),
    children: [
      { index: true, loader: redirectTo(mesosPaths.overview) },
      { path: 'overview', lazy: async () => ({ Component: (await import('./pages/mesos/OverviewPage.tsx')).OverviewPage }) },
      ...frameworks,
      ...agents,
      {
        path: 'roles',
        lazy: async () => ({ Component: (await import('./pages/mesos/RolesPage.tsx')).RolesPage }),
        children: [
          { index: true, element: noDialog },
          { path: 'quota', lazy: async () => ({ Component: (await import('./pages/mesos/QuotaDialog.tsx')).QuotaDialog }) },
        ],
      },
      { path: 'offers', lazy: async () => ({ Component: (await import('./pages/mesos/OffersPage.tsx')).OffersPage }) },
      {
        path: 'maintenance',
        lazy: async () => ({ Component: (await import('./pages/mesos/MaintenancePage.tsx')).MaintenancePage }),
        children: [{ index: true, element: noDialog }, ...maintenanceDialogs],
      },
    ],
  },
];
