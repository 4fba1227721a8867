import type { Fetch } from '../../api/http/fetch.ts';
import { createAdminRouter, type AdminRouter, type AdminRouterOptions } from '../admin-router.ts';
import { memoryLoginStore, type Passwords } from '../auth/login-state.ts';

/** As quick as tests want them. */
export const plainPasswords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  verify: async (password, hash) => hash === `hash of ${password}`,
};

export const ORIGIN = 'http://m1.localhost:5080';
export const SERVER_TOKEN = 'server-token-of-the-test';

interface Seen {
  /** Which upstream got it; `agent S0` for an agent, `assets` for the pages. */
  by: string;
  /** Path and query as received. */
  path: string;
  request: Request;
}

export interface RecordingRouter {
  router: AdminRouter;
  seen: Seen[];
  warnings: string[];
  clock: { now: number };
  /** Asks the router for a path as a program with the server's token, unless `init` has other headers. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
}

const INDEX = '<!doctype html><title>The pages</title>';

/** A router in front of upstreams that note what they get and answer with `answer` (default: 200 and their name). */
export function recordingRouter(options: Partial<AdminRouterOptions> = {}, answer?: Fetch): RecordingRouter {
  const seen: Seen[] = [];
  const warnings: string[] = [];
  const clock = { now: Date.UTC(2016, 3, 26) };
  let drawn = 0;
  const record =
    (by: string): Fetch =>
    async (request) => {
      const { pathname, search } = new URL(request.url);
      seen.push({ by, path: pathname + search, request });
      return answer ? answer(request) : new Response(by);
    };
  const agents = new Map([['S0', record('agent S0')]]);
  const router = createAdminRouter({
    upstreams: {
      mesos: record('mesos'),
      marathon: record('marathon'),
      chronos: record('chronos'),
      exhibitor: record('exhibitor'),
      mesosDns: record('mesosDns'),
      diagnostics: record('diagnostics'),
      history: record('history'),
      network: record('network'),
      machines: record('machines'),
      agent: (id) => agents.get(id),
    },
    assets: async (request) => {
      const { pathname, search } = new URL(request.url);
      seen.push({ by: 'assets', path: pathname + search, request });
      return pathname === '/assets/main-1.js'
        ? new Response('code', { headers: { 'content-type': 'text/javascript' } })
        : new Response(INDEX, { headers: { 'content-type': 'text/html;charset=utf-8' } });
    },
    auth: {
      enabled: true,
      token: SERVER_TOKEN,
      secret: new Uint8Array(32).fill(7),
      store: memoryLoginStore(),
      passwords: plainPasswords,
      tokenHint: 'It is in the file token.',
    },
    now: () => clock.now,
    random: (bytes) => new Uint8Array(bytes).fill(++drawn),
    hosts: { names: ['m1.localhost'] },
    metadata: { publicIp: '192.168.65.90', clusterId: 'the-cluster', version: '1.7' },
    log: { warn: (message) => warnings.push(message) },
    ...options,
  });
  return {
    router,
    seen,
    warnings,
    clock,
    ask: (path, init = {}) =>
      router.fetch(new Request(ORIGIN + path, { ...init, headers: init.headers ?? { authorization: `token=${SERVER_TOKEN}` } })),
  };
}

/** The headers of a browser that follows a link or shows a page. */
export const navigation: Record<string, string> = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'same-origin',
};
