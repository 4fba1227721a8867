import type { ForwardTarget } from '../forward.ts';
import { RouterFault } from '../router-fault.ts';
import type { FindService } from './find-service.ts';
import { serviceCandidates } from './service-id.ts';

export interface LocatedService {
  /** Where it listens. */
  url: URL;
  /** How a request is passed to it. */
  target: ForwardTarget;
}

/** The service that a path below `/service` leads to, by as few segments as possible. Throws RouterFault 404 or 503. */
export async function locateService(path: string, find: FindService): Promise<LocatedService> {
  const candidates = serviceCandidates(path);
  const found = await find(candidates.map(({ id }) => id));
  const candidate = candidates.find(({ id }) => id === found?.id);
  if (found && candidate) {
    const { prefix, rest } = candidate;
    const name = `/service${prefix}`;
    const scheme = found.url.protocol === 'https:' ? 'https:' : 'http:';
    const { url, stripsPrefix } = found;
    return { url, target: { name, prefix: name, path: stripsPrefix ? rest || '/' : name + rest, scheme, ports: [url.port, ''] } };
  }
  throw new RouterFault(
    404,
    `404 Not Found: service not found. No app has a DCOS_SERVICE_NAME for /service${path}, and no framework that name.`,
  );
}
