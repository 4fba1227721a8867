import { expect, it } from 'vitest';
import { encodeUserInfo, INFO_COOKIE } from '../../api/dcos/login.ts';
import { currentUser } from './current-user.ts';

const user = { uid: 'admin', description: 'Jörg', is_remote: false };

it('reads who is logged in among other cookies', () => {
  expect(currentUser(`theme=dark; ${INFO_COOKIE}=${encodeUserInfo(user)}; other=1`)).toEqual(user);
});

it('knows nobody without the cookie or with a broken one', () => {
  expect(currentUser('')).toBeUndefined();
  expect(currentUser('theme=dark')).toBeUndefined();
  expect(currentUser(`${INFO_COOKIE}=%%%`)).toBeUndefined();
  expect(currentUser(`${INFO_COOKIE}=bm9uc2Vuc2U`)).toBeUndefined();
});
