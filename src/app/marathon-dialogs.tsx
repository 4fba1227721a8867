import type { RouteObject } from 'react-router';

type Lazy = RouteObject['lazy'];

const scale: Lazy = async () => ({ Component: (await import('./pages/marathon/ScaleDialog.tsx')).ScaleDialog });
const restart: Lazy = async () => ({ Component: (await import('./pages/marathon/RestartDialog.tsx')).RestartDialog });
const suspend: Lazy = async () => ({ Component: (await import('./pages/marathon/SuspendDialog.tsx')).SuspendDialog });
const resume: Lazy = async () => ({ Component: (await import('./pages/marathon/ResumeDialog.tsx')).ResumeDialog });
const destroy: Lazy = async () => ({ Component: (await import('./pages/marathon/DestroyDialog.tsx')).DestroyDialog });
export const edit: Lazy = async () => ({
  Component: (await import('./pages/marathon/EditApplicationDialog.tsx')).EditApplicationDialog,
});
const duplicate: Lazy = async () => ({
  Component: (await import('./pages/marathon/DuplicateApplicationDialog.tsx')).DuplicateApplicationDialog,
});

/** What is done to one app, over its own page and (with `/:appId`) over each list that has it. */
const onApp = { edit, duplicate, scale, restart, suspend, resume, destroy };

export const appDialogs: RouteObject[] = [
  ...Object.entries(onApp).map(([path, lazy]) => ({ path, lazy })),
  { path: 'instances/:taskId/logs', lazy: async () => ({ Component: (await import('./pages/marathon/LogDialog.tsx')).LogDialog }) },
];

/** The dialogs over the list, of the root and of each group alike. */
export const listDialogs: RouteObject[] = [
  {
    path: 'create',
    lazy: async () => ({ Component: (await import('./pages/marathon/CreateApplicationDialog.tsx')).CreateApplicationDialog }),
  },
  { path: 'create-group', lazy: async () => ({ Component: (await import('./pages/marathon/CreateGroupDialog.tsx')).CreateGroupDialog }) },
  ...Object.entries(onApp).map(([path, lazy]) => ({ path: `${path}/:appId`, lazy })),
  { path: 'bulk/:action', lazy: async () => ({ Component: (await import('./pages/marathon/BulkDialog.tsx')).BulkDialog }) },
  { path: 'destroyed', lazy: async () => ({ Component: (await import('./pages/marathon/DestroyedDialog.tsx')).DestroyedDialog }) },
  {
    path: 'scale-group/:targetId',
    lazy: async () => ({ Component: (await import('./pages/marathon/ScaleGroupDialog.tsx')).ScaleGroupDialog }),
  },
  {
    path: 'edit-group/:targetId',
    lazy: async () => ({ Component: (await import('./pages/marathon/EditGroupDialog.tsx')).EditGroupDialog }),
  },
  {
    path: 'destroy-group/:targetId',
    lazy: async () => ({ Component: (await import('./pages/marathon/DestroyGroupDialog.tsx')).DestroyGroupDialog }),
  },
  {
    path: 'group-apps/:targetId/:action',
    lazy: async () => ({ Component: (await import('./pages/marathon/GroupAppsDialog.tsx')).GroupAppsDialog }),
  },
];
