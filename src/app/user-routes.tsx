import type { RouteObject } from 'react-router';

/** The address of the page with no dialog over it. */
const noDialog = null;

/** `/users`, one of them, and the dialogs over these. */
export const userRoutes: RouteObject[] = [
  {
    path: 'users',
    lazy: async () => ({ Component: (await import('./pages/dcos/UsersPage.tsx')).UsersPage }),
    children: [
      { index: true, element: noDialog },
      { path: 'add', lazy: async () => ({ Component: (await import('./pages/dcos/AddUserDialog.tsx')).AddUserDialog }) },
    ],
  },
  {
    path: 'users/:uid',
    lazy: async () => ({ Component: (await import('./pages/dcos/UserPage.tsx')).UserPage }),
    children: [
      { index: true, element: noDialog },
      { path: 'password', lazy: async () => ({ Component: (await import('./pages/dcos/PasswordDialog.tsx')).PasswordDialog }) },
      { path: 'token', lazy: async () => ({ Component: (await import('./pages/dcos/TokenDialog.tsx')).TokenDialog }) },
      { path: 'log-out', lazy: async () => ({ Component: (await import('./pages/dcos/LogOutUserDialog.tsx')).LogOutUserDialog }) },
      { path: 'remove', lazy: async () => ({ Component: (await import('./pages/dcos/RemoveUserDialog.tsx')).RemoveUserDialog }) },
    ],
  },
];
