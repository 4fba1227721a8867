import type * as z from 'zod/mini';
import { basePath } from './base-path.ts';
import { noteWrite } from './own-writes.ts';

/** One reason among several that a server gave; Marathon's `details[]`: `path` points into the document that was sent. */
export interface ErrorDetail {
  path: string;
  errors: string[];
}

/** A request that did not get what it asked for. `status` is 0 when no answer came at all. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly details: ErrorDetail[];
  /** The answer as it came: parsed when it was JSON, else text. */
  readonly body: unknown;
  constructor(status: number, message: string, body?: unknown) {
    super(message);
    this.status = status;
    this.body = body;
    this.details = detailsOf(body);
  }
}

export interface RequestOptions<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Checks and types the answer; without it the answer is taken as it comes. */
  schema?: z.ZodMiniType<T>;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  headers?: Record<string, string>;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** Asks the adminRouter. `path` starts with a slash and is below the dashboard's base path. Throws ApiError, or the abort reason of `signal`. */
export async function request<T>(path: string, options: RequestOptions<T> = {}): Promise<T> {
  const { method = 'GET', body } = options;
  try {
    const answer = await ask(path, options);
    noteWrite({ method, path, body }, undefined);
    return answer;
  } catch (error) {
    if (error instanceof ApiError) noteWrite({ method, path, body }, error.message);
    throw error;
  }
}

async function ask<T>(path: string, options: RequestOptions<T>): Promise<T> {
  const response = await send(path, options);
  const body = await readBody(response);
  if (!response.ok) {
    if (response.status === 401) goToLogin();
    throw new ApiError(response.status, messageOf(body) ?? fallbackMessage(response.status), body);
  }
  if (!options.schema) return body as T;
  const checked = options.schema.safeParse(body);
  if (checked.success) return checked.data;
  const first = checked.error.issues[0];
  const where = first && first.path.length > 0 ? ` at ${first.path.join('.')}` : '';
  throw new ApiError(
    response.status,
    `${path} answered something unexpected${where}: ${first?.message ?? 'not the expected shape'}.`,
    body,
  );
}

/** The absolute path of an API path or page, with the base path of the dashboard. */
export function withBase(path: string): string {
  return `${basePath.slice(0, -1)}${path}`;
}

async function send<T>(path: string, { method = 'GET', body, signal, timeoutMs = DEFAULT_TIMEOUT_MS, headers }: RequestOptions<T>) {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(withBase(path), {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeout.aborted) throw new ApiError(0, `The server did not answer within ${Math.round(timeoutMs / 1000)} s.`);
    throw new ApiError(0, 'The server cannot be reached. Check that the cluster is running.');
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!(response.headers.get('content-type') ?? '').includes('json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Marathon says `message`, the DC/OS login `description`, Mesos plain text; an HTML page of a proxy says nothing to a reader. */
function messageOf(body: unknown): string | undefined {
  if (isRecord(body)) {
    const said = body['message'] ?? body['description'];
    return typeof said === 'string' && said !== '' ? said : undefined;
  }
  if (typeof body !== 'string') return undefined;
  const text = body.trim();
  return text === '' || text.startsWith('<') || text.length > 500 ? undefined : text;
}

function detailsOf(body: unknown): ErrorDetail[] {
  const details = isRecord(body) ? body['details'] : undefined;
  if (!Array.isArray(details)) return [];
  return details.filter(isRecord).map(({ path, errors }) => ({
    path: typeof path === 'string' ? path : '',
    errors: Array.isArray(errors) ? errors.map(String) : [],
  }));
}

function fallbackMessage(status: number): string {
  if (status === 502 || status === 503 || status === 504) return `The component behind this page is not answering (${status}).`;
  return `The server refused this request (${status}).`;
}

/** The login is the adminRouter's own page, not the dashboard's: a full navigation that comes back here. */
function goToLogin(): void {
  const here = location.pathname + location.search;
  location.assign(withBase(`/login?redirect=${encodeURIComponent(here)}`));
}
