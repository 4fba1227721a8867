import type { AppUpdate } from './app.ts';
import type { Violation } from './faults.ts';

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/**
 * Where a body says one thing in the spelling of 2016 and another in today's. Repeating the same is fine, since a Marathon
 * of that time printed both and its clients send back what they read.
 */
export function checkLegacy({ container, networks, ipAddress, uris, fetch, ports, portDefinitions }: AppUpdate): Violation[] {
  const found: Violation[] = [];
  const docker = container?.docker;
  if (docker?.network === 'NONE')
    found.push({ path: '/container/docker/network', error: 'NONE is not supported: use HOST, BRIDGE or USER' });
  if (docker?.network !== undefined && networks) {
    found.push({ path: '/container/docker/network', error: 'must not be given together with networks' });
  }
  if (docker?.portMappings && container?.portMappings) {
    found.push({ path: '/container/docker/portMappings', error: 'must not be given together with /container/portMappings' });
  }
  if (ipAddress && networks) found.push({ path: '/ipAddress', error: 'must not be given together with networks' });
  if (
    uris?.length &&
    fetch &&
    !sameList(
      uris,
      fetch.map(({ uri }) => uri),
    )
  ) {
    found.push({ path: '/uris', error: 'must name the same as fetch, or not be given' });
  }
  if (
    ports?.length &&
    portDefinitions &&
    !sameList(
      ports,
      portDefinitions.map(({ port }) => port),
    )
  ) {
    found.push({ path: '/ports', error: 'must name the same as portDefinitions, or not be given' });
  }
  return found;
}
