import { json } from '../../api/http/fetch.ts';
import { RouterFault } from '../router-fault.ts';
import type { Auth, Visitor } from './auth.ts';

/** One user among those that `visitor` may ask for. */
export interface UserTarget {
  auth: Auth;
  visitor: Visitor;
  uid: string;
}

/** Throws RouterFault 403. */
export function checkAdmin({ account }: Visitor): void {
  if (account.role !== 'admin') throw new RouterFault(403, `${account.description} may only read: ask an admin of this server.`);
}

/** Throws RouterFault 405. */
export function onlyMethods({ method }: Request, allowed: readonly string[]): void {
  if (!allowed.includes(method))
    throw new RouterFault(405, `This takes ${allowed.join(', ')} only.`, { headers: { allow: allowed.join(', ') } });
}

export const shown = (body: unknown, status = 200): Response => json(body, status, { 'cache-control': 'no-store' });
export const done = (status: 201 | 204): Response => new Response(null, { status, headers: { 'cache-control': 'no-store' } });
