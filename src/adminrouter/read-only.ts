import { readLimited } from './auth/read-limited.ts';
import type { Destination } from './resolve.ts';
import { RouterFault } from './router-fault.ts';

const CALL_BYTES = 65_536;
/** Calls of Mesos' operator API that change nothing are questions sent by POST. */
const QUESTIONS = /^(GET|LIST|READ)_|^SUBSCRIBE$/;
/**
 * What a session is begun and ended by changes nothing of the cluster, nor does what only says that there is nothing. Of users and
 * sessions everybody may secure the own ones: see auth/user-routes.ts.
 */
const OWN_ANSWERS: ReadonlySet<string> = new Set(['login-page', 'login', 'logout', 'packages', 'users', 'groups']);

/**
 * For a router or a user that only looks: refuses with 403 and `reason` all that may change something. What the questions of Mesos' API ask stands in their
 * bodies, so those are read; the request that is returned has to be used in the place of the given one. Throws RouterFault.
 */
export async function checkReadOnly(request: Request, destination: Destination, reason: string): Promise<Request> {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !destination.getActs) return request;
  if (destination.kind === 'redirect' || destination.kind === 'nowhere' || destination.kind === 'absent') return request;
  if (destination.kind === 'local' && OWN_ANSWERS.has(destination.answer)) return request;
  if (isOperatorCall(request, destination)) {
    const body = await readLimited(request, CALL_BYTES);
    if (QUESTIONS.test(callType(body))) return withBody(request, body);
  }
  if (isRehearsal(request, destination)) return request;
  throw new RouterFault(403, reason);
}

function isOperatorCall({ method }: Request, destination: Destination): boolean {
  if (method !== 'POST' || destination.kind !== 'upstream') return false;
  return ['mesos', 'agent'].includes(destination.route.upstream) && destination.path.endsWith('/api/v1');
}

/** The machines' own API says what would be done. */
function isRehearsal({ url }: Request, destination: Destination): boolean {
  return destination.kind === 'upstream' && destination.route.upstream === 'machines' && new URL(url).searchParams.get('dryRun') === 'true';
}

function callType(body: string): string {
  try {
    const call: unknown = JSON.parse(body);
    return typeof call === 'object' && call !== null && 'type' in call && typeof call.type === 'string' ? call.type : '';
  } catch {
    // Protobuf for one: what cannot be read is not known to be harmless.
    return '';
  }
}

const withBody = (request: Request, body: string): Request =>
  new Request(request.url, { method: request.method, headers: request.headers, body, signal: request.signal });
