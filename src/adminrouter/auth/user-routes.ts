import { json } from '../../api/http/fetch.ts';
import { newUserSchema, uidSchema, userChangeSchema, type User } from '../../api/dcos/users.ts';
import { RouterFault } from '../router-fault.ts';
import { unescapeSegment } from '../unescape-segment.ts';
import type { Auth, Visitor } from './auth.ts';
import type { Account } from './login-state.ts';
import { readJson } from './read-json.ts';
import { sessionsOfUser } from './session-routes.ts';
import { checkAdmin, done, onlyMethods, shown, type UserTarget } from './user-target.ts';

export const USERS_PATH = '/acs/api/v1/users';

/**
 * `/acs/api/v1/users` and below: the users as DC/OS has them, with passwords, roles and sessions. Everybody may see and secure the own
 * account; the others' are the admins' business. Throws RouterFault.
 */
export async function users(request: Request, auth: Auth | undefined): Promise<Response> {
  if (!auth) throw new RouterFault(404, 'Login is off: this server lets everybody in and has no users.');
  const visitor = await auth.visitorOf(request);
  const [uid, part, ...rest] = segmentsBelow(request);
  if (rest.length > 1 || (part !== undefined && part !== 'sessions')) throw new RouterFault(404, 'A user has sessions and nothing else.');
  if (uid === undefined) return listOf(request, auth, visitor);
  if (uid !== visitor.account.uid) checkAdmin(visitor);
  return part === undefined ? oneUser(request, { auth, visitor, uid }) : sessionsOfUser(request, { auth, visitor, uid, id: rest[0] });
}

/** `/acs/api/v1/groups`: there are none; DC/OS' own answer for that. */
export async function groups(request: Request): Promise<Response> {
  onlyMethods(request, ['GET', 'HEAD']);
  return json({ array: null }, 200, { 'cache-control': 'no-store' });
}

function listOf(request: Request, auth: Auth, visitor: Visitor): Response {
  onlyMethods(request, ['GET', 'HEAD']);
  checkAdmin(visitor);
  return shown({ array: auth.accounts.list().map((account) => userOf(account, auth)) });
}

async function oneUser(request: Request, target: UserTarget): Promise<Response> {
  onlyMethods(request, ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']);
  const { auth, visitor, uid } = target;
  switch (request.method) {
    case 'PUT':
      return add(request, target);
    case 'PATCH':
      return change(request, target);
    case 'DELETE':
      checkAdmin(visitor);
      auth.accounts.remove(uid);
      return done(204);
  }
  const account = auth.accounts.find(uid);
  if (!account) throw new RouterFault(404, `There is no user ${uid}.`);
  return shown(userOf(account, auth));
}

async function add(request: Request, { auth, visitor, uid }: UserTarget): Promise<Response> {
  checkAdmin(visitor);
  const name = uidSchema.safeParse(uid);
  if (!name.success) throw new RouterFault(400, name.error.issues[0]?.message ?? 'This is no name of a user.');
  await auth.accounts.add(uid, await readJson(request, newUserSchema, '{"password": "…", "role": "read-only"}'));
  return done(201);
}

async function change(request: Request, { auth, visitor, uid }: UserTarget): Promise<Response> {
  const wanted = await readJson(request, userChangeSchema, '{"password": "…"}');
  const before = auth.accounts.find(uid);
  if (wanted.role !== undefined && wanted.role !== before?.role) checkAdmin(visitor);
  if (wanted.password !== undefined) await checkOwnPassword(wanted.current_password ?? '', { auth, visitor, uid });
  await auth.accounts.change(uid, wanted);
  // whoever knew the old password is out, save for who is changing it
  if (wanted.password !== undefined)
    auth.sessions.end((open) => open.uid === uid && open.name === undefined && open.id !== visitor.session?.id);
  return done(204);
}

/** A browser that was left open must not be enough to take an account over. Who came by the server's own token owns all of them. */
async function checkOwnPassword(said: string, { auth, visitor, uid }: UserTarget): Promise<void> {
  if (visitor.account.uid !== uid || visitor.session === undefined || visitor.account.passwordHash === undefined) return;
  if (!(await auth.accounts.isPassword(uid, said))) throw new RouterFault(403, 'The current password is wrong.');
}

function segmentsBelow({ url }: Request): string[] {
  const below = new URL(url).pathname.replaceAll(/\/{2,}/g, '/').slice(USERS_PATH.length);
  return below
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => unescapeSegment(segment) ?? '');
}

function userOf({ uid, description, role, passwordHash }: Account, auth: Auth): User {
  return {
    uid,
    description,
    url: `${USERS_PATH}/${encodeURIComponent(uid)}`,
    is_remote: false,
    role,
    has_password: passwordHash !== undefined,
    sessions: auth.sessions.of(uid).length,
  };
}
