import { expect, test } from 'vitest';
import { decodeUserInfo, encodeUserInfo } from './login.ts';

test('the info cookie carries any name and is safe in a cookie', () => {
  const user = { uid: 'ü?>@日本', description: 'A “user” ~~~', is_remote: true };
  expect(encodeUserInfo(user)).toMatch(/^[\w-]+$/);
  expect(decodeUserInfo(encodeUserInfo(user))).toEqual(user);
});

test.each(['', 'not base64 !', btoa('{}'), btoa('[1]'), btoa('{"uid":1}')])('a cookie that is none is nobody: %j', (value) => {
  expect(decodeUserInfo(value)).toBeUndefined();
});
