import { newTokenSchema, type Session } from '../../api/dcos/users.ts';
import { RouterFault } from '../router-fault.ts';
import type { OpenSession } from './login-state.ts';
import { readJson } from './read-json.ts';
import { done, onlyMethods, shown, type UserTarget } from './user-target.ts';

/**
 * `/acs/api/v1/users/<uid>/sessions[/<id>]`: what is open of a user. DELETE ends one or, without an id, all but the one that
 * asks; POST makes a token for a program. Throws RouterFault.
 */
export async function sessionsOfUser(request: Request, target: UserTarget & { id: string | undefined }): Promise<Response> {
  const { auth, visitor, uid, id } = target;
  if (!auth.accounts.find(uid)) throw new RouterFault(404, `There is no user ${uid}.`);
  onlyMethods(request, id === undefined ? ['GET', 'HEAD', 'POST', 'DELETE'] : ['DELETE']);
  const current = visitor.session?.id;
  if (request.method === 'POST') return makeToken(request, target);
  if (request.method !== 'DELETE') return shown({ array: auth.sessions.of(uid).map((open) => sessionOf(open, current)) });
  if (id !== undefined && !auth.sessions.of(uid).some((open) => open.id === id)) throw new RouterFault(404, 'There is no such session.');
  auth.sessions.end((open) => open.uid === uid && (id === undefined ? open.id !== current : open.id === id));
  return done(204);
}

/** Only for oneself: a token acts in the name of its user. */
async function makeToken(request: Request, { auth, visitor, uid }: UserTarget): Promise<Response> {
  if (visitor.account.uid !== uid) throw new RouterFault(403, `Only ${uid} can make a token of ${uid}.`);
  const { name } = await readJson(request, newTokenSchema, '{"name": "the program"}');
  return shown({ token: await auth.sessions.open(uid, { client: request.headers.get('user-agent') ?? '', name }) }, 201);
}

function sessionOf({ id, name, client, openedAt, expiresAt }: OpenSession, current: string | undefined): Session {
  return {
    id,
    client,
    opened_at: new Date(openedAt).toISOString(),
    current: id === current,
    ...(name !== undefined && { name }),
    ...(expiresAt !== undefined && { expires_at: new Date(expiresAt).toISOString() }),
  };
}
