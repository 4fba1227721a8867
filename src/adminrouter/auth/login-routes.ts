import { json } from '../../api/http/fetch.ts';
import { loginRequestSchema, type LoginAnswer, type LoginRequest } from '../../api/dcos/login.ts';
import { wantsHtml } from '../accept.ts';
import { RouterFault } from '../router-fault.ts';
import type { Auth } from './auth.ts';
import { loginPage, type LoginPage } from './login-page.ts';
import { readLimited } from './read-limited.ts';
import { mediaType, readJson } from './read-json.ts';
import { returnPath } from './return-path.ts';
import { expiredCookies, sessionCookies } from './session-cookies.ts';

const FORM_BYTES = 8192;
const FORM = 'application/x-www-form-urlencoded';
const USED_LINK = 'This login link has been used already, or the server was restarted since it was printed.';

/** `GET /login`: the page; with `?token=`, the one-time link. Who has a session already is sent on. */
export async function showLogin(request: Request, auth: Auth | undefined): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get('token');
  const returnTo = returnPath(searchParams.get('redirect'));
  if (!auth) return seeOther(returnTo);
  // a HEAD (of a link checker) must not use the link up
  const admitted = token !== null && request.method === 'GET' ? await auth.redeem(token, clientOf(request)) : undefined;
  if (admitted) return seeOther(returnTo, sessionCookies(admitted, request));
  if (await hasSession(request, auth)) return seeOther(returnTo);
  return page(auth, token === null ? { status: 200, returnTo } : { status: 401, returnTo, alert: USED_LINK });
}

/** `POST /acs/api/v1/auth/login`: a name and password or a token, as JSON, answered in JSON, or as a form of the login page, answered by a redirect. */
export async function logIn(request: Request, auth: Auth | undefined): Promise<Response> {
  if (request.method !== 'POST') throw new RouterFault(405, 'Log in with POST.', { headers: { allow: 'POST' } });
  if (!auth) throw new RouterFault(404, 'Login is off: this server lets everybody in.');
  if (mediaType(request) === FORM) return logInByForm(request, auth);
  const proof = await readJson(request, loginRequestSchema, '{"uid": "…", "password": "…"} or {"token": "…"}');
  const admitted = await auth.logIn(proof, clientOf(request));
  if (!admitted) throw new RouterFault(401, wrong(proof), { headers: { 'www-authenticate': 'oauthjwt' } });
  return withCookies(json({ token: admitted.token } satisfies LoginAnswer), sessionCookies(admitted, request));
}

async function logInByForm(request: Request, auth: Auth): Promise<Response> {
  const form = new URLSearchParams(await readLimited(request, FORM_BYTES));
  const returnTo = returnPath(form.get('redirect'));
  const uid = form.get('uid');
  const proof = uid === null ? { token: form.get('token') ?? '' } : { uid: uid.trim().toLowerCase(), password: form.get('password') ?? '' };
  try {
    const admitted = await auth.logIn(proof, clientOf(request));
    if (admitted) return seeOther(returnTo, sessionCookies(admitted, request));
    return page(auth, { status: 401, returnTo, alert: wrong(proof), ...(uid !== null && { uid }) });
  } catch (fault) {
    if (!(fault instanceof RouterFault && fault.status === 429)) throw fault;
    // too many wrong ones: the form stays, to try again in
    return page(auth, { status: 429, returnTo, alert: fault.message, headers: fault.headers, ...(uid !== null && { uid }) });
  }
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

/** Does not say which of the two is wrong, since that would tell which names there are. */
const wrong = (proof: LoginRequest): string => ('password' in proof ? 'The name or the password is wrong.' : 'The token is wrong.');

const clientOf = ({ headers }: Request): string => headers.get('user-agent') ?? '';

async function hasSession(request: Request, auth: Auth): Promise<boolean> {
  return auth.visitorOf(request).then(
    () => true,
    () => false,
  );
}

function page(auth: Auth, content: LoginPage): Response {
  const asksPassword = auth.accounts.list().some(({ passwordHash }) => passwordHash !== undefined);
  return loginPage({ ...content, asksPassword, ...(auth.tokenHint !== undefined && { tokenHint: auth.tokenHint }) });
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
