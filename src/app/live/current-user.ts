import { decodeUserInfo, INFO_COOKIE, type UserInfo } from '../../api/dcos/login.ts';

/** Who is logged in, from the cookie that DC/OS sets for the page to read; undefined where no login is asked for. */
export function currentUser(cookies = document.cookie): UserInfo | undefined {
  const pair = cookies.split('; ').find((cookie) => cookie.startsWith(`${INFO_COOKIE}=`));
  return pair === undefined ? undefined : decodeUserInfo(pair.slice(INFO_COOKIE.length + 1));
}
