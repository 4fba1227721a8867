import { manualClock, type ManualClock } from '../../kernel/clock.ts';
import type { Instance } from '../core.ts';
import { createMarathonHttp } from './marathon-http.ts';
import { stubCore, type StubCore } from './stub-core.test-support.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // The body as a test reads it: whatever JSON came.
  body: ReturnType<typeof JSON.parse>;
  text: string;
}

type Body = object | string | null | undefined;

export interface Asked {
  core: StubCore;
  clock: ManualClock;
  raw: (method: string, path: string, init?: { body?: Body; headers?: Record<string, string> }) => Promise<Response>;
  /** A request as clients send it: JSON both ways unless the headers say otherwise. A text is sent as it is. */
  ask: (method: string, path: string, body?: Body, headers?: Record<string, string>) => Promise<Answer>;
}

/** Marathon's API over a stub of the engine. */
export function marathon(): Asked {
  const core = stubCore();
  const clock = manualClock();
  const fetch = createMarathonHttp(core, { clock, version: '1.10.26' });
  const raw: Asked['raw'] = (method, path, { body, headers = {} } = {}) => {
    const content = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const type: Record<string, string> = content === undefined ? {} : { 'content-type': 'application/json' };
    const init = { method, headers: { accept: 'application/json', ...type, ...headers } };
    return fetch(new Request(`http://m1.test:8080${path}`, content === undefined ? init : { ...init, body: content }));
  };
  const ask: Asked['ask'] = async (method, path, body, headers) => {
    const response = await raw(method, path, { body, ...(headers && { headers }) });
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
  return { core, clock, raw, ask };
}

const name = (appId: string): string => appId.slice(1).replaceAll('/', '_');

/** A running instance of an app; `n` makes its id. */
export function running(appId: string, n: number, change: Partial<Instance> = {}): Instance {
  const id = `${name(appId)}.instance-00000000-0000-11e6-8000-${String(n).padStart(12, '0')}`;
  return {
    id,
    appId,
    taskId: `${id}._app.1`,
    version: '2016-04-26T09:00:00.001Z',
    condition: 'Running',
    state: 'TASK_RUNNING',
    agentId: 'agent-S0',
    host: 'a1',
    hostPorts: [31_000 + n],
    ipAddresses: [{ ipAddress: '10.0.0.1', protocol: 'IPv4' }],
    stagedAt: '2016-04-26T08:59:58.000Z',
    startedAt: '2016-04-26T08:59:59.000Z',
    health: [],
    localVolumes: [],
    ...change,
  };
}
