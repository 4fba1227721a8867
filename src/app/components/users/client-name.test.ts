import { expect, test } from 'vitest';
import { clientName } from './client-name.ts';

const MOZILLA = 'Mozilla/5.0';
test.each([
  [
    `${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    { browser: 'Chrome', system: 'Linux' },
  ],
  [
    `${MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    { browser: 'Edge', system: 'Windows' },
  ],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0`, { browser: 'Firefox', system: 'macOS' }],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Safari/604.1`,
    { browser: 'Safari', system: 'iOS' },
  ],
  ['curl/8.14.1', { browser: 'curl/8.14.1' }],
  ['python-requests/2.32 extra', { browser: 'python-requests/2.32' }],
  ['', undefined],
])('%s', (agent, name) => {
  expect(clientName(agent)).toEqual(name);
});
