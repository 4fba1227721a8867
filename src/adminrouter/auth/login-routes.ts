import { json } from '../../api/http/fetch.ts';
import { loginRequestSchema, type LoginAnswer } from '../../api/dcos/login.ts';
import { wantsHtml } from '../accept.ts';
import { RouterFault } from '../router-fault.ts';
import { LOCAL_USER, type Auth } from './auth.ts';
import { loginPage } from './login-page.ts';
import { readLimited } from './read-limited.ts';
import { returnPath } from './return-path.ts';
import { expiredCookies, sessionCookies } from './session-cookies.ts';

const LOGIN_BODY_BYTES = 8192;
const USED_LINK = 'This login link has been used already, or the server was restarted since it was printed.';

/** `GET /login`: the page; with `?token=`, the one-time link. Who has a session already is sent on. */
export async function showLogin(request: Request, auth: Auth | undefined): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get('token');
  const returnTo = returnPath(searchParams.get('redirect'));
  if (!auth) return seeOther(returnTo);
  // a HEAD (of a link checker) must not use the link up
  const session = token !== null && request.method === 'GET' ? await auth.redeem(token) : undefined;
  if (session !== undefined) return seeOther(returnTo, sessionCookies(session, LOCAL_USER));
  if (await hasSession(request, auth)) return seeOther(returnTo);
  return page(auth, token === null ? { status: 200, returnTo } : { status: 401, returnTo, alert: USED_LINK });
}

/** `POST /acs/api/v1/auth/login`: `{"token"}` as JSON, answered in JSON, or the form of the login page, answered by a redirect. */
export async function logIn(request: Request, auth: Auth | undefined): Promise<Response> {
  if (request.method !== 'POST') throw new RouterFault(405, 'Log in with POST.', { headers: { allow: 'POST' } });
  if (!auth) throw new RouterFault(404, 'Login is off: this server lets everybody in.');
  const asked = await readLogin(request);
  const session = await auth.exchange(asked.token);
  if (session === undefined) {
    const alert = 'The token is wrong.';
    if (asked.form) return page(auth, { status: 401, returnTo: asked.returnTo, alert });
    throw new RouterFault(401, alert, { headers: { 'www-authenticate': 'oauthjwt' } });
  }
  const cookies = sessionCookies(session, LOCAL_USER);
  return asked.form ? seeOther(asked.returnTo, cookies) : withCookies(json({ token: session } satisfies LoginAnswer), cookies);
}

/** `/acs/api/v1/auth/logout`: the session is over, and the browser forgets it. */
export async function logOut(request: Request, auth: Auth | undefined): Promise<Response> {
  await auth?.end(request);
  return wantsHtml(request) ? seeOther('/login', expiredCookies()) : withCookies(json({}), expiredCookies());
}

/** The login page in the place of a page that needs a session. */
export function askForLogin(request: Request, auth: Auth, fault: RouterFault): Response {
  const { pathname, search } = new URL(request.url);
  return page(auth, { status: fault.status, returnTo: returnPath(pathname + search), headers: fault.headers });
}

async function readLogin(request: Request): Promise<{ token: string; form: boolean; returnTo: string }> {
  const [type] = (request.headers.get('content-type') ?? '').split(';', 1);
  const text = await readLimited(request, LOGIN_BODY_BYTES);
  if (type === 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams(text);
    return { token: form.get('token') ?? '', form: true, returnTo: returnPath(form.get('redirect')) };
  }
  if (type !== 'application/json') throw new RouterFault(415, 'Send {"token": "…"} as application/json.');
  const parsed = loginRequestSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new RouterFault(400, 'The body has to be a JSON object with the token: {"token": "…"}.');
  return { token: parsed.data.token, form: false, returnTo: '/' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function hasSession(request: Request, auth: Auth): Promise<boolean> {
  return auth.userOf(request).then(
    () => true,
    () => false,
  );
}

function page(auth: Auth, content: { status: number; returnTo: string; alert?: string; headers?: Record<string, string> }): Response {
  return loginPage({ ...content, ...(auth.tokenHint !== undefined && { tokenHint: auth.tokenHint }) });
}

/** The address that is left may hold a token: it goes into no cache and no Referer. */
function seeOther(location: string, cookies: string[] = []): Response {
  const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return withCookies(new Response(null, { status: 303, headers }), cookies);
}

function withCookies(answer: Response, cookies: string[]): Response {
  answer.headers.set('cache-control', 'no-store');
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
  return answer;
}
