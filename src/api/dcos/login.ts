import { z } from 'zod/mini';

/** The session: a signed token that only the browser and the router see (HttpOnly). */
export const AUTH_COOKIE = 'dcos-acs-auth-cookie';
/** Who is logged in, for the page to show: base64url of the JSON of `UserInfo`. */
export const INFO_COOKIE = 'dcos-acs-info-cookie';

/** Body of `POST /acs/api/v1/auth/login`: proof of who one is: a name and its password, or the server's token or a one-time one. */
export const loginRequestSchema = z.union([
  z.object({ token: z.string().check(z.minLength(1)) }),
  z.object({ uid: z.string().check(z.minLength(1)), password: z.string().check(z.minLength(1)) }),
]);
export type LoginRequest = z.infer<typeof loginRequestSchema>;

/** Its answer: a session token for `Authorization: token=…`; the cookie pair comes with it. */
export const loginAnswerSchema = z.object({ token: z.string() });
export type LoginAnswer = z.infer<typeof loginAnswerSchema>;

export const userInfoSchema = z.object({ uid: z.string(), description: z.string(), is_remote: z.boolean() });
export type UserInfo = z.infer<typeof userInfoSchema>;

/** Reads the info cookie's value; undefined when it is not one. */
export function decodeUserInfo(cookieValue: string): UserInfo | undefined {
  try {
    const bytes = Uint8Array.from(
      atob(cookieValue.replaceAll('-', '+').replaceAll('_', '/')),
      (character) => character.codePointAt(0) ?? 0,
    );
    return userInfoSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

/** The info cookie's value: base64url (no padding) of the UTF-8 JSON. */
export function encodeUserInfo(user: UserInfo): string {
  const bytes = new TextEncoder().encode(JSON.stringify(user));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
