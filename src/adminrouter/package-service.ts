import { json } from '../api/http/fetch.ts';

/** Cosmos names the kind and the version of each answer in its type. */
const typed = (name: string) => ({
  'content-type': `application/vnd.dcos.${name}+json;charset=utf-8;version=v1`,
  'cache-control': 'no-store',
});

/** What the package service of the cluster can do: nothing, for there is none. DC/OS' command line asks this first. */
export const capabilities = (): Response => json({ capabilities: [] }, 200, typed('capabilities'));

/** Cosmos' form of an error, for whatever is asked of it. */
export function noPackageService(): Response {
  const message = 'This cluster has no package service: start services as apps of Marathon.';
  return json({ type: 'not_implemented', message, data: {} }, 501, typed('package.error'));
}
