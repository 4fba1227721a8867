import { limits } from '../kernel/limits.ts';
import { Refusal } from './refusal.ts';

const tooLarge = (): Refusal =>
  new Refusal(413, `The body is larger than ${limits.requestBodyBytes} bytes. Send fewer objects in one request.`);

/** The body as text. A body above the limit is refused while it is read, never held whole. */
export async function bodyText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.requestBodyBytes) throw tooLarge();
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > limits.requestBodyBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
