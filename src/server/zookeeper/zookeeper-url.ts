import type { ServerAddress } from './connection.ts';

/** Where an ensemble is, and below which path what is looked for is. */
export interface ZooKeeperUrl {
  servers: ServerAddress[];
  /** Begins with a slash and does not end with one; `/` where the URL has no path. */
  path: string;
  /** `user:password`. */
  login?: string;
}

const CLIENT_PORT = 2181;

/** Reads `zk://user:password@host1:2181,host2:2181/path` as Mesos and Marathon write it; undefined where it is none. A host without a port has 2181. */
export function parseZooKeeperUrl(text: string): ZooKeeperUrl | undefined {
  const parts = /^zk:\/\/(?:(?<login>[^@/]+:[^@/]+)@)?(?<hosts>[^@/]+)(?<path>\/.*)?$/.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { login, hosts = '', path = '/' } = parts;
  const servers = hosts.split(',').map(serverAddress);
  const isPath = path === '/' || /^(\/[^/\s]+)+\/?$/.test(path);
  if (!isPath || servers.includes(undefined)) return undefined;
  return {
    servers: servers.flatMap((server) => server ?? []),
    path: path.length > 1 ? path.replace(/\/$/, '') : path,
    ...(login !== undefined && { login }),
  };
}

function serverAddress(text: string): ServerAddress | undefined {
  const { v6, name, digits } = /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[\w.-]+))(?::(?<digits>\d{1,5}))?$/i.exec(text.trim())?.groups ?? {};
  const host = v6 ?? name;
  const port = digits === undefined ? CLIENT_PORT : Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port };
}
