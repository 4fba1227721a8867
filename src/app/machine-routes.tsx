import type { RouteObject } from 'react-router';

/** The address of the page with no dialog over it. */
const noDialog = null;

/** `/machines` and the dialogs over it. */
export const machineRoutes: RouteObject[] = [
  {
    path: 'machines',
    lazy: async () => ({ Component: (await import('./pages/dcos/MachinesPage.tsx')).MachinesPage }),
    children: [
      { index: true, element: noDialog },
      { path: 'add', lazy: async () => ({ Component: (await import('./pages/dcos/AddMachineDialog.tsx')).AddMachineDialog }) },
      { path: ':name/units/:unitId', lazy: async () => ({ Component: (await import('./pages/dcos/UnitDialog.tsx')).UnitDialog }) },
      {
        path: ':name/:action',
        lazy: async () => ({ Component: (await import('./pages/dcos/MachineActionDialog.tsx')).MachineActionDialog }),
      },
    ],
  },
];
