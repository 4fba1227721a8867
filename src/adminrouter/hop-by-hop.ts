/** Headers that concern one connection and not the message (RFC 9110 §7.6.1), and the old ones that were used so. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Removes the headers of the connection, also those that `Connection` itself names. */
export function removeHopByHop(headers: Headers): void {
  const named = (headers.get('connection') ?? '').split(',').map((name) => name.trim());
  // a name that is no token cannot be a header's, and `delete` would throw
  for (const name of [...HOP_BY_HOP, ...named]) if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) headers.delete(name);
}
