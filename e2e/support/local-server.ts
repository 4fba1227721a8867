import { test as base, expect, type Page } from '@playwright/test';
import path from 'node:path';
import { startLocalServer, type LocalServer } from '../../src/server/testing/local-server.ts';

export { expect, type LocalServer };

/**
 * Tests against the real server: `server` is started once a worker, as a user would, with the redis image ready, and is
 * gone with all its tasks afterwards. It can be killed and restarted in the middle (see LocalServer).
 */
export const test = base.extend<object, { server: LocalServer }>({
  server: [
    // Playwright reads from the pattern which other fixtures are needed: none
    async ({}, use) => {
      const server = await startLocalServer(path.resolve(import.meta.dirname, '../..'), ['--image', 'redis', '--yes']);
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

/** Opens a page as someone who has the token: the link that the server prints is good for one browser, and the server for many tests. */
export async function openWithToken(page: Page, server: LocalServer, at: string): Promise<void> {
  await page.goto(server.origin() + at);
  await page.getByLabel('Token').fill(server.token);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Log in', level: 1 })).toHaveCount(0);
}
