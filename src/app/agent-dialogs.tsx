import type { RouteObject } from 'react-router';

/** What an operator can do with an agent, over any page of it. */
export const agentDialogs: RouteObject[] = [
  { path: 'drain', lazy: async () => ({ Component: (await import('./components/mesos/DrainDialog.tsx')).DrainDialog }) },
  { path: 'deactivate', lazy: async () => ({ Component: (await import('./components/mesos/DeactivateDialog.tsx')).DeactivateDialog }) },
  { path: 'reactivate', lazy: async () => ({ Component: (await import('./components/mesos/ReactivateDialog.tsx')).ReactivateDialog }) },
  { path: 'mark-gone', lazy: async () => ({ Component: (await import('./components/mesos/MarkGoneDialog.tsx')).MarkGoneDialog }) },
];
