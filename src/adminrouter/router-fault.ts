import type { RouterError } from '../api/dcos/router-error.ts';

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  /** nginx' number for it; nobody is there to read it. */
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;
export type FaultStatus = keyof typeof TITLES;

/** Why the router does not pass a request on. `message`: whole sentences for the user: what is wrong and what to do. */
export class RouterFault extends Error {
  override name = 'RouterFault';
  readonly status: FaultStatus;
  readonly headers: Record<string, string>;

  constructor(status: FaultStatus, message: string, options: { headers?: Record<string, string>; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.headers = options.headers ?? {};
  }

  get body(): RouterError {
    return { title: TITLES[this.status], message: this.message };
  }
}
