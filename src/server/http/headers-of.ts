import type { IncomingMessage } from 'node:http';

/** The headers of a message as they came, also those that came more than once. Throws TypeError for a value that cannot be one. */
export function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  return headers;
}
