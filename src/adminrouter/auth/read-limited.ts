import { RouterFault } from '../router-fault.ts';

/** The body as text; throws RouterFault 413 as soon as it is known to be longer than `limit` bytes, without reading on. */
export async function readLimited(request: Request, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let length = 0;
  let text = '';
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) throw new RouterFault(413, `The body is longer than ${limit} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
