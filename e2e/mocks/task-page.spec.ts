import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const tabs = (page: Page): Locator => page.getByRole('navigation', { name: 'Views of the instance' });
const fact = (page: Page, name: string): Locator => page.getByRole('term').filter({ hasText: name }).locator('+ dd');

/** The page of the first instance of an app. */
async function openTask(page: Page, app: string): Promise<string> {
  await page.goto(`/marathon/apps/${encodeURIComponent(app)}?scenario=demo`);
  const link = page
    .getByRole('table', { name: 'Instances' })
    .getByRole('link', { name: /\.instance-/ })
    .first();
  const id = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { name: id, level: 1 })).toBeVisible();
  return id;
}

test('tells all about an instance', async ({ page }) => {
  await openTask(page, 'redis');
  await expect(fact(page, 'Status')).toContainText('Started');
  await expect(fact(page, 'Host')).toHaveText('a1');
  await expect(fact(page, 'Ports')).toHaveText(/^\d+$/);
  await expect(fact(page, 'Endpoints').getByRole('link')).toHaveText(/^192\.168\.65\.111:\d+$/);
  await expect(fact(page, 'Role')).toHaveText('slave_public');
  await expect(fact(page, 'Staged at')).toContainText('ago');
  await expect(fact(page, 'Started at')).toContainText('ago');
  await expect(fact(page, 'Version')).toContainText('(current)');
  await expect(fact(page, 'Usage')).toContainText('memory');
  const history = page.getByRole('region', { name: 'Status history' });
  await expect(history.getByText('Starting')).toBeVisible();
  await expect(history.getByText('Started', { exact: true })).toBeVisible();
});

test('tells how each health check went', async ({ page }) => {
  await openTask(page, 'shop/jobs/mailer');
  const checks = page.getByRole('region', { name: 'Health checks' });
  await expect(checks.getByText('Alive')).toBeVisible({ timeout: 60_000 });
  await expect(checks.getByText('1. COMMAND')).toBeVisible();
  await expect(fact(page, 'First success')).toContainText('ago');
  await expect(fact(page, 'Last failure')).toHaveText('never');
  await expect(fact(page, 'Consecutive failures')).toHaveText('0');
});

test('leads on to its files, its log, its volumes and to Mesos', async ({ page }) => {
  await openTask(page, 'redis');
  await tabs(page).getByRole('link', { name: 'Files' }).click();
  await expect(page.getByText('stdout').first()).toBeVisible();
  await tabs(page).getByRole('link', { name: 'Logs' }).click();
  await expect(page.getByRole('log')).toBeVisible();
  await tabs(page).getByRole('link', { name: 'Volumes' }).click();
  await expect(page.getByText('This instance has no volumes of its own.')).toBeVisible();
  await tabs(page).getByRole('link', { name: 'Details' }).click();
  await page.getByRole('link', { name: 'Mesos details' }).click();
  await expect(page).toHaveURL(/\/mesos\/frameworks\//);
});

test('stays readable after the end of the instance, with why it ended', async ({ page }) => {
  await page.goto('/marathon/apps/crashing/debug?scenario=demo');
  const failures = page.getByRole('region', { name: 'Last task failures' });
  await failures.getByRole('link', { name: 'Show the instance' }).first().click();
  await expect(page.getByText('This instance has ended.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Status history' }).getByText('Command exited with status 1')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kill', exact: true })).toBeHidden();
});

test('kills the instance from its page', async ({ page }) => {
  const id = await openTask(page, 'redis');
  await page.getByRole('link', { name: 'Kill', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Kill this instance?' });
  await expect(dialog.getByText(id)).toBeVisible();
  await dialog.getByRole('button', { name: 'Kill' }).click();
  await expect(page.getByRole('table', { name: 'Instances' }).getByText(id, { exact: true })).toBeHidden();
});

test('says so when nobody knows the instance', async ({ page }) => {
  await page.goto('/marathon/apps/redis/tasks/redis.nothing?scenario=demo');
  await expect(page.getByRole('heading', { name: 'There is no instance redis.nothing' })).toBeVisible();
  await page.getByRole('link', { name: 'Show the application' }).click();
  await expect(page.getByRole('heading', { name: 'redis', level: 1 })).toBeVisible();
});

test('names the addresses under which others find the application', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/balanced',
    cmd: 'sleep 1000',
    cpus: 0.05,
    mem: 16,
    portDefinitions: [{ port: 0, name: 'api', labels: { VIP_0: '/balanced:80' } }],
  });
  await page.goto('/marathon/apps/balanced');
  await page
    .getByRole('table', { name: 'Instances' })
    .getByRole('link', { name: /^balanced\.instance-/ })
    .click();
  await expect(fact(page, 'Service Discovery')).toHaveText('/balanced:80, api');
});

test('fits a phone, with the keyboard leading through its tabs', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openTask(page, 'redis');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await tabs(page).getByRole('link', { name: 'Details' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/files$/);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openTask(page, 'shop/jobs/mailer');
  await expect(page.getByRole('region', { name: 'Status history' }).getByText('Starting')).toBeVisible();
  await expectNoViolations(page);
});
