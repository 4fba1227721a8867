import type { RouteObject } from 'react-router';

/** Virtual addresses and names. */
export const networkRoutes: RouteObject[] = [
  { path: 'network', lazy: async () => ({ Component: (await import('./pages/network/NetworkPage.tsx')).NetworkPage }) },
  { path: 'network/:vip/:protocol', lazy: async () => ({ Component: (await import('./pages/network/VipPage.tsx')).VipPage }) },
];
