import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

test('an application of the catalog is one click from a filled form, and runs', async ({ page }) => {
  await page.goto('/catalog?scenario=demo');
  const packages = page.getByRole('list', { name: 'Catalog' });
  await expect(packages.getByRole('listitem')).toHaveCount(5);
  await page.getByRole('searchbox', { name: 'Find in the catalog' }).fill('key-value');
  await expect(packages.getByRole('listitem')).toHaveCount(1);
  await expect(packages).toContainText('The container image redis');
  await packages.getByRole('link', { name: 'Configure Redis' }).click();
  const form = page.getByRole('dialog', { name: 'New Application' });
  // there is a redis already
  await expect(form.getByLabel('ID')).toHaveValue('/redis-2');
  await expect(form.getByLabel('Command')).toHaveValue('redis-server');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toHaveCount(0);
  await expect(page).toHaveURL(/\/services$/);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^redis-2/ }) });
  await expect(row.getByRole('button', { name: 'Running', exact: true })).toBeVisible();
});

test('a job of the catalog fills the form of a job', async ({ page }) => {
  await page.goto('/catalog?scenario=demo');
  await page.getByRole('link', { name: 'Configure Cron demo' }).click();
  const form = page.getByRole('dialog', { name: 'New Job' });
  await expect(form.getByRole('textbox', { name: /^Name/ })).toHaveValue('cron-demo');
  await form.getByRole('button', { name: 'Create Job' }).click();
  await expect(page.getByRole('table', { name: 'Jobs' }).getByRole('link', { name: /^cron-demo/ })).toBeVisible();
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 780 });
  await page.goto('/catalog?scenario=demo');
  await expect(page.getByRole('link', { name: 'Configure nginx' })).toBeVisible();
  await expectNoViolations(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
});
