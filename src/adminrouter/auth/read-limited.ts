import { readWhole } from '../read-whole.ts';
import { RouterFault } from '../router-fault.ts';

/** The body as text; throws RouterFault 413 as soon as it is known to be longer than `limit` bytes, without reading on. */
export async function readLimited(request: Request, limit: number): Promise<string> {
  const bytes = await readWhole(request, limit);
  if (!bytes) throw new RouterFault(413, `The body is longer than ${limit} bytes.`);
  return new TextDecoder().decode(bytes);
}
