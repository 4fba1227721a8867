import { expect, test } from 'vitest';
import { text } from '../../api/http/fetch.ts';
import { bootHttp, bootIsReady } from './http.ts';

test('the boot machine lets others install themselves', async () => {
  expect(await bootIsReady(bootHttp)).toBe(true);
  expect((await bootHttp(new Request('http://boot/dcos_install.sh'))).status).toBe(404);
});

test('another server that answers for it is not taken for the boot machine', async () => {
  expect(await bootIsReady(() => Promise.resolve(text('<html>ok</html>')))).toBe(false);
  expect(await bootIsReady(() => Promise.resolve(text('ok', 302)))).toBe(false);
});
