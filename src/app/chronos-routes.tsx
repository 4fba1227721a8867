import type { RouteObject } from 'react-router';
import { chronosPaths } from './chronos-paths.ts';
import { redirectTo } from './redirect-to.ts';

/** The address of a page with no dialog over it. */
const noDialog = null;

/** What can be done with a job, over the list (`<dialog>/:name`) and over its own page (`<dialog>`). */
const dialogs: [path: string, lazy: RouteObject['lazy']][] = [
  ['run', async () => ({ Component: (await import('./pages/chronos/RunJobDialog.tsx')).RunJobDialog })],
  ['stop', async () => ({ Component: (await import('./pages/chronos/StopJobDialog.tsx')).StopJobDialog })],
  ['pause', async () => ({ Component: (await import('./pages/chronos/PauseJobDialog.tsx')).PauseJobDialog })],
  ['resume', async () => ({ Component: (await import('./pages/chronos/ResumeJobDialog.tsx')).ResumeJobDialog })],
  ['mark-success', async () => ({ Component: (await import('./pages/chronos/MarkSuccessDialog.tsx')).MarkSuccessDialog })],
  ['edit', async () => ({ Component: (await import('./pages/chronos/EditJobDialog.tsx')).EditJobDialog })],
  ['duplicate', async () => ({ Component: (await import('./pages/chronos/DuplicateJobDialog.tsx')).DuplicateJobDialog })],
  ['delete', async () => ({ Component: (await import('./pages/chronos/DeleteJobDialog.tsx')).DeleteJobDialog })],
];

/** Below `/service/chronos`, which is Chronos' place behind the adminRouter. */
export const chronosRoutes: RouteObject[] = [
  {
    path: 'service/chronos',
    children: [
      { index: true, loader: redirectTo(chronosPaths.jobs) },
      {
        lazy: async () => ({ Component: (await import('./pages/chronos/JobsPage.tsx')).JobsPage }),
        children: [
          { path: 'jobs', element: noDialog },
          { path: 'import', lazy: async () => ({ Component: (await import('./pages/chronos/ImportJobsDialog.tsx')).ImportJobsDialog }) },
          { path: 'bulk/:action', lazy: async () => ({ Component: (await import('./pages/chronos/BulkJobsDialog.tsx')).BulkJobsDialog }) },
          { path: 'create', lazy: async () => ({ Component: (await import('./pages/chronos/CreateJobDialog.tsx')).CreateJobDialog }) },
          ...dialogs.map(([path, lazy]) => ({ path: `${path}/:name`, lazy })),
        ],
      },
      {
        path: 'graph',
        lazy: async () => ({ Component: (await import('./pages/chronos/JobGraphPage.tsx')).JobGraphPage }),
        children: [
          { index: true, element: noDialog },
          { path: 'link/:name', lazy: async () => ({ Component: (await import('./pages/chronos/LinkJobDialog.tsx')).LinkJobDialog }) },
          {
            path: 'unlink/:name/:parent',
            lazy: async () => ({ Component: (await import('./pages/chronos/UnlinkJobDialog.tsx')).UnlinkJobDialog }),
          },
        ],
      },
      {
        path: 'jobs/:name',
        lazy: async () => ({ Component: (await import('./pages/chronos/JobPage.tsx')).JobPage }),
        children: [
          {
            lazy: async () => ({ Component: (await import('./pages/chronos/RunsTab.tsx')).RunsTab }),
            children: [
              { index: true, element: noDialog },
              { path: 'runs/:taskId', lazy: async () => ({ Component: (await import('./pages/chronos/RunLogDialog.tsx')).RunLogDialog }) },
              ...dialogs.map(([path, lazy]) => ({ path, lazy })),
            ],
          },
          { path: 'definition', lazy: async () => ({ Component: (await import('./pages/chronos/DefinitionTab.tsx')).DefinitionTab }) },
        ],
      },
    ],
  },
];
