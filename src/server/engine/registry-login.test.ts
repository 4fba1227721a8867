import { expect, it } from 'vitest';
import { parseLogin, registryOf } from './registry-login.ts';

it.each([
  ['redis', 'https://index.docker.io/v1/'],
  ['someone/redis:7', 'https://index.docker.io/v1/'],
  ['registry.example.org/team/app', 'registry.example.org'],
  ['localhost/app', 'localhost'],
  ['127.0.0.1:5000/app@sha256:abc', '127.0.0.1:5000'],
])('the registry of %s is %s', (image, registry) => {
  expect(registryOf(image)).toBe(registry);
});

it('a login is what docker login left', () => {
  const text = JSON.stringify({ auths: { 'registry.example.org': { auth: Buffer.from('me:pass:word').toString('base64') }, other: {} } });
  expect(parseLogin(text, 'registry.example.org')).toEqual({
    username: 'me',
    password: 'pass:word',
    serveraddress: 'registry.example.org',
  });
  expect(parseLogin(text, 'other')).toBeUndefined();
  expect(parseLogin('{}', 'registry.example.org')).toBeUndefined();
});
