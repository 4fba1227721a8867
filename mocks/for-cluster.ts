import { resolve } from '../src/adminrouter/resolve.ts';

/** What tells where a request goes. `url` may be a bare path. */
export interface Asked {
  url: string;
  method: string;
  accept: string;
}

/** Whether the adminRouter has the answer; else the request is for a page or file of the dashboard, which come from elsewhere. */
export function isForCluster({ url, method, accept }: Asked): boolean {
  const { pathname, search } = new URL(url, 'http://any');
  const reads = method === 'GET' || method === 'HEAD';
  const { kind } = resolve({ pathname, search, reads, wantsPage: reads && accept.includes('text/html') });
  return kind !== 'page' && kind !== 'file' && kind !== 'nowhere';
}
