import { text } from '../../api/http/fetch.ts';

/** An answer that is not 200: thrown inside, shaped at the edge as libprocess does, plain text. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message = '', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  response(): Response {
    return text(this.message, this.status, this.headers);
  }
}

export const notFound = (): HttpError => new HttpError(404, '404 Not Found.');

export function methodNotAllowed(allowed: readonly string[], method: string): HttpError {
  const expected = allowed.map((name) => `'${name}'`).join(', ');
  return new HttpError(405, `405 Method Not Allowed. Expecting one of { ${expected} }, but received '${method}'.`, {
    allow: allowed.join(', '),
  });
}
