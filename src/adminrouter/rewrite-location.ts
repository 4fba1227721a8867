/**
 * Where an upstream's Location is for the client: the upstream thinks that it is at `/`, the client sees it below `prefix`.
 * What points at the router itself, with or without scheme and host, gets the prefix unless it has it already; other hosts,
 * the other scheme, and relative references stay as they are. `own`: the scheme that the upstream speaks, by default the client's.
 */
export function rewriteLocation(location: string, request: Request, prefix: string, own = new URL(request.url).protocol): string {
  const local = localPath(location, request, own);
  if (local === undefined) return location;
  return local === prefix || local.startsWith(`${prefix}/`) || local.startsWith(`${prefix}?`) ? local : prefix + local;
}

/** The path, query and fragment of a Location at the router's own address, as the upstream wrote them; else undefined. */
function localPath(location: string, request: Request, own: string): string | undefined {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  const absolute = /^(https?:)?\/\/([^/?#]*)(.*)$/is.exec(location);
  if (!absolute) return location.startsWith('/') ? location : undefined;
  const [, scheme = own, authority = '', rest = ''] = absolute;
  const same = scheme.toLowerCase() === own && authority.toLowerCase() === host.toLowerCase();
  if (!same) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
