import type { AppUpdate } from './app.ts';
import type { Container, FetchItem, Network, PortDefinition, PortMapping } from './definition.ts';

/** The spellings of 2016 (Marathon 0.8 to 1.4), translated to those of 1.5 and later. */
type Posted = AppUpdate;

/** `uris` were extracted only when their name said that they are archives. */
const ARCHIVE = /\.(tgz|tar\.gz|tbz2|tar\.bz2|txz|tar\.xz|zip)$/;

export const fetchOfUris = (uris: readonly string[]): FetchItem[] =>
  uris.map((uri) => ({ uri, extract: ARCHIVE.test(uri), executable: false, cache: false }));

export const definitionsOfPorts = (ports: readonly number[]): PortDefinition[] => ports.map((port) => ({ port, protocol: 'tcp' }));

/** The networks that `container.docker.network` and `ipAddress` stand for; undefined where neither is given. */
export function networksOfLegacy(posted: Posted): Network[] | undefined {
  const { ipAddress } = posted;
  const labels = ipAddress?.labels;
  switch (posted.container?.docker?.network) {
    case 'HOST':
    case 'NONE':
      return [{ mode: 'host' }];
    case 'BRIDGE':
      return [{ mode: 'container/bridge', ...(labels && { labels }) }];
    default: {
      if (!ipAddress && posted.container?.docker?.network === undefined) return undefined;
      const name = ipAddress?.networkName;
      return [{ mode: 'container', ...(name !== undefined && { name }), ...(labels && { labels }) }];
    }
  }
}

type DiscoveryPort = NonNullable<NonNullable<Posted['ipAddress']>['discovery']>['ports'][number];

const mappingOf = ({ number, ...port }: DiscoveryPort): PortMapping => ({ ...port, containerPort: number, servicePort: 0 });

/** Port mappings from wherever the posted app has them. */
function mappingsOf(posted: Posted): PortMapping[] | undefined {
  const { container, ipAddress } = posted;
  const mapped = container?.portMappings ?? container?.docker?.portMappings;
  if (mapped || !ipAddress?.discovery) return mapped;
  return ipAddress.discovery.ports.map(mappingOf);
}

/** The container without the keys that moved elsewhere. An `ipAddress` with ports brings a container about. */
export function containerOf(posted: Posted): Container | undefined {
  const portMappings = mappingsOf(posted);
  const { container } = posted;
  if (!container) return portMappings && { type: 'MESOS', volumes: [], portMappings };
  const { docker, portMappings: _moved, ...rest } = container;
  if (!docker) return { ...rest, ...(portMappings && { portMappings }) };
  const { network: _network, portMappings: _legacy, ...image } = docker;
  return { ...rest, docker: image, ...(portMappings && { portMappings }) };
}
