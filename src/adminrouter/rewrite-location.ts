/**
 * Where an upstream's Location is for the client: the upstream thinks that it is at `/`, the client sees it below `prefix`.
 * What points at the router itself, with or without scheme and host, gets the prefix unless it has it already; other hosts,
 * the other scheme, and relative references stay as they are.
 */
export function rewriteLocation(location: string, request: Request, { prefix, scheme, ports }: LocationRules): string {
  const local = localPath(location, request, scheme ?? new URL(request.url).protocol, ports ?? []);
  if (local === undefined) return location;
  return local === prefix || local.startsWith(`${prefix}/`) || local.startsWith(`${prefix}?`) ? local : prefix + local;
}

/** What an upstream's own address looks like. */
export interface LocationRules {
  /** What stands before the upstream's own paths at the router; empty when it knows the whole path. */
  prefix: string;
  /** The scheme that it speaks, where that is not the client's. */
  scheme?: 'http:' | 'https:';
  /**
   * Ports that it takes for the client's. A web server that makes an absolute URL (as nginx for a directory without its slash) takes the
   * host that it was asked for, and the port that it listens at; empty is that of the scheme, which containers like to have.
   */
  ports?: readonly string[];
}

/** The path, query and fragment of a Location at the router's own address, as the upstream wrote them; else undefined. */
function localPath(location: string, request: Request, own: string, ports: readonly string[]): string | undefined {
  const host = (request.headers.get('host') ?? new URL(request.url).host).toLowerCase();
  const absolute = /^(https?:)?\/\/([^/?#]*)(.*)$/is.exec(location);
  if (!absolute) return location.startsWith('/') ? location : undefined;
  const [, scheme = own, authority = '', rest = ''] = absolute;
  if (scheme.toLowerCase() !== own || !isAt(authority.toLowerCase(), host, ports)) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function isAt(authority: string, host: string, ports: readonly string[]): boolean {
  const [, name, port = ''] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  return authority === host || (name === host.replace(/:\d+$/, '') && ports.includes(port));
}
