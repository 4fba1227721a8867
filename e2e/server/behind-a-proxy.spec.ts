import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startLocalServer } from '../../src/server/testing/local-server.ts';
import { startPathProxy } from '../support/path-proxy.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BASE = '/tools/dcos/';

test('shows the cluster below a path of a proxy, without letting anybody change it', async ({ page }) => {
  const server = await startLocalServer(ROOT, ['--executor', 'simulated', '--read-only', '--base-path', BASE]);
  const proxy = await startPathProxy(server.origin(), BASE);
  try {
    // the login that was printed, at the proxy's address
    const login = new URL(server.url());
    expect(login.pathname).toBe(`${BASE}login`);
    await page.goto(proxy.origin + login.pathname + login.search);
    await expect(page).toHaveURL(`${proxy.origin}${BASE}dashboard`);
    await expect(page.getByText('connected nodes')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Freshness of the data' })).toContainText('Mesos live');

    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await expect(page).toHaveURL(`${proxy.origin}${BASE}marathon/apps`);
    await expect(page.getByRole('banner').getByRole('button', { name: 'Read-only' })).toBeVisible();
    const create = page.getByRole('button', { name: 'Create Application' }).first();
    await expect(create).toBeDisabled();
    await expect(create).toHaveAccessibleDescription(/only shows the cluster/);

    // a page deep inside, as from a bookmark
    await page.goto(`${proxy.origin}${BASE}nodes`);
    await page.getByRole('table', { name: 'Nodes' }).getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`${BASE}nodes/.`));
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Resources' })).toBeVisible();

    const refused = await page.evaluate(
      `fetch('${BASE}service/marathon/v2/apps', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"id":"/x","cmd":"sleep 1"}' }).then(async (answer) => [answer.status, await answer.text()])`,
    );
    expect(refused).toEqual([403, expect.stringContaining('--read-only')]);
  } finally {
    await proxy.close();
    await server.stop();
    rmSync(server.stateDirectory, { recursive: true, force: true });
  }
});
