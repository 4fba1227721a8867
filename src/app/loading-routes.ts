import type { RouteObject } from 'react-router';
import { loadAgain } from './util/load-again.ts';

/** The same routes, whose pages are loaded once more when that fails. */
export function loadingAgain(routes: RouteObject[]): RouteObject[] {
  return routes.map((route) => {
    const { lazy, children } = route;
    return {
      ...route,
      ...(typeof lazy === 'function' && { lazy: () => loadAgain(lazy) }),
      ...(children && { children: loadingAgain(children) }),
    } as RouteObject;
  });
}
