import { limits } from '../../kernel/limits.ts';
import { malformed, MarathonError } from '../errors.ts';

const tooLarge = (): MarathonError =>
  new MarathonError(413, `The body is larger than ${limits.requestBodyBytes} bytes. Send fewer objects in one request.`);

/** The body as text. A body above the limit is refused while it is read, never held whole. */
async function readText(request: Request): Promise<string> {
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

/** The JSON value of the body. Errors: 400 when it is none, 413 when it is too large. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text.trim() === '') {
    throw new MarathonError(400, 'Please specify data in JSON format', { details: 'The body is empty' });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    throw malformed(fault instanceof Error ? fault.message : 'The body is not JSON');
  }
}
