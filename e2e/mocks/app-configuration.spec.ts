import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const current = (page: Page): Locator => page.getByRole('region', { name: 'Current Version' });
const older = (page: Page): Locator => page.getByRole('region', { name: 'Older versions' });
const fact = (within: Locator, name: string): Locator =>
  within
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('+ dd');

async function openConfiguration(page: Page): Promise<void> {
  await page.goto('/marathon/apps/redis/configuration?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
}

/** As somebody else does: so that there is an older version. */
async function change(page: Page, body: object, running = '(1 of 1 instances)'): Promise<void> {
  await elsewhere(page, 'PUT', '/apps/redis', body);
  await expect(page.getByRole('button', { name: 'Running', exact: true })).toBeVisible();
  await expect(page.getByText(running)).toBeVisible();
}

test('lists every field of the current version, also those that are not set', async ({ page }) => {
  await openConfiguration(page);
  await expect(fact(current(page), 'ID')).toHaveText('/redis');
  await expect(fact(current(page), 'Command')).toHaveText('redis-server');
  await expect(fact(current(page), 'Labels')).toHaveText('tier=data');
  await expect(fact(current(page), 'Memory')).toHaveText('32 MiB');
  await expect(fact(current(page), 'Container')).toContainText('"image": "redis"');
  await expect(fact(current(page), 'Constraints')).toHaveText('Unspecified');
  await expect(fact(current(page), 'Upgrade Strategy')).toContainText('minimumHealthCapacity');
  await expect(current(page).getByRole('term')).toHaveCount(30);
  await expect(older(page).getByText('There are no older versions.')).toBeVisible();
});

test('hides values that sound like secrets until they are asked for', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { env: { DB_PASSWORD: 'hunter2', MODE: 'fast' } });
  await expect(fact(current(page), 'Environment')).toContainText('MODE=fast');
  await expect(fact(current(page), 'Environment')).not.toContainText('hunter2');
  await current(page).getByRole('button', { name: 'Show DB_PASSWORD' }).click();
  await expect(fact(current(page), 'Environment')).toContainText('hunter2');
});

test('compares two versions side by side; the address holds which', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { mem: 48 });
  const compare = page.getByRole('region', { name: 'Compare versions' });
  await expect(compare.getByText(/"mem": 32/)).toBeVisible();
  await expect(compare.getByText(/"mem": 48/)).toBeVisible();
  const to = compare.getByLabel('To');
  await compare.getByLabel('From').selectOption(await to.inputValue());
  await expect(compare.getByText('Both are the same.')).toBeVisible();
  await expect(page).toHaveURL(/from=/);
  await page.reload();
  await expect(compare.getByText('Both are the same.')).toBeVisible();
});

test('opens an older version, reads it only then, and applies it after a review', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { mem: 48 });
  await expect(fact(current(page), 'Memory')).toHaveText('48 MiB');
  await older(page).locator('summary').click();
  await expect(fact(older(page), 'Memory')).toHaveText('32 MiB');
  await older(page)
    .getByRole('link', { name: /^Apply the version of/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Apply the version of/ });
  await expect(dialog.getByText(/^Restarts: the instance is replaced/)).toBeVisible();
  await expect(dialog.getByText(/"mem": 48/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await expect(fact(current(page), 'Memory')).toHaveText('32 MiB');
});

test('says that scaling back replaces no instance', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { instances: 2 }, '(2 of 2 instances)');
  await older(page)
    .getByRole('link', { name: /^Apply the version of/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Apply the version of/ });
  await expect(dialog.getByText('1 instance will be stopped; the others stay.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/configuration$/);
});

test('edits the current version, or from an older one', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { mem: 48 });
  await older(page)
    .getByRole('link', { name: /^Edit the version of/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Edit Application' }).getByLabel('Memory (MiB)')).toHaveValue('32');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await current(page).getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit Application' }).getByLabel('Memory (MiB)')).toHaveValue('48');
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openConfiguration(page);
  await change(page, { mem: 48 });
  await expect(older(page).getByRole('link', { name: /^Apply the version of/ })).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openConfiguration(page);
  await change(page, { mem: 48 });
  await older(page).locator('summary').click();
  await expect(fact(older(page), 'Memory')).toHaveText('32 MiB');
  await expectNoViolations(page);
});
