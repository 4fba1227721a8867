/** Codes of a connection that could not be made or broke: the engine is away, which says nothing about its containers. */
const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EACCES']);

const property = (fault: unknown, name: string): unknown =>
  typeof fault === 'object' && fault !== null && name in fault ? Reflect.get(fault, name) : undefined;

export function isUnreachable(fault: unknown): boolean {
  return !isRefusal(fault) && CONNECTION_CODES.has(String(property(fault, 'code')));
}

/** The engine answered, and the answer is no. */
export const isRefusal = (fault: unknown): boolean => property(fault, 'statusCode') !== undefined;

export const isNotFound = (fault: unknown): boolean => property(fault, 'statusCode') === 404;

/** What the engine itself said, without what the client library puts around it. */
export function engineMessage(fault: unknown): string {
  const said = property(property(fault, 'json'), 'message') ?? property(fault, 'message') ?? fault;
  // Where the library read the answer as a stream, only its own wording is left.
  return String(said)
    .replace(/^\(HTTP code \d+\) [a-z ]+ - /, '')
    .trim();
}
