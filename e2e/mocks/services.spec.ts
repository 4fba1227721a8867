import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

/** DC/OS' place for services: Marathon's applications and the other frameworks. */

const services = (page: Page): Locator => page.getByRole('table', { name: 'Services' });
const row = (page: Page, name: string): Locator =>
  services(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${name}`) }) });
const tab = (page: Page, name: string): Locator => page.getByRole('navigation', { name: /tabs|views/i }).getByRole('link', { name });

async function openServices(page: Page, query = ''): Promise<void> {
  await page.goto(`/services?scenario=demo${query}`);
  await expect(row(page, 'redis').getByRole('button', { name: 'Running', exact: true })).toBeVisible();
}

test('lists groups, applications and frameworks, says why one waits, and leads to the pages of frameworks', async ({ page }) => {
  await openServices(page);
  await expect(row(page, 'too-big')).toContainText(/needs 4 CPUs; the largest offer/);
  await expect(row(page, 'marathon')).toContainText('Framework');
  await expect(row(page, 'marathon')).toContainText('Active');
  await page.getByRole('link', { name: 'Open the web UI of chronos' }).click();
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
});

test('shows all in one list or by groups, and the address keeps which', async ({ page }) => {
  await openServices(page);
  await expect(row(page, 'mailer')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'All' }).click();
  await expect(row(page, 'mailer')).toContainText('/shop/jobs');
  await expect(page).toHaveURL(/view=flat/);
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Groups' }).click();
  await row(page, 'shop').getByRole('link').click();
  await expect(page).toHaveURL(/\/services\/overview\/shop/);
  await expect(row(page, 'web')).toBeVisible();
  await page.getByRole('link', { name: 'Services' }).last().click();
  await expect(row(page, 'redis')).toBeVisible();
});

test('the pages of a service stay in their place, with dialogs over them', async ({ page }) => {
  await openServices(page);
  await row(page, 'redis').getByRole('link').click();
  await expect(page).toHaveURL(/\/services\/detail\/redis$/);
  await tab(page, 'Endpoints').click();
  const endpoint = page.getByRole('table', { name: 'Endpoints' }).getByRole('link', { name: /^192\.168\.65\.\d+:\d+$/ });
  await expect(endpoint).toHaveAttribute('href', /^http:\/\/192\.168\.65\.\d+:\d+\/$/);
  await tab(page, 'Configuration').click();
  await expect(page.getByText('redis-server').first()).toBeVisible();
  await tab(page, 'Deployments').click();
  await expect(page.getByText('No deployment changes this service now')).toBeVisible();
  await page.getByRole('button', { name: 'Scale Application' }).click();
  await expect(page).toHaveURL(/\/services\/detail\/redis\/scale/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Instances').fill('2');
  await dialog.getByRole('button', { name: /Scale/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('(2 of 2 instances)')).toBeVisible();
  await expect(page).toHaveURL(/\/services\/detail\/redis$/);
  await page
    .getByRole('table', { name: 'Instances' })
    .getByRole('link', { name: /^redis\.instance-/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/services\/detail\/redis\/tasks\/redis\.instance-/);
  await expect(page.getByRole('heading', { name: 'Status history' })).toBeVisible();
});

test('works at the width of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 780 });
  await openServices(page);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(375);
});

test('says when nothing matches', async ({ page }) => {
  await page.goto('/services?scenario=empty&q=redis');
  await expect(page.getByRole('heading', { name: 'No application matches' })).toBeVisible();
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  for (const [path, seen] of [
    ['/services?scenario=demo&view=flat', 'too-big'],
    ['/services/detail/redis/endpoints?scenario=demo', 'Found by others as'],
    ['/services/detail/redis/deployments?scenario=demo', 'No deployment changes this service now'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(seen).first()).toBeVisible();
    await expectNoViolations(page);
  }
});
