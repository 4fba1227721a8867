import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';
import { createAdminRouter } from '../../adminrouter/admin-router.ts';
import { memoryLoginStore } from '../../adminrouter/auth/login-state.ts';
import { scryptPasswords } from '../auth/scrypt-passwords.ts';
import { underBasePath } from './base-path.ts';

const nothing = undefined;
const upstreams = { mesos: nothing, chronos: nothing, exhibitor: nothing, mesosDns: nothing, diagnostics: nothing, history: nothing };
const marathon: Fetch = async (request) => new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);

const router = createAdminRouter({
  upstreams: { ...upstreams, network: nothing, machines: nothing, marathon, agent: () => undefined },
  assets: async (request) => new Response(`asset ${new URL(request.url).pathname}`, { headers: { 'content-type': 'text/javascript' } }),
  auth: {
    enabled: true,
    token: 'token-of-the-test',
    secret: new Uint8Array(32).fill(7),
    store: memoryLoginStore(),
    passwords: scryptPasswords(),
  },
  now: () => 0,
  random: (bytes) => new Uint8Array(bytes).fill(1),
  hosts: { names: ['m1.localhost'] },
  metadata: { publicIp: '127.0.0.1' },
});
const server = underBasePath(router.fetch, '/dcos/');
const authorization = { authorization: 'token=token-of-the-test' };
const ask = (path: string, init: RequestInit = {}) =>
  server(new Request(`http://m1.localhost:5080${path}`, { headers: authorization, ...init }));

describe('a server below a path', () => {
  it.each(['/dcos/service/marathon/v2/apps', '/service/marathon/v2/apps'])('understands %s, with the path or without it', async (path) => {
    const answer = await ask(path, { method: 'POST', body: 'an app' });
    expect(await answer.text()).toBe('POST /v2/apps an app');
  });

  it('serves its files there', async () => {
    expect(await (await ask('/dcos/assets/main.js')).text()).toBe('asset /assets/main.js');
  });

  it('sends nobody out of the path', async () => {
    expect((await ask('/dcos')).headers.get('location')).toBe('/dcos/');
    expect((await ask('/dcos/mesos')).headers.get('location')).toBe('/dcos/mesos/');
    const loggedIn = await ask(`${router.loginLink()}&redirect=${encodeURIComponent('/dcos/nodes')}`, { headers: {} });
    expect([loggedIn.status, loggedIn.headers.get('location')]).toEqual([303, '/dcos/nodes']);
  });

  it('has its own pages point back below it', async () => {
    const login = await ask('/dcos/nodes', { headers: { accept: 'text/html' } });
    expect(login.status).toBe(401);
    expect(await login.text()).toContain('action="/dcos/acs/api/v1/auth/login"');
    const missing = await ask('/dcos/agent/S9/x', { headers: { ...authorization, accept: 'text/html' } });
    expect(await missing.text()).toContain('href="/dcos/"');
  });
});
