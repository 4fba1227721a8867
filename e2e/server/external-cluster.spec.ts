import { expect, test } from '@playwright/test';
import path from 'node:path';
import { startLocalServer } from '../../src/server/testing/local-server.ts';
import { expectNoViolations } from '../support/axe.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('shows a cluster that runs elsewhere, and starts an application on it', async ({ page }) => {
  const elsewhere = await startLocalServer(ROOT, ['--executor', 'simulated', '--no-auth']);
  const urls = ['--mesos', '/mesos', '--marathon', '/service/marathon'].map((word) =>
    word.startsWith('/') ? elsewhere.origin() + word : word,
  );
  const server = await startLocalServer(ROOT, urls);
  try {
    await page.goto(server.url());
    await expect(page.getByText('connected nodes')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Freshness of the data' })).toContainText('Mesos live');
    await expectNoViolations(page);

    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await page.getByRole('link', { name: 'Create Application' }).first().click();
    await page.getByRole('textbox', { name: /^ID/ }).fill('from-the-front');
    await page.getByRole('textbox', { name: 'Command' }).fill('sleep 1000');
    await page.getByRole('button', { name: 'Create Application' }).click();
    const row = page.getByRole('table', { name: 'Applications' }).getByRole('row').filter({ hasText: 'from-the-front' });
    await expect(row).toContainText('Running');
    const { apps } = (await (await fetch(`${elsewhere.origin()}/service/marathon/v2/apps`)).json()) as { apps: { id: string }[] };
    expect(apps.map(({ id }) => id)).toEqual(['/from-the-front']);

    // a part that this cluster was not said to have is absent, not broken
    await page.goto(new URL('/jobs', server.origin()).href);
    await expect(page.getByRole('main')).toContainText(/Chronos/);
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  } finally {
    await server.dispose();
    await elsewhere.dispose();
  }
});
