import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { decodeUserInfo, loginAnswerSchema } from '../../api/dcos/login.ts';
import { navigation, ORIGIN, plainPasswords, recordingRouter, SERVER_TOKEN, type RecordingRouter } from '../testing/recording-router.ts';
import type { AuthOptions } from './auth.ts';
import { memoryLoginStore } from './login-state.ts';

const LOGIN = '/acs/api/v1/auth/login';
const secret = new Uint8Array(32).fill(7);
const login = (options: Partial<AuthOptions & { enabled: true }> = {}) => ({
  enabled: true as const,
  token: SERVER_TOKEN,
  secret,
  store: memoryLoginStore(),
  passwords: plainPasswords,
  ...options,
});

/** The cookies that an answer sets, as the browser sends them back, and their attributes. */
function cookiesOf(answer: Response): { header: string; set: string[] } {
  const set = answer.headers.getSetCookie();
  return { header: set.map((cookie) => cookie.split(';', 1)[0]).join('; '), set };
}

async function logInByLink({ router, ask }: RecordingRouter): Promise<string> {
  return cookiesOf(await ask(router.loginLink(), { headers: navigation })).header;
}

describe('the login link', () => {
  test('opens a session and leads to the dashboard without the token', async () => {
    const { router, ask } = recordingRouter();
    const answer = await ask(router.loginLink(), { headers: navigation });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { header, set } = cookiesOf(answer);
    expect(set).toEqual([
      expect.stringMatching(/^dcos-acs-auth-cookie=[\w-]+\.[\w-]+\.[\w-]+; Max-Age=388800; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^dcos-acs-info-cookie=[\w-]+; Max-Age=388800; Path=\/; SameSite=Lax$/),
    ]);
    expect(decodeUserInfo(set[1]?.split(/[=;]/)[1] ?? '')).toEqual({ uid: 'local', description: 'Local user', is_remote: false });
    expect((await ask('/marathon/v2/apps', { headers: { cookie: header } })).status).toBe(200);
  });

  test('works once; a reload in the browser that used it leads on, another browser is told how to get a new one', async () => {
    const { router, ask, clock } = recordingRouter();
    const link = router.loginLink();
    const { header: cookie } = cookiesOf(await ask(link, { headers: navigation }));
    clock.now += 10_000;
    const reload = await ask(link, { headers: { ...navigation, cookie } });
    expect([reload.status, reload.headers.get('location')]).toEqual([303, '/']);
    const other = await ask(link, { headers: navigation });
    expect([other.status, cookiesOf(other).set]).toEqual([401, []]);
    const page = await other.text();
    expect(page).toContain('has been used already');
    expect(page).toContain('A restart of the server prints a new link.');
    expect(page).toContain('It is in the file token.');
  });

  test('works for a browser that asks again at once, because the network changed under its first request', async () => {
    const { router, ask, clock } = recordingRouter();
    const link = router.loginLink();
    await ask(link, { headers: navigation });
    clock.now += 9_999;
    const again = await ask(link, { headers: navigation });
    expect([again.status, cookiesOf(again).set.length]).toEqual([303, 2]);
  });

  test('is not used up by a HEAD, and each one is its own', async () => {
    const { router, ask } = recordingRouter();
    const [first, second] = [router.loginLink(), router.loginLink()];
    expect(first).not.toBe(second);
    await ask(first, { method: 'HEAD', headers: navigation });
    expect((await ask(first, { headers: navigation })).status).toBe(303);
    expect((await ask(second, { headers: navigation })).status).toBe(303);
  });

  test.each(['/login?token=', '/login?token=x', `/login?token=${SERVER_TOKEN}`])('is not guessed: %s', async (path) => {
    const { router, ask } = recordingRouter();
    router.loginLink();
    expect((await ask(path, { headers: navigation })).status).toBe(401);
  });
});

describe('a session', () => {
  test('is that of the cookie or of a header, outlives a restart, and ends after four and a half days', async () => {
    const auth = login();
    const cookie = await logInByLink(recordingRouter({ auth }));
    const restarted = recordingRouter({ auth });
    expect((await restarted.ask('/metadata', { headers: { cookie } })).status).toBe(200);
    const token = /auth-cookie=([^;]+)/.exec(cookie)?.[1] ?? '';
    for (const authorization of [`token=${token}`, `Bearer ${token}`, `bearer  ${token}`])
      expect((await restarted.ask('/metadata', { headers: { authorization } })).status).toBe(200);
    restarted.clock.now += 4.5 * 86_400_000 - 1000;
    expect((await restarted.ask('/metadata', { headers: { cookie } })).status).toBe(200);
    restarted.clock.now += 1000;
    expect((await restarted.ask('/metadata', { headers: { cookie } })).status).toBe(401);
  });

  test('of another server is worth nothing', async () => {
    const other = recordingRouter({ auth: login({ secret: new Uint8Array(32).fill(8) }) });
    const cookie = await logInByLink(other);
    expect((await recordingRouter().ask('/metadata', { headers: { cookie } })).status).toBe(401);
  });

  test('that is ended stays ended, also where its cookie was kept and after a restart', async () => {
    const auth = login();
    const gateway = recordingRouter({ auth });
    const cookie = await logInByLink(gateway);
    const out = await gateway.ask('/acs/api/v1/auth/logout', { headers: { cookie } });
    expect(out.status).toBe(200);
    expect(cookiesOf(out).set).toEqual([
      expect.stringMatching(/^dcos-acs-auth-cookie=; Max-Age=0; Path=\/; HttpOnly/),
      expect.stringMatching(/^dcos-acs-info-cookie=; Max-Age=0; Path=\//),
    ]);
    for (const { ask } of [gateway, recordingRouter({ auth })]) expect((await ask('/metadata', { headers: { cookie } })).status).toBe(401);
    const page = await gateway.ask('/acs/api/v1/auth/logout', { headers: { ...navigation, cookie } });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/login']);
  });

  const later = Date.UTC(2016, 4, 26) / 1000;
  const sign = (claims: Record<string, unknown>, key = secret, alg = 'HS256') => new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"uid":"local"}')}.`.replaceAll('=', '');
  test.each([
    ['of a DC/OS tool, without expiry', () => sign({ uid: 'local' }), 200],
    ['with an expiry to come', () => sign({ uid: 'local', exp: later }), 200],
    ['that has expired', () => sign({ uid: 'local', exp: 1 }), 401],
    ['of a user that there is not', () => sign({ uid: 'me' }), 401],
    ['of a session that there is not', () => sign({ uid: 'local', jti: 'made-up' }), 401],
    ['without a user', () => sign({ exp: later }), 401],
    ['of nobody', () => sign({ uid: null, exp: later }), 401],
    ['of an empty user', () => sign({ uid: '', exp: later }), 401],
    ['signed by another', () => sign({ uid: 'local' }, new Uint8Array(32).fill(9)), 401],
    ['signed in another way', () => sign({ uid: 'local' }, new Uint8Array(64).fill(7), 'HS512'), 401],
    ['not signed', async () => unsigned, 401],
    ['that is none', async () => 'x', 401],
    ['that is empty', async () => '', 401],
  ])('token %s: as cookie and as header', async (_what, token, status) => {
    const { ask } = recordingRouter();
    for (const headers of [{ authorization: `token=${await token()}` }, { cookie: `dcos-acs-auth-cookie=${await token()}` }])
      expect((await ask('/metadata', { headers: { ...headers } })).status).toBe(status);
  });

  test('in the header counts, whatever the cookie says', async () => {
    const gateway = recordingRouter();
    const cookie = await logInByLink(gateway);
    expect((await gateway.ask('/metadata', { headers: { cookie, authorization: 'token=wrong' } })).status).toBe(401);
    expect((await gateway.ask('/metadata', { headers: { cookie, authorization: 'Basic bWU6cHc=' } })).status).toBe(200);
  });

  test('needs a key that cannot be guessed', () => {
    expect(() => recordingRouter({ auth: login({ secret: new Uint8Array(8) }) })).toThrow(/32 bytes/);
  });
});

describe('the login page', () => {
  test('stands in for a page that needs a login, and leads back to it', async () => {
    const { ask } = recordingRouter();
    const answer = await ask('/marathon/apps/%2Fa?filter="><script>', { headers: navigation });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('www-authenticate')]).toEqual([
      401,
      'text/html; charset=UTF-8',
      'oauthjwt',
    ]);
    const page = await answer.text();
    expect(page).toContain('<label for="token">');
    expect(page).toContain('name="redirect" value="/marathon/apps/%2Fa?filter=%22%3E%3Cscript%3E"');
  });

  const submit = (gateway: RecordingRouter, fields: Record<string, string>) =>
    gateway.ask(LOGIN, {
      method: 'POST',
      headers: { ...navigation, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  test('takes the token of the server', async () => {
    const gateway = recordingRouter();
    const answer = await submit(gateway, { token: SERVER_TOKEN, redirect: '/nodes?q=a' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nodes?q=a']);
    expect((await gateway.ask('/metadata', { headers: { cookie: cookiesOf(answer).header } })).status).toBe(200);
    const again = await gateway.ask('/login?redirect=/nodes', { headers: { ...navigation, cookie: cookiesOf(answer).header } });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/nodes']);
  });

  test('says that a token is wrong, and keeps the way back', async () => {
    const answer = await submit(recordingRouter(), { token: 'wrong', redirect: '/nodes' });
    expect([answer.status, cookiesOf(answer).set]).toEqual([401, []]);
    expect(await answer.text()).toMatch(/role="alert">The token is wrong\..*value="\/nodes"/s);
  });

  test.each([
    'http://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'nodes',
    '',
    '/login?token=x',
  ])('leads to no other place: %j', async (redirect) => {
    const location = (await submit(recordingRouter(), { token: SERVER_TOKEN, redirect })).headers.get('location') ?? '';
    expect(new URL(location, ORIGIN).origin).toBe(ORIGIN);
    expect(location).toMatch(/^\/(evil\.example)?$/);
  });
});

describe('login by a program', () => {
  const post = ({ ask }: RecordingRouter, body: string, type = 'application/json') =>
    ask(LOGIN, { method: 'POST', headers: { 'content-type': type }, body });

  test('exchanges the token of the server for a session', async () => {
    const gateway = recordingRouter();
    const answer = await post(gateway, JSON.stringify({ token: SERVER_TOKEN }));
    expect(answer.status).toBe(200);
    const { token } = loginAnswerSchema.parse(await answer.json());
    expect(token).not.toBe(SERVER_TOKEN);
    expect((await gateway.ask('/metadata', { headers: { authorization: `token=${token}` } })).status).toBe(200);
    expect(cookiesOf(answer).set).toHaveLength(2);
  });

  test.each([
    ['{"token":"wrong"}', 'application/json', 401],
    ['{"token":""}', 'application/json', 400],
    ['{}', 'application/json', 400],
    ['{', 'application/json', 400],
    ['', 'application/json', 400],
    [`{"token":"${SERVER_TOKEN}"}`, 'text/plain', 415],
    [`{"token":"${'x'.repeat(10_000)}"}`, 'application/json', 413],
  ])('%s as %s is %#: refused and explained', async (body, type, status) => {
    const answer = await post(recordingRouter(), body, type);
    expect([answer.status, await answer.json()]).toEqual([status, { title: expect.any(String), message: expect.stringMatching(/\.$/) }]);
    expect(cookiesOf(answer).set).toEqual([]);
  });

  test('is POST only, and nothing when login is off', async () => {
    expect((await recordingRouter().ask(LOGIN, { headers: {} })).headers.get('allow')).toBe('POST');
    expect((await post(recordingRouter({ auth: { enabled: false } }), '{"token":"x"}')).status).toBe(404);
  });

  test('stops being a way to guess after twenty different tokens, for a minute, and not for who is in', async () => {
    const gateway = recordingRouter();
    const cookie = await logInByLink(gateway);
    const guess = (token: string) => gateway.ask('/metadata', { headers: { authorization: `token=${token}` } });
    for (let index = 0; index < 20; index++) expect((await guess(`guess-${index}`)).status).toBe(401);
    const refused = await guess(SERVER_TOKEN);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await post(gateway, JSON.stringify({ token: SERVER_TOKEN }))).status).toBe(429);
    expect((await gateway.ask('/metadata', { headers: { cookie } })).status).toBe(200);
    gateway.clock.now += 60_000;
    expect((await guess(SERVER_TOKEN)).status).toBe(200);
    for (let index = 0; index < 20; index++) expect((await guess(`again-${index}`)).status).toBe(401);
    expect((await guess(SERVER_TOKEN)).status).toBe(429);
  });

  test('is not blocked by a script that goes on with one old token', async () => {
    const gateway = recordingRouter();
    for (let index = 0; index < 100; index++) await gateway.ask('/metadata', { headers: { authorization: 'token=old' } });
    expect((await gateway.ask('/metadata')).status).toBe(200);
  });
});
