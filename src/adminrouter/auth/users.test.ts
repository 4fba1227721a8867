import { beforeEach, describe, expect, test } from 'vitest';
import { uiConfigSchema } from '../../api/dcos/cluster-metadata.ts';
import { loginAnswerSchema } from '../../api/dcos/login.ts';
import { sessionsSchema, usersSchema } from '../../api/dcos/users.ts';
import { navigation, ORIGIN, plainPasswords, recordingRouter, SERVER_TOKEN, type RecordingRouter } from '../testing/recording-router.ts';
import { memoryLoginStore } from './login-state.ts';

const USERS = '/acs/api/v1/users';
const LOGIN = '/acs/api/v1/auth/login';
const PASSWORD = 'correct horse';

let gateway: RecordingRouter;
/** One who knows the server's own token. */
let asOwner: ReturnType<typeof client>;

const client =
  (token: string, { ask } = gateway) =>
  (method: string, path: string, body?: unknown) =>
    ask(path, {
      method,
      headers: { authorization: `token=${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

const logIn = (uid: string, password: string, { ask } = gateway) =>
  ask(LOGIN, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'a browser' },
    body: JSON.stringify({ uid, password }),
  });

/** A client with a session of its own. */
async function loggedIn(uid: string, password = PASSWORD, router = gateway): Promise<ReturnType<typeof client>> {
  const answer = await logIn(uid, password, router);
  expect(answer.status).toBe(200);
  return client(loginAnswerSchema.parse(await answer.json()).token, router);
}

beforeEach(async () => {
  gateway = recordingRouter();
  asOwner = client(SERVER_TOKEN);
  expect((await asOwner('PUT', `${USERS}/ann`, { description: 'Ann', password: PASSWORD, role: 'admin' })).status).toBe(201);
  expect((await asOwner('PUT', `${USERS}/bob`, { password: PASSWORD })).status).toBe(201);
});

describe('the users', () => {
  test('are listed in the form of DC/OS, the local one first, without a trace of passwords', async () => {
    const answer = await asOwner('GET', USERS);
    const text = await answer.text();
    expect(text).not.toContain('hash of');
    expect(usersSchema.parse(JSON.parse(text)).array).toEqual([
      { uid: 'local', description: 'Local user', url: `${USERS}/local`, is_remote: false, role: 'admin', has_password: false, sessions: 0 },
      { uid: 'ann', description: 'Ann', url: `${USERS}/ann`, is_remote: false, role: 'admin', has_password: true, sessions: 0 },
      { uid: 'bob', description: 'bob', url: `${USERS}/bob`, is_remote: false, role: 'read-only', has_password: true, sessions: 0 },
    ]);
    expect(await (await asOwner('GET', '/acs/api/v1/groups')).json()).toEqual({ array: null });
  });

  test.each([
    ['PUT', '/ann', { password: PASSWORD }, 409, /user ann already/],
    ['PUT', '/Ann%20B', { password: PASSWORD }, 400, /small letters/],
    ['PUT', '/cas', { password: 'short' }, 400, /at least 8 characters/],
    ['PUT', '/cas', { role: 'root' }, 400, /JSON object like/],
    ['PATCH', '/nobody', { role: 'admin' }, 404, /no user nobody/],
    ['PATCH', '/local', { role: 'read-only' }, 409, /stays an admin/],
    ['DELETE', '/local', undefined, 409, /cannot be removed/],
    ['DELETE', '/nobody', undefined, 404, /no user nobody/],
    ['GET', '/nobody', undefined, 404, /no user nobody/],
    ['GET', '/ann/permissions', undefined, 404, /sessions and nothing else/],
    ['POST', '/ann', {}, 405, /GET, HEAD, PUT/],
  ])('%s %s with %j is %i and says why', async (method, path, body, status, message) => {
    const answer = await asOwner(method, USERS + path, body);
    expect([answer.status, await answer.json()]).toMatchObject([status, { message: expect.stringMatching(message) }]);
  });

  test('log in by name and password, and are told no more than that one of the two is wrong', async () => {
    const ann = await loggedIn('ann');
    expect((await ann('POST', '/marathon/v2/apps', {})).status).toBe(200);
    const wrong = [await logIn('ann', 'wrong password'), await logIn('nobody', PASSWORD), await logIn('local', PASSWORD)];
    for (const answer of wrong) {
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ message: 'The name or the password is wrong.' });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('outlive a restart, and so do their sessions', async () => {
    const auth = {
      enabled: true as const,
      token: SERVER_TOKEN,
      secret: new Uint8Array(32).fill(7),
      store: memoryLoginStore(),
      passwords: plainPasswords,
    };
    const before = recordingRouter({ auth });
    await client(SERVER_TOKEN, before)('PUT', `${USERS}/cas`, { password: PASSWORD });
    const answer = await logIn('cas', PASSWORD, before);
    const { token } = loginAnswerSchema.parse(await answer.json());
    expect((await client(token, recordingRouter({ auth }))('GET', '/metadata')).status).toBe(200);
  });

  test('that are removed are out at once', async () => {
    const ann = await loggedIn('ann');
    expect((await asOwner('DELETE', `${USERS}/ann`)).status).toBe(204);
    expect((await ann('GET', '/metadata')).status).toBe(401);
    expect((await logIn('ann', PASSWORD)).status).toBe(401);
    // nor does a later one of that name come back by an old token
    await asOwner('PUT', `${USERS}/ann`, { password: 'another password' });
    expect((await ann('GET', '/metadata')).status).toBe(401);
  });

  test('are none where login is off', async () => {
    const { ask } = recordingRouter({ auth: { enabled: false } });
    expect((await ask(USERS, { headers: {} })).status).toBe(404);
  });
});

describe('a read-only user', () => {
  test.each([
    ['POST', '/marathon/v2/apps'],
    ['DELETE', '/service/chronos/v1/scheduler/job/a'],
    ['POST', '/machines/v1/halt'],
    ['GET', '/exhibitor/exhibitor/v1/cluster/restart/m1'],
  ])('is refused %s %s, and told who may not', async (method, path) => {
    const bob = await loggedIn('bob');
    const answer = await bob(method, path);
    expect([answer.status, await answer.json()]).toMatchObject([403, { message: expect.stringContaining('bob (bob) may only read') }]);
    expect(gateway.seen).toEqual([]);
  });

  test('reads, and the dashboard knows it', async () => {
    const bob = await loggedIn('bob');
    expect((await bob('GET', '/marathon/v2/apps')).status).toBe(200);
    const config = async (ask: typeof bob) => uiConfigSchema.parse(await (await ask('GET', '/dcos-metadata/ui-config.json')).json());
    expect((await config(bob)).uiConfiguration.user).toEqual({ uid: 'bob', description: 'bob', role: 'read-only' });
    expect((await config(await loggedIn('ann'))).uiConfiguration.user?.role).toBe('admin');
    const open = await gateway.ask('/dcos-metadata/ui-config.json', { headers: {} });
    expect(uiConfigSchema.parse(await open.json()).uiConfiguration.user).toBeUndefined();
  });

  test('manages nobody else, and gives itself nothing', async () => {
    const bob = await loggedIn('bob');
    const refused = await Promise.all([
      bob('GET', USERS),
      bob('GET', `${USERS}/ann`),
      bob('PUT', `${USERS}/cas`, { password: PASSWORD }),
      bob('PATCH', `${USERS}/ann`, { password: 'taken over' }),
      bob('PATCH', `${USERS}/bob`, { role: 'admin' }),
      bob('DELETE', `${USERS}/bob`),
      bob('GET', `${USERS}/ann/sessions`),
      bob('DELETE', `${USERS}/ann/sessions`),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect((await bob('GET', `${USERS}/bob`)).status).toBe(200);
  });

  test('becomes an admin with the next request after an admin said so', async () => {
    const bob = await loggedIn('bob');
    await asOwner('PATCH', `${USERS}/bob`, { role: 'admin' });
    expect((await bob('POST', '/marathon/v2/apps', {})).status).toBe(200);
  });
});

describe('a password', () => {
  test('is changed by who knows it, and puts out all other sessions', async () => {
    const [here, elsewhere] = [await loggedIn('bob'), await loggedIn('bob')];
    expect((await here('PATCH', `${USERS}/bob`, { password: 'a new password' })).status).toBe(403);
    expect((await here('PATCH', `${USERS}/bob`, { password: 'a new password', current_password: 'guess' })).status).toBe(403);
    expect((await here('PATCH', `${USERS}/bob`, { password: 'a new password', current_password: PASSWORD })).status).toBe(204);
    expect((await here('GET', '/metadata')).status).toBe(200);
    expect((await elsewhere('GET', '/metadata')).status).toBe(401);
    expect((await logIn('bob', PASSWORD)).status).toBe(401);
    await loggedIn('bob', 'a new password');
  });

  test('is set anew by an admin, without the old one', async () => {
    const ann = await loggedIn('ann');
    expect((await ann('PATCH', `${USERS}/bob`, { password: 'a new password' })).status).toBe(204);
    await loggedIn('bob', 'a new password');
  });

  test('cannot be guessed: ten wrong ones a minute, for each name, also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => logIn('bob', `guess ${index}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const refused = await logIn('bob', PASSWORD);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    await loggedIn('ann');
    gateway.clock.now += 60_000;
    await loggedIn('bob');
  });

  test('is not looked for endlessly under names that nobody has', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => logIn(`nobody-${index}`, 'a password')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    await loggedIn('ann');
  });
});

describe('sessions', () => {
  const list = async (ask: ReturnType<typeof client>, uid: string) =>
    sessionsSchema.parse(await (await ask('GET', `${USERS}/${uid}/sessions`)).json()).array;

  test('are listed with who opened them, and ended one by one or all but the own', async () => {
    const [here, second, third] = [await loggedIn('ann'), await loggedIn('ann'), await loggedIn('ann')];
    const sessions = await list(here, 'ann');
    expect(sessions).toEqual(
      [true, false, false].map((current) => ({
        id: expect.any(String),
        client: 'a browser',
        opened_at: '2016-04-26T00:00:00.000Z',
        expires_at: '2016-04-30T12:00:00.000Z',
        current,
      })),
    );
    expect((await here('DELETE', `${USERS}/ann/sessions/${sessions[1]?.id}`)).status).toBe(204);
    expect([(await second('GET', '/metadata')).status, (await third('GET', '/metadata')).status]).toEqual([401, 200]);
    expect((await here('DELETE', `${USERS}/ann/sessions`)).status).toBe(204);
    expect([(await here('GET', '/metadata')).status, (await third('GET', '/metadata')).status]).toEqual([200, 401]);
    expect((await here('DELETE', `${USERS}/ann/sessions/made-up`)).status).toBe(404);
  });

  test('of one user are no business of the id of another', async () => {
    await loggedIn('bob');
    const ann = await loggedIn('ann');
    const [ofBob] = await list(ann, 'bob');
    expect((await ann('DELETE', `${USERS}/ann/sessions/${ofBob?.id}`)).status).toBe(404);
    expect(await list(ann, 'bob')).toHaveLength(1);
  });

  test('of a program are tokens with a name, which do not expire but can be taken back', async () => {
    const bob = await loggedIn('bob');
    const made = await bob('POST', `${USERS}/bob/sessions`, { name: 'nightly script' });
    expect(made.status).toBe(201);
    const script = client(loginAnswerSchema.parse(await made.json()).token);
    gateway.clock.now += 365 * 86_400_000;
    expect((await script('GET', '/marathon/v2/apps')).status).toBe(200);
    expect((await script('POST', '/marathon/v2/apps', {})).status).toBe(403);
    const [token] = await list(script, 'bob');
    expect(token).toMatchObject({ name: 'nightly script', current: true });
    expect((await asOwner('DELETE', `${USERS}/bob/sessions/${token?.id}`)).status).toBe(204);
    expect((await script('GET', '/marathon/v2/apps')).status).toBe(401);
    expect((await asOwner('POST', `${USERS}/bob/sessions`, { name: 'in the name of bob' })).status).toBe(403);
  });

  test('that are ended hear nothing more, also of what was asked before', async () => {
    const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
    gateway = recordingRouter({}, async () => {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void streams.push(controller) });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    asOwner = client(SERVER_TOKEN);
    for (const uid of ['ann', 'bob']) await asOwner('PUT', `${USERS}/${uid}`, { password: PASSWORD });
    const [ann, bob] = [await loggedIn('ann'), await loggedIn('bob')];
    const [heardByAnn, heardByBob] = [await ann('GET', '/marathon/v2/events'), await bob('GET', '/marathon/v2/events')].map(({ body }) =>
      body?.pipeThrough(new TextDecoderStream()).getReader(),
    );
    const say = (text: string): void => {
      for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
    };
    say('first');
    expect([(await heardByAnn?.read())?.value, (await heardByBob?.read())?.value]).toEqual(['first', 'first']);
    const next = heardByBob?.read();
    await asOwner('DELETE', `${USERS}/bob`);
    await expect(next).rejects.toThrow('The session was ended.');
    streams[0]?.enqueue(new TextEncoder().encode('second'));
    expect((await heardByAnn?.read())?.value).toBe('second');
  });

  test('of one user are at most two hundred: the oldest ends', async () => {
    const first = await loggedIn('bob');
    for (let index = 0; index < 200; index++) await loggedIn('bob');
    expect((await first('GET', '/metadata')).status).toBe(401);
    expect(await list(asOwner, 'bob')).toHaveLength(200);
  });
});

describe('the login page', () => {
  const submit = (fields: Record<string, string>) =>
    gateway.ask(LOGIN, {
      method: 'POST',
      headers: { ...navigation, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  test('asks for name and password as soon as somebody has one, and for the token beside', async () => {
    const text = await (await gateway.ask('/login', { headers: navigation })).text();
    expect(text).toMatch(/<label for="uid">Name.*<label for="password">Password.*<details><summary>.*<label for="token">/s);
    const without = await (await recordingRouter().ask('/login', { headers: navigation })).text();
    expect(without).not.toContain('Password</label>');
  });

  test('takes them, however the name was written, and leads back', async () => {
    const answer = await submit({ uid: ' Ann ', password: PASSWORD, redirect: '/nodes' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nodes']);
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    expect((await gateway.ask('/metadata', { headers: { cookie: cookie.join('; ') } })).status).toBe(200);
  });

  test('keeps the name where the password was wrong, and says when to try again', async () => {
    const wrong = await submit({ uid: 'ann"><script>', password: 'x', redirect: '/nodes' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toMatch(
      /role="alert">The name or the password is wrong\..*value="ann&quot;&gt;&lt;script&gt;".*value="\/nodes"/s,
    );
    for (let index = 0; index < 10; index++) await submit({ uid: 'ann', password: `guess ${index}` });
    const refused = await submit({ uid: 'ann', password: PASSWORD });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('Too many wrong passwords. Try again in 60 s.');
  });
});

test('cookies are Secure where the server is asked by TLS', async () => {
  const { router } = gateway;
  const body = JSON.stringify({ uid: 'ann', password: PASSWORD });
  const headers = { 'content-type': 'application/json', host: 'm1.localhost:5080' };
  const answer = await router.fetch(new Request(`https://m1.localhost:5080${LOGIN}`, { method: 'POST', headers, body }));
  for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/);
});
