import { queryOptions } from '@tanstack/react-query';
import { loginAnswerSchema } from '../../api/dcos/login.ts';
import { type NewUser, sessionsSchema, type UserChange, userSchema, usersSchema } from '../../api/dcos/users.ts';
import { request } from '../util/http.ts';

/** The users of this server, and the ways into it that are open. Each change throws ApiError with the reason when it is refused. */

const API = '/acs/api/v1/users';
const at = (uid: string): string => `${API}/${encodeURIComponent(uid)}`;

/** What all queries of users begin with, to ask anew after a change. */
export const USERS_KEY = ['users'];
const REFRESH_MS = 15_000;

export const usersQuery = queryOptions({
  queryKey: [...USERS_KEY, 'list'],
  queryFn: async ({ signal }) => (await request(API, { schema: usersSchema, signal })).array,
  refetchInterval: REFRESH_MS,
  retry: false,
});

export const userQuery = (uid: string) =>
  queryOptions({
    queryKey: [...USERS_KEY, 'one', uid],
    queryFn: ({ signal }) => request(at(uid), { schema: userSchema, signal }),
    refetchInterval: REFRESH_MS,
    retry: false,
  });

export const sessionsQuery = (uid: string) =>
  queryOptions({
    queryKey: [...USERS_KEY, 'sessions', uid],
    queryFn: async ({ signal }) => (await request(`${at(uid)}/sessions`, { schema: sessionsSchema, signal })).array,
    refetchInterval: REFRESH_MS,
    retry: false,
  });

export const addUser = ({ uid, ...user }: NewUser & { uid: string }): Promise<unknown> => request(at(uid), { method: 'PUT', body: user });
export const changeUser = (uid: string, change: UserChange): Promise<unknown> => request(at(uid), { method: 'PATCH', body: change });
export const removeUser = (uid: string): Promise<unknown> => request(at(uid), { method: 'DELETE' });

/** All sessions and tokens of a user but the one that asks. */
export const endSessions = (uid: string): Promise<unknown> => request(`${at(uid)}/sessions`, { method: 'DELETE' });
export const endSession = (uid: string, id: string): Promise<unknown> =>
  request(`${at(uid)}/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** A token for a program, which is shown once. */
export const makeToken = async (uid: string, name: string): Promise<string> =>
  (await request(`${at(uid)}/sessions`, { method: 'POST', body: { name }, schema: loginAnswerSchema })).token;
