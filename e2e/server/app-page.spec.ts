import type { Locator, Page } from '@playwright/test';
import { elsewhere } from '../support/marathon-list.ts';
import { expect, type LocalServer, openWithToken, test } from '../support/local-server.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name });

async function open(page: Page, server: LocalServer): Promise<void> {
  await openWithToken(page, server, '/marathon/apps');
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
}

test('tells why a real process ended, and why another is not even started', async ({ page, server }) => {
  await open(page, server);
  await elsewhere(page, 'POST', '/apps', { id: '/fails', cmd: 'echo begun; sleep 1; echo no such luck >&2; exit 3', cpus: 0.05, mem: 32 });
  await page.goto(`${server.origin()}/marathon/apps/fails/debug`);
  const failures = region(page, 'Last task failures');
  await expect(failures.getByText(/exit code 3, ran for/).first()).toBeVisible({ timeout: 30_000 });
  await expect(failures.getByText('Command exited with status 3').first()).toBeVisible();
  await expect(failures.getByText('no such luck')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Crash loop/ })).toBeVisible({ timeout: 60_000 });

  await elsewhere(page, 'POST', '/apps', { id: '/too-big', cmd: 'sleep 1000', cpus: 64, mem: 32 });
  await page.goto(`${server.origin()}/marathon/apps/too-big/debug`);
  await expect(region(page, 'Why it is waiting').getByText(/^needs 64 CPUs; the largest offer has .+ on a1/)).toBeVisible();

  // the server goes on to the next test: one would fail for ever, the other's deployment would never end
  for (const id of ['/fails', '/too-big']) await elsewhere(page, 'DELETE', `/apps${id}?force=true`);
});

test('measures a real process, shows its files and kills it', async ({ page, server }) => {
  await open(page, server);
  await elsewhere(page, 'POST', '/apps', { id: '/works', cmd: 'echo hello > greeting; while true; do :; done', cpus: 0.1, mem: 32 });
  await page.goto(`${server.origin()}/marathon/apps/works`);
  const link = page.getByRole('table', { name: 'Instances' }).getByRole('link', { name: /^works\.instance-/ });
  const id = (await link.textContent()) ?? '';
  await expect(page.getByRole('table', { name: 'Instances' }).getByRole('button', { name: / CPU.*[KM]iB/ })).toBeVisible({
    timeout: 30_000,
  });
  await link.click();
  await expect(region(page, 'Status history').getByText('Started', { exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Views of the instance' }).getByRole('link', { name: 'Files' }).click();
  await expect(page.getByText('greeting')).toBeVisible();
  await page.getByRole('link', { name: 'Kill', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kill' }).click();
  await expect(page.getByRole('table', { name: 'Instances' }).getByText(id, { exact: true })).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await page.goto(`${server.origin()}/marathon/apps/works/tasks/${encodeURIComponent(id)}`);
  await expect(page.getByText('This instance has ended.')).toBeVisible();
});
